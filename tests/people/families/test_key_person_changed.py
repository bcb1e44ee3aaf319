"""A new key person: every adult of the child is told before it happens, in every home (E-01)."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine

from seren.doors.demo.world import World
from seren.foundation.jobs import door as jobs
from seren.foundation.kernel import clock
from seren.foundation.notify import door as notify
from seren.people.families.domain import name_key_person
from seren.people.families.notices import KEY_PERSON_CHANGED
from seren.people.families.terms import ChangeReason, KeyKind

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(world: World) -> Callable[[str], set[str]]:
    """Name Hannah key person of a child from next week on; who is told, by their slug."""
    names = {person: slug for slug, person in world.people.items() if " " not in slug}

    def change(child: str) -> set[str]:
        named = name_key_person(
            actor=world.actor("manager"),
            child=world.child(child),
            setting=world.settings["pre-school"],
            person=world.people["parent-and-staff"],
            kind=KeyKind.KEY,
            now=world.present,
            from_at=world.present + timedelta(days=7),
            reason=ChangeReason.HOURS,
            handover="She likes to be asked twice.",
        )
        with time_machine.travel(world.present + timedelta(minutes=1), tick=False):
            jobs.run_due()
        (notice,) = notify.notices_of(named.pk)
        assert notice.released_at is not None
        assert notice.released_at < named.from_at
        return {names.get(line.person, str(line.person)) for line in notify.ledger(notice.id)}

    return change


def test_both_homes_of_mali_are_told_and_nan_and_staff_are_not(told: Callable[[str], set[str]]):
    assert told("Mali Evans") == {"mother", "father-other-home"}


def test_a_father_who_may_have_no_news_is_not_told(world: World, told: Callable[[str], set[str]]):
    assert "father-restricted" not in told("Ellie Cole")


def test_the_letter_names_nobody():
    words = f"{KEY_PERSON_CHANGED.title} {KEY_PERSON_CHANGED.line}"
    assert "Mali" not in words
    assert "Hannah" not in words
    assert clock.now().strftime("%d") not in words
