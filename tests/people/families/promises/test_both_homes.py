"""B9: where a child has two homes, both are reached, or a limit on file is why not."""

from datetime import date

import pytest

from seren.foundation.notify.models import Chased, Delivery, Notice
from seren.foundation.promises.door import State
from seren.people.families.promises import both_homes_reached
from tests.factories.nursery import OPENED, subjects

pytestmark = [pytest.mark.db, pytest.mark.django_db]


@pytest.fixture
def apart(nursery):
    """Mali lives with her mum, who has joined, and part of the time with her dad, who has not."""
    mali = nursery.child("Mali")
    mum, dad = nursery.adult("Rhian"), nursery.adult("Gareth")
    ties = [nursery.guardian(mali, who, nursery.home(mali)) for who in (mum, dad)]
    nursery.joined(mum)
    nursery.mali, nursery.mum, nursery.dad, nursery.ties = mali, mum, dad, [tie.pk for tie in ties]
    return nursery


def test_kept_when_both_have_joined(apart):
    apart.joined(apart.dad)
    found = both_homes_reached(apart.day)
    assert (found.state, found.figure, found.of) == (State.KEPT, 2, 2)
    assert dict(found.parts) == {"children": 1}


def test_not_kept_when_one_home_hears_nothing(apart):
    found = both_homes_reached(apart.day)
    assert (found.state, found.figure, found.of) == (State.NOT_KEPT, 1, 2)
    assert subjects(found, holds=False) == {apart.ties[1]}


def test_not_measured_where_nobody_lives_apart(nursery):
    tom = nursery.child("Tom")
    home = nursery.home(tom)
    for name in ("Ann", "Bob"):
        nursery.guardian(tom, nursery.adult(name), home)
    assert both_homes_reached(nursery.day).state is State.UNMEASURED


def test_paper_reaches_a_home_that_chose_it(apart):
    apart.put("accounts.ReachMe", person=apart.dad, on_paper=True)
    assert both_homes_reached(apart.day).state is State.KEPT


def test_a_closed_account_reaches_nobody(apart, now):
    apart.joined(apart.dad)
    apart.dad.closed_at = now
    apart.dad.save(update_fields=["closed_at"])
    assert subjects(both_homes_reached(apart.day), holds=False) == {apart.ties[1]}


def restrict(nursery, code, **facts):
    nursery.put(
        "families.Restriction", adult=nursery.dad, child=nursery.mali, code=code, basis="safeguarding",
        setting=nursery.setting, imposed_by=nursery.mum, imposed_at=OPENED, review_on=date(2025, 9, 1),
        reason="An order", **facts,
    )  # fmt: skip


def test_a_father_kept_from_news_is_no_home_we_failed_to_reach(apart):
    restrict(apart, "no-info")
    assert both_homes_reached(apart.day).of == 0


def test_a_limit_on_collecting_keeps_nobody_from_news(apart):
    restrict(apart, "no-collect")
    assert both_homes_reached(apart.day).of == 2


def test_a_limit_that_was_lifted_is_no_reason(apart, now):
    restrict(apart, "no-info", lift_asked_by=apart.dad, lift_asked_at=now, lifted_by=apart.mum, lifted_at=now)
    assert both_homes_reached(apart.day).of == 2


def test_a_grandmother_without_care_is_not_counted(apart):
    nan = apart.adult("Nan")
    apart.guardian(apart.mali, nan, apart.home(apart.mali), responsibility="no", natural_parent=False)
    assert both_homes_reached(apart.day).of == 2


def test_an_adult_of_no_household_is_a_home(nursery):
    tom = nursery.child("Tom")
    nursery.guardian(tom, nursery.adult("Ann"), nursery.home(tom))
    nursery.guardian(tom, nursery.adult("Bob"))
    assert both_homes_reached(nursery.day).of == 2


def test_a_child_who_has_left_is_not_counted(apart, now):
    from seren.foundation.access.door import SystemReason, system
    from seren.people.families.models import Enrolment

    system(SystemReason.BUILDING, Enrolment).update(until_at=now)
    assert both_homes_reached(apart.day).state is State.UNMEASURED


def missed(apart, who, **facts):
    """A notice that did not reach somebody."""
    about = {"provider_id": apart.mali.provider_id}
    notice = Notice(
        **about, setting_id=apart.setting.pk, kind="journal.moment_shared", subject_type="journal.moment",
        subject_id=apart.mali.pk, created_at=apart.day.now, released_at=apart.day.now,
    )  # fmt: skip
    notice.save(force_insert=True)
    row = Delivery(**about, notice=notice, person_id=who.pk, planned_at=apart.day.now, **facts)
    row.save(force_insert=True)
    return row


def chased(apart, row, came="told", words="He has the news."):
    Chased(
        provider_id=row.provider_id, delivery=row, person_id=row.person_id, by_person=apart.mum.pk,
        at=apart.day.now, way="phone", came=came, words=words,
    ).save(force_insert=True)  # fmt: skip


def test_a_message_that_came_back_is_a_home_not_reached_until_they_are_told_another_way(apart):
    apart.joined(apart.dad)
    row = missed(apart, apart.dad, channel="email", outcome="dead")
    assert subjects(both_homes_reached(apart.day), holds=False) == {apart.ties[1]}
    chased(apart, row)
    assert both_homes_reached(apart.day).state is State.KEPT


def test_a_reason_written_down_counts_for_who_has_not_joined_as_long_as_there_is_one_each_time(apart):
    row = missed(apart, apart.dad, channel="paper", outcome="waiting")
    assert both_homes_reached(apart.day).state is State.NOT_KEPT
    chased(apart, row, came="not-told", words="His number is no longer in use.")
    assert both_homes_reached(apart.day).state is State.KEPT
    missed(apart, apart.dad, channel="paper", outcome="waiting")
    assert both_homes_reached(apart.day).state is State.NOT_KEPT
