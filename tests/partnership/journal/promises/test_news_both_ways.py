"""A3: news both ways within the open days the rules say; and what counts as news (E-06)."""

from datetime import date

import pytest

from seren.foundation.promises.door import State
from seren.partnership.journal.promises import news_both_ways
from seren.people.families.queries import rhythm_of
from tests.factories.nursery import Nursery, at, subjects

pytestmark = [pytest.mark.db, pytest.mark.django_db]
LATELY, BEFORE, LONG_AGO = date(2025, 5, 12), date(2025, 3, 27), date(2025, 2, 3)
# 28 open days before Wednesday 14 May 2025: 16 of this term, 12 before the holidays.
LAST_DAY_THAT_COUNTS, TOO_LONG_AGO = date(2025, 3, 20), date(2025, 3, 19)


@pytest.fixture
def sian(nursery):
    return nursery.worker()


@pytest.fixture
def mum(nursery):
    return nursery.adult("Rhian")


def talk(nursery, child, sian, mum, day=LATELY):
    nursery.moment(child, day, "setting", sian)
    nursery.moment(child, day, "home", mum)


def test_kept_when_nine_in_ten_children_had_news_both_ways(nursery, sian, mum):
    for number in range(9):
        talk(nursery, nursery.child(f"Child {number}"), sian, mum)
    tom = nursery.child("Tom")
    found = news_both_ways(nursery.day)
    assert (found.state, found.figure, found.of) == (State.KEPT, 9, 10)
    assert subjects(found, holds=False) == {tom.pk}


def test_not_kept_when_hardly_any_had(nursery, sian, mum):
    talk(nursery, nursery.child("Mali"), sian, mum)
    for name in ("Tom", "Efa"):
        nursery.child(name)
    assert news_both_ways(nursery.day).state is State.NOT_KEPT


def test_nothing_to_count_without_children(nursery):
    assert news_both_ways(nursery.day).state is State.UNMEASURED


def test_kept_by_far_and_quiet_of_late_is_at_risk(nursery, sian, mum):
    talk(nursery, nursery.child("Mali"), sian, mum, BEFORE)
    found = news_both_ways(nursery.day)
    assert (found.state, found.figure) == (State.AT_RISK, 1)
    assert dict(found.parts)["recent"] == 0


@pytest.mark.parametrize(("day", "holds"), [(LAST_DAY_THAT_COUNTS, True), (TOO_LONG_AGO, False)])
def test_holidays_are_no_silence(nursery, sian, mum, day, holds):
    talk(nursery, nursery.child("Mali"), sian, mum, day)
    assert news_both_ways(nursery.day).rows[0].holds is holds


@pytest.mark.parametrize(("origin", "code"), [("setting", "home"), ("home", "setting")])
def test_one_way_alone_is_not_both(nursery, sian, mum, origin, code):
    nursery.moment(nursery.child("Mali"), LATELY, origin, sian if origin == "setting" else mum)
    found = news_both_ways(nursery.day)
    assert (found.rows[0].holds, found.rows[0].code) == (False, code)
    assert dict(found.parts)[f"quiet-{code}"] == 1


def test_a_child_who_began_a_week_ago_is_not_counted_yet(nursery):
    nursery.child("Efa", starts=date(2025, 5, 7))
    assert news_both_ways(nursery.day).of == 0


def test_news_of_another_setting_does_not_count_here(nursery, sian, mum, now):
    club = Nursery(now, "Club")
    mali = nursery.child("Mali")
    club.moment(mali, LATELY, "setting", club.worker())
    club.moment(mali, LATELY, "home", mum)
    assert news_both_ways(nursery.day).rows[0].code == "neither"


# What counts


def rhythm(nursery, child):
    return rhythm_of([child.pk], nursery.now)[child.pk]


def test_a_heart_is_no_exchange_and_an_answer_with_words_is(nursery, sian, mum):
    mali = nursery.child("Mali")
    star = nursery.moment(mali, LONG_AGO, "setting", sian)
    nursery.reply(star, mali, mum, mum, date(2025, 5, 13), kind="heart", text=None)
    assert rhythm(nursery, mali).from_home is None
    nursery.reply(star, mali, mum, mum, date(2025, 5, 12), kind="starter")
    assert rhythm(nursery, mali).from_home == at(date(2025, 5, 12))
    assert rhythm(nursery, mali).from_setting == at(LONG_AGO)


def test_an_answer_of_staff_is_from_the_setting(nursery, sian, mum):
    mali = nursery.child("Mali")
    star = nursery.moment(mali, LONG_AGO, "home", mum)
    nursery.reply(star, mali, sian, mum, LATELY)
    assert rhythm(nursery, mali).from_setting == at(LATELY)
    assert rhythm(nursery, mali).from_home == at(LONG_AGO)


def test_what_was_taken_back_binned_or_never_shared_is_no_exchange(nursery, sian, mum, now):
    mali = nursery.child("Mali")
    nursery.moment(mali, LATELY, "setting", sian, state="draft", shared_at=None)
    nursery.moment(mali, LATELY, "setting", sian, binned_at=now)
    back = {"state": "withdrawn", "withdrawn_at": now, "withdrawn_by": mum}
    taken_back = nursery.moment(mali, LATELY, "home", mum, **back)
    nursery.reply(taken_back, mali, mum, mum, LATELY)
    star = nursery.moment(mali, LONG_AGO, "setting", sian)
    nursery.reply(star, mali, mum, mum, LATELY, withdrawn_at=now, withdrawn_by=mum)
    assert rhythm(nursery, mali).from_home is None
    assert rhythm(nursery, mali).from_setting == at(LONG_AGO)


def test_a_star_counts_for_each_child_in_it_only(nursery, sian):
    mali, tom = nursery.child("Mali"), nursery.child("Tom")
    nursery.moment(mali, LATELY, "setting", sian)
    assert rhythm(nursery, tom).from_setting is None


def test_queries_do_not_grow_with_children(nursery, sian, mum, django_assert_num_queries):
    for number in range(30):
        talk(nursery, nursery.child(f"Child {number}"), sian, mum)
        if number in (0, 2, 29):
            day = nursery.day
            with django_assert_num_queries(4):
                news_both_ways(day)
