"""A14: no outing with a child nobody said yes for."""

from datetime import date, time, timedelta

import pytest

from seren.foundation.promises.door import State
from seren.partnership.days.promises import outings_with_a_yes
from tests.factories.nursery import Nursery, at

pytestmark = [pytest.mark.db, pytest.mark.django_db]
DAY = date(2025, 5, 6)


@pytest.fixture
def nursery(now, db):
    return Nursery(now)


def outing(nursery, *words, state="back"):
    """One child; `words` of her mum, in order: what was said, and how many minutes before it set out."""
    child, mum, worker = nursery.child("Mali"), nursery.adult("Rhian"), nursery.worker()
    nursery.guardian(child, mum)
    off = at(DAY, 10)
    gone = {"gone_at": off} if state in ("gone", "back") else {}
    facts = {"scope": "Farm", "asked_at": off - timedelta(days=3), "agreed_by": worker, "agreed_at": off}
    made = nursery.put(
        "days.Outing", setting=nursery.setting, name="Farm", place="Barn", day=DAY, leaves=time(10),
        returns=time(12), transport="walk", adults=2, children_per_adult=4, leader=worker, first_aider=worker,
        phone="1", risks_weighed=True, state=state, planned_by=worker, planned_at=off, **facts, **gone,
    )  # fmt: skip
    key = {"child": child, "setting": nursery.setting, "code": "out-specific", "scope": "Farm"}
    begun = {"kind": "family", "child": child, "at": off - timedelta(days=3)}
    of_round = nursery.put("consent.Round", setting=nursery.setting, **begun)
    asked = nursery.put(
        "consent.Asked", **key, round=of_round, version="1", words={}, asked_at=off - timedelta(days=3),
        until_at=at(DAY, 0) + timedelta(days=1),
    )  # fmt: skip
    nursery.put("days.OutingInvited", outing=made, child=child, asked=asked)
    said = [
        nursery.put(
            "consent.Answer", asked=asked, **key, adult=mum, said=word, words={}, version="1", language="en",
            channel="page", responsibility="yes", at=off - timedelta(minutes=before),
        )
        for word, before in words
    ]  # fmt: skip
    yes = next((one for one in said if one.said == "yes"), None)
    if yes is not None:
        nursery.put(
            "days.OutingListed", outing=made, child=child, setting=nursery.setting, scope="Farm",
            channel="page", answer=yes, listed_by=worker, listed_at=off,
        )  # fmt: skip
    return made


def test_kept_when_each_child_who_went_had_a_yes_as_it_set_out(nursery):
    outing(nursery, ("yes", 60), ("withdrawn", -60))  # taken back on the way home
    found = outings_with_a_yes(nursery.day)
    assert (found.state, found.figure, found.of) == (State.KEPT, 1, 1)


def test_not_kept_when_a_child_went_whose_yes_was_taken_back(nursery):
    """Only past the verb: the database holds no list to what is said later."""
    made = outing(nursery, ("yes", 60), ("withdrawn", 5))
    found = outings_with_a_yes(nursery.day)
    assert (found.state, found.figure, found.of) == (State.NOT_KEPT, 0, 1)
    assert [(row.subject, row.holds, row.number) for row in found.rows] == [(made.pk, False, 1)]


def test_nothing_to_count_where_nobody_went(nursery):
    assert outings_with_a_yes(nursery.day).state is State.UNMEASURED
    outing(nursery, state="slips-out")
    assert outings_with_a_yes(nursery.day).state is State.UNMEASURED


def test_an_outing_of_last_year_is_of_another_year(nursery, now):
    made = outing(nursery, ("yes", 60))
    type(made)._base_manager.filter(pk=made.pk).update(gone_at=now - timedelta(days=400))
    assert outings_with_a_yes(nursery.day).of == 0
