"""A1 and B8: next steps hold words from home, and parents look at the plan with us."""

from datetime import date

import pytest

from seren.foundation.promises.door import State
from seren.partnership.journal.promises import plans_looked_at, steps_hold_home_words
from tests.factories.nursery import Nursery, at, subjects

pytestmark = [pytest.mark.db, pytest.mark.django_db]
THIS_TERM, LAST_TERM, AUTUMN = date(2025, 5, 1), date(2025, 1, 6), date(2024, 12, 20)


def step(nursery, child, **facts):
    return nursery.put(
        "journal.NextStep", child=child, setting=nursery.setting, step=nursery.text(),
        suggested_by=nursery.worker(), suggested_at=at(THIS_TERM), **facts,
    )  # fmt: skip


def home_words(nursery, child, about=None):
    nursery.put(
        "journal.HomeWords", child=child, setting=nursery.setting, step=about, author=nursery.adult(),
        text=nursery.text(), written_at=at(THIS_TERM),
    )  # fmt: skip


def closed(side="home", day=THIS_TERM):
    return {"state": "closed", "closed_side": side, "closed_at": at(day)}


def codes(evidence):
    return {row.subject: row.code for row in evidence.rows}


def test_kept_when_home_wrote_beside_the_steps(nursery):
    for name in ("Mali", "Tom"):
        child = nursery.child(name)
        home_words(nursery, child, step(nursery, child))
    found = steps_hold_home_words(nursery.day)
    assert (found.state, found.figure, found.of) == (State.KEPT, 2, 2)


def test_not_kept_when_hardly_any_home_did(nursery):
    mali, tom, efa = (nursery.child(name) for name in ("Mali", "Tom", "Efa"))
    home_words(nursery, mali, step(nursery, mali))
    step(nursery, tom)
    found = steps_hold_home_words(nursery.day)
    assert (found.state, found.figure, found.of) == (State.NOT_KEPT, 1, 3)
    assert codes(found) == {mali.pk: "words", tom.pk: "no-words", efa.pk: "no-step"}
    assert dict(found.parts) == {"no-step": 1}


def test_nothing_to_count_without_children(nursery):
    assert steps_hold_home_words(nursery.day).state is State.UNMEASURED
    assert plans_looked_at(nursery.day).state is State.UNMEASURED


def test_words_beside_no_step_or_a_closed_one_are_not_beside_what_is_next(nursery):
    mali, tom = nursery.child("Mali"), nursery.child("Tom")
    home_words(nursery, mali)
    home_words(nursery, tom, step(nursery, tom, closed_by=nursery.worker(), **closed()))
    assert codes(steps_hold_home_words(nursery.day)) == {mali.pk: "no-step", tom.pk: "no-step"}


def test_steps_of_another_setting_are_its_own(nursery, now):
    mali, club = nursery.child("Mali"), Nursery(now, "Club")
    home_words(club, mali, step(club, mali))
    assert codes(steps_hold_home_words(nursery.day)) == {mali.pk: "no-step"}


def agreed(nursery, child, side="home", day=THIS_TERM):
    nursery.put(
        "journal.StepAgreement", step=step(nursery, child), side=side, person=nursery.adult(),
        agreed_at=at(day),
    )  # fmt: skip


def test_kept_when_parents_agreed_to_a_step_or_closed_one(nursery):
    agreed(nursery, nursery.child("Mali"))
    step(nursery, nursery.child("Tom"), closed_by=nursery.adult(), **closed())
    found = plans_looked_at(nursery.day)
    assert (found.state, found.figure, found.of, found.since) == (State.KEPT, 2, 2, LAST_TERM)


def test_not_kept_when_only_the_setting_did(nursery):
    mali, tom = nursery.child("Mali"), nursery.child("Tom")
    agreed(nursery, mali, side="setting")
    step(nursery, tom, closed_by=nursery.worker(), **closed("setting"))
    found = plans_looked_at(nursery.day)
    assert (found.state, found.figure) == (State.NOT_KEPT, 0)
    assert subjects(found, holds=False) == {mali.pk, tom.pk}


@pytest.mark.parametrize(("day", "holds"), [(LAST_TERM, True), (AUTUMN, False)])
def test_this_term_and_the_one_before_count(nursery, day, holds):
    agreed(nursery, nursery.child("Mali"), day=day)
    assert plans_looked_at(nursery.day).rows[0].holds is holds


def test_who_began_this_term_is_not_counted_yet(nursery):
    nursery.child("Efa", starts=date(2025, 4, 23))
    assert plans_looked_at(nursery.day).of == 0


def test_who_began_on_the_first_day_of_term_is(nursery):
    nursery.child("Efa", starts=date(2025, 4, 22))
    assert plans_looked_at(nursery.day).of == 1
