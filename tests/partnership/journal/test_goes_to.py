"""“Goes to: …”: before something is shared, staff read who will see it; and it is as it was said."""

from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.apps import apps
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from seren.foundation.access.door import Actor, Level, SystemReason, may, system, visible
from seren.foundation.kernel import ids
from seren.partnership.journal.domain import Said, note_moment, share_moment
from seren.partnership.journal.models import MomentChild
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.queries.goes_to import goes_to, talks_go_to
from seren.people.families.models import Guardianship
from seren.people.families.queries import adults_near
from seren.people.families.terms import RestrictionCode
from tests.binding import bind

SignedIn = Callable[[str], Client]
MALI, ELLIE = "Mali Evans", "Ellie"
KEY_PERSON, OTHER_ROOM = "key-person", "practitioner-other-room"


def draft(world: Any, now: Any, *children: Any, by: str = KEY_PERSON) -> Any:
    said = Said(
        moment=ids.new(),
        children=tuple(world.children.get(child, child) for child in children),
        words="They dug a river.",
        language="en",
        happened_at=now,
    )
    actor = world.actor(by)
    return note_moment(actor=actor, said=said, setting=world.settings["pre-school"], now=now)[0]


def names(goes: Any) -> list[str]:
    return [one.name for one in goes.sees]


@pytest.mark.db
def test_a_moment_goes_to_both_homes_of_mali(world: Any, now: Any) -> None:
    goes = goes_to(world.actor(KEY_PERSON), draft(world, now, MALI).pk)
    assert goes is not None
    assert {"Rhian", "Gareth"} <= set(names(goes))
    assert goes.closed_to == 0
    assert "Rhian (Mother)" in goes.words
    assert goes.but_not == ""


@pytest.mark.db
def test_of_a_father_who_is_kept_from_it_staff_read_that_it_is_not_to_one_person_and_no_more(
    world: Any, now: Any, signed_in: SignedIn
) -> None:
    moment = draft(world, now, ELLIE, by=OTHER_ROOM)
    bound = world.person("father-restricted")
    html = signed_in(OTHER_ROOM).get(f"/room/moment/{moment.pk}/edit/").content.decode()
    assert "Not to 1 person." in html
    assert bound.given_name not in html
    assert bound.family_name not in html.replace("Ellie", "")


def everyone_who_sees(world: Any, moment: Any, at: Any) -> set[Any]:
    rows = system(SystemReason.BUILDING, MomentChild).filter(moment=moment)
    near = adults_near(list(rows.values_list("child_id", flat=True)), at)
    people: Any = apps.get_model("accounts.Person")
    gone = system(SystemReason.BUILDING, people).filter(closed_at__isnull=False)
    closed = set(gone.values_list("pk", flat=True))
    actors = [Actor(one, world.provider, Level.STRONG, at) for one in near - closed]
    return {actor.person for actor in actors if may(actor, JournalAction.SEE_MOMENT, moment.pk)}


def noted_of_all(world: Any, now: Any, who: str) -> list[Any]:
    """A moment of each child somebody may note for; and one of each two who stand beside each other."""
    model: Any = apps.get_model("families.Child")
    mine = visible(world.actor(who), JournalAction.NOTE_MOMENT, model).order_by("id")
    children = list(mine.values_list("known_as", "pk"))
    groups = [(one,) for one in children] + list(pairwise(children))
    return [draft(world, now, *(pk for _name, pk in group), by=who) for group in groups]


@pytest.mark.db
@pytest.mark.parametrize("who", [KEY_PERSON, OTHER_ROOM])
def test_who_was_named_before_is_who_sees_it_afterwards(world: Any, now: Any, who: str) -> None:
    """Bound fathers, family viewers, adults on paper: of every child of the room, and of pairs of them."""
    bind(world, "father-other-home", RestrictionCode.NO_INFO)
    later, closed_to = now + timedelta(minutes=1), 0
    for moment in noted_of_all(world, now, who):
        said = goes_to(world.actor(who), moment.pk)
        assert said is not None
        share_moment(actor=world.actor(who), moment=moment, now=now)
        assert {one.person for one in said.sees} == everyone_who_sees(world, moment, later) != set()
        closed_to += said.closed_to
    assert closed_to > 0  # somebody was kept from something, or nothing was tested


@pytest.mark.db
def test_a_parent_who_works_here_is_told_nothing_of_the_other_home(world: Any, now: Any) -> None:
    parent = world.actor("parent-and-staff")
    own = system(SystemReason.BUILDING, Guardianship).filter(adult=parent.person).first()
    assert own is not None
    rows = system(SystemReason.BUILDING, MomentChild).filter(child=own.child_id)
    star = rows.values_list("moment_id", flat=True).first()
    assert star is not None
    assert goes_to(parent, star) is None


def test_an_answer_goes_to_the_adult_of_the_talk_alone(world: Any, signed_in: SignedIn) -> None:
    html = signed_in(KEY_PERSON).get(f"/stars/{world.moments['tower']}/").content.decode()
    assert "Goes to: Rhian (Mother)." in html
    assert "Goes to: Gareth (Father)." in html


@pytest.mark.db
def test_an_answer_to_somebody_kept_from_the_child_since_goes_to_nobody(world: Any, now: Any) -> None:
    gareth, tower = world.people["father-other-home"], world.moments["tower"]
    staff = world.actor(KEY_PERSON)
    assert names(talks_go_to(staff, tower, [gareth])[gareth]) == ["Gareth"]
    bind(world, "father-other-home", RestrictionCode.NO_INFO)
    goes = talks_go_to(staff, tower, [gareth])[gareth]
    assert (names(goes), goes.closed_to) == ([], 1)


def test_many_children_ask_no_more_than_one(world: Any, now: Any) -> None:
    every = [one.pk for one in noted_of_all(world, now, KEY_PERSON)]
    actor = world.actor(KEY_PERSON)

    def asked(moment: Any) -> int:
        with CaptureQueriesContext(connections["default"]) as queries:
            goes_to(actor, moment)
        return len(queries)

    assert {asked(one) for one in (every[0], every[-1])} == {2}  # who is near; to whom it is open
