"""A11 and B17: each child's own adult on every booked day, told before it changes, and steady."""

from datetime import date, timedelta

import pytest

from seren.foundation.promises.door import State
from seren.people.families.promises import few_changes, own_adult_every_day
from tests.factories.nursery import OPENED, at

pytestmark = [pytest.mark.db, pytest.mark.django_db]
# Mondays and Tuesdays of the terms from 4 September 2024 to 14 May 2025: 28 in autumn, 24 in spring, 7 since.
BOOKED = 59


def row_of(evidence, child):
    return next(row for row in evidence.rows if row.subject == child.pk)


def test_kept_while_sian_is_there_on_every_booked_day(nursery):
    sian = nursery.worker()
    for name in ("Mali", "Tom"):
        nursery.key(nursery.child(name), sian)
    found = own_adult_every_day(nursery.day)
    assert found.state is State.KEPT
    assert found.figure == found.of == 2 * BOOKED
    assert dict(found.parts) == {"changes": 0, "untold": 0}


def test_nothing_to_count_in_an_empty_setting(nursery):
    found = own_adult_every_day(nursery.day)
    assert (found.state, found.figure, found.of) == (State.UNMEASURED, 0, 0)


def test_not_kept_while_tom_has_nobody(nursery):
    sian = nursery.worker()
    nursery.key(nursery.child("Mali"), sian)
    tom = nursery.child("Tom")
    found = own_adult_every_day(nursery.day)
    assert found.state is State.NOT_KEPT
    assert (found.figure, found.of) == (BOOKED, 2 * BOOKED)
    assert (row_of(found, tom).code, row_of(found, tom).number) == ("nobody", BOOKED)


def test_a_buddy_covers_and_is_not_the_child_s_own_adult(nursery):
    tom = nursery.child("Tom")
    nursery.key(tom, nursery.worker(), kind="buddy")
    assert own_adult_every_day(nursery.day).state is State.NOT_KEPT


def test_a_gap_that_was_closed_puts_it_at_risk_and_is_counted(nursery):
    sian, tom = nursery.worker(), nursery.child("Tom")
    nursery.key(tom, sian, until=at(date(2025, 5, 5), 0))
    nursery.key(tom, sian, since=at(date(2025, 5, 12), 0))
    found = own_adult_every_day(nursery.day)
    assert found.state is State.AT_RISK
    assert found.of - found.figure == 2  # Monday 5 and Tuesday 6 May
    assert (row_of(found, tom).code, row_of(found, tom).on) == ("gap", date(2025, 5, 6))


def test_a_key_person_who_left_is_nobody_s_any_more(nursery):
    tom = nursery.child("Tom")
    nursery.key(tom, nursery.worker(until=at(date(2025, 5, 10), 0)))
    assert row_of(own_adult_every_day(nursery.day), tom).code == "nobody"


def test_days_nobody_booked_and_days_closed_do_not_count(nursery):
    nursery.put("provision.Closure", setting=nursery.setting, day=date(2025, 5, 13), reason="Voting")
    tom = nursery.child("Tom", days=(1,), starts=date(2025, 5, 1))
    nursery.key(tom, nursery.worker(), since=at(date(2025, 5, 7), 0))
    found = own_adult_every_day(nursery.day)
    assert (found.figure, found.of) == (0, 1)  # only Tuesday 6 May, before anybody was named


def test_a_child_of_another_setting_does_not_count_here(nursery, now):
    from tests.factories.nursery import Nursery

    other = Nursery(now, "Bryn Awel")
    other.child("Cadi")
    nursery.key(nursery.child("Mali"), nursery.worker())
    assert own_adult_every_day(nursery.day).state is State.KEPT
    assert own_adult_every_day(other.day).state is State.NOT_KEPT


def test_a_child_who_joins_and_does_not_come_yet_does_not_count(nursery):
    nursery.child("Efa", state="joining", starts=date(2025, 6, 2))
    assert own_adult_every_day(nursery.day).state is State.UNMEASURED


@pytest.mark.parametrize(
    ("told", "state", "code"),
    [
        (at(date(2025, 3, 3)), State.KEPT, "every-day"),
        (at(date(2025, 3, 10), 0), State.AT_RISK, "untold"),
        (None, State.AT_RISK, "untold"),
    ],
)
def test_a_change_is_told_before_it_happens(nursery, told, state, code):
    tom, change = nursery.child("Tom"), at(date(2025, 3, 10), 0)
    nursery.key(tom, nursery.worker(), until=change)
    nursery.key(tom, nursery.worker("Beth"), since=change, reason="staff-left", told=told)
    found = own_adult_every_day(nursery.day)
    assert found.state is state
    assert row_of(found, tom).code == code
    assert found.figure == found.of
    assert dict(found.parts) == {"changes": 1, "untold": int(told is None or told >= change)}


def test_the_first_adult_of_a_child_who_begins_is_no_change(nursery):
    begins = date(2025, 3, 10)
    efa = nursery.child("Efa", starts=begins)
    nursery.key(efa, nursery.worker(), since=at(begins, 0))
    found = own_adult_every_day(nursery.day)
    assert (found.state, dict(found.parts)) == (State.KEPT, {"changes": 0, "untold": 0})


def test_queries_do_not_grow_with_children(nursery, django_assert_num_queries):
    sian = nursery.worker()
    for number in range(30):
        nursery.key(nursery.child(f"Child {number}"), sian)
        if number in (0, 29):
            day = nursery.day
            with django_assert_num_queries(6):
                own_adult_every_day(day)


# B17


def changed(nursery, child, times, reason="hours"):
    days = [date(2024, 10, 7) + timedelta(weeks=4 * number) for number in range(times)]
    starts = [OPENED, *(at(day, 0) for day in days)]
    for number, since in enumerate(starts):
        until = starts[number + 1] if number + 1 < len(starts) else None
        first = number == 0
        nursery.key(child, nursery.worker(), since=since, until=until, reason="first" if first else reason)


def test_kept_when_hardly_anybody_changed_more_than_once(nursery):
    for number in range(9):
        changed(nursery, nursery.child(f"Child {number}"), number % 2)
    changed(nursery, nursery.child("Tom"), 2)
    found = few_changes(nursery.day)
    assert (found.state, found.figure, found.of) == (State.KEPT, 9, 10)
    assert dict(found.parts) == {"changes": 6}


def test_not_kept_when_many_changed_twice(nursery):
    changed(nursery, nursery.child("Mali"), 0)
    for name in ("Tom", "Efa"):
        changed(nursery, nursery.child(name), 2)
    found = few_changes(nursery.day)
    assert (found.state, found.figure, found.of) == (State.NOT_KEPT, 1, 3)


def test_steadiness_of_nobody_is_not_measured(nursery):
    assert few_changes(nursery.day).state is State.UNMEASURED


@pytest.mark.parametrize("reason", ["child", "parent"])
def test_what_the_child_or_a_parent_asked_for_is_no_change(nursery, reason):
    tom = nursery.child("Tom")
    changed(nursery, tom, 3, reason)
    found = few_changes(nursery.day)
    assert (row_of(found, tom).number, found.state) == (0, State.KEPT)


def test_changes_before_september_are_of_another_year(nursery):
    tom = nursery.child("Tom", starts=date(2023, 9, 4))
    for number in range(3):
        begun = at(date(2023, 10 + number, 2), 0)
        until = at(date(2023, 11 + number, 2), 0) if number < 2 else None
        nursery.key(tom, nursery.worker(), since=begun, until=until, reason="hours")
    assert row_of(few_changes(nursery.day), tom).number == 0
