"""A6: every star from home thanked in time, by how it came and in which language."""

from datetime import date

import pytest

from seren.foundation.promises.door import State
from seren.partnership.journal.promises import stars_thanked
from tests.factories.nursery import Nursery

pytestmark = [pytest.mark.db, pytest.mark.django_db]
MONDAY, TUESDAY, LATER = date(2025, 4, 28), date(2025, 4, 29), date(2025, 5, 13)


def star(nursery, day=MONDAY, thanked=None, **facts):
    child, mum = nursery.child("Mali"), nursery.adult("Rhian")
    moment = nursery.moment(child, day, "home", mum, **facts)
    nursery.clock("journal.thanks", moment, day, thanked)
    return moment


def test_kept_when_each_was_thanked_in_time(nursery):
    star(nursery, thanked=TUESDAY)
    star(nursery, thanked=TUESDAY, channel="paper", text=nursery.text("ur"))
    found = stars_thanked(nursery.day)
    assert (found.state, found.figure, found.of) == (State.KEPT, 2, 2)
    assert dict(found.parts) == {"screen": 1, "paper": 1, "language-en": 1, "language-ur": 1, "late": 0}


def test_not_kept_while_one_waits_too_long(nursery):
    for _ in range(20):
        star(nursery, thanked=TUESDAY)
    waits = star(nursery)
    found = stars_thanked(nursery.day)
    assert (found.state, found.figure, found.of) == (State.NOT_KEPT, 20, 21)
    late = next(row for row in found.rows if row.subject == waits.pk)
    assert (late.code, late.on) == ("late", date(2025, 5, 5))
    assert dict(found.parts)["late"] == 1


def test_nothing_to_count_without_stars(nursery):
    assert stars_thanked(nursery.day).state is State.UNMEASURED


def test_thanked_late_puts_it_at_risk(nursery):
    star(nursery, thanked=LATER)
    found = stars_thanked(nursery.day)
    assert (found.state, found.figure, found.of, found.rows[0].code) == (State.AT_RISK, 0, 1, "done-late")


def test_one_that_waits_and_is_not_due_says_nothing_yet(nursery):
    star(nursery, day=LATER)
    found = stars_thanked(nursery.day)
    assert (found.state, found.of) == (State.UNMEASURED, 0)
    assert dict(found.parts)["screen"] == 1


@pytest.mark.parametrize(
    "facts",
    [
        {"state": "draft", "shared_at": None},
        {"binned_at": True},
        {"state": "withdrawn", "withdrawn_at": True, "withdrawn_by": True},
    ],
)
def test_what_is_not_there_any_more_waits_for_no_thanks(nursery, now, facts):
    known = {key: now if value is True and key.endswith("_at") else value for key, value in facts.items()}
    if "withdrawn_by" in known:
        known["withdrawn_by"] = nursery.adult("Rhian")
    star(nursery, **known)
    assert stars_thanked(nursery.day).of == 0


def test_stars_of_last_year_and_of_another_setting_are_not_counted(nursery, now):
    star(nursery, day=date(2024, 7, 1))
    star(Nursery(now, "Club"))
    assert stars_thanked(nursery.day).of == 0


def test_a_star_of_the_setting_needs_no_thanks(nursery):
    nursery.moment(nursery.child("Mali"), MONDAY, "setting", nursery.worker())
    assert stars_thanked(nursery.day).state is State.UNMEASURED
