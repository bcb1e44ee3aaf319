"""`/family/people/`: oneself, whom one invited, staff, one's collectors; others only where both chose it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from seren.foundation.access.door import SystemReason, system, visible
from seren.people.families.models import FamilyViewer
from seren.people.families.policies import FamilyAction
from seren.people.families.queries.family_page import people_of_family
from seren.people.families.terms import RestrictionCode
from tests.binding import bind

SignedIn = Callable[[str], Client]
PEOPLE = "/family/people/"


def html(client: Client) -> str:
    answer = client.get(PEOPLE)
    assert answer.status_code == 200
    return answer.content.decode()


def mali(world: Any, who: str) -> Any:
    return next(one for one in people_of_family(world.actor(who)) if one.name == "Mali")


@pytest.mark.db
def test_mother_sees_staff_her_collectors_and_whom_she_invited(world: Any, signed_in: SignedIn) -> None:
    read = mali(world, "mother")
    assert [one.name for one in read.staff][:2] == ["Sian Prosser", "Karen Doyle"]
    assert [one.name for one in read.invited] == ["Nerys Evans"]
    assert [one.name for one in read.collectors] == ["Nerys Evans", "Anna Whitlock"]  # Anna: one day only
    assert read.others == ()
    assert "Gareth" not in html(signed_in("mother"))


def test_father_sees_nothing_of_the_other_home(world: Any, signed_in: SignedIn) -> None:
    read = mali(world, "father-other-home")
    assert (read.invited, read.others) == ((), ())
    assert [one.name for one in read.collectors] == ["Lynne Hargreaves"]  # named by himself
    assert "Lynne" not in html(signed_in("mother"))
    page = html(signed_in("father-other-home"))
    for leak in ("Rhian", "Nerys"):
        assert leak not in page


def test_rule_names_only_those_the_page_may_name(world: Any) -> None:
    people = apps.get_model("accounts.Person")
    seen = visible(world.actor("father-other-home"), FamilyAction.SEE_ON_FAMILY_PAGE, people)
    names = {f"{one.given_name} {one.family_name}" for one in seen}
    assert "Gareth Evans" in names
    assert not names & {"Rhian Evans", "Nerys Evans", "Amina Khan", "Lee Marsh", "Owain Pugh"}


def test_both_are_shown_once_both_chose_and_either_ends_it(world: Any, signed_in: SignedIn) -> None:
    mother, father, child = signed_in("mother"), signed_in("father-other-home"), world.children["Mali Evans"]
    father.post(f"{PEOPLE}{child}/hide/")
    mother.post(f"{PEOPLE}{child}/show/")
    assert "Rhian" not in html(father)
    assert "Gareth" not in html(mother)
    father.post(f"{PEOPLE}{child}/show/")
    assert [one.name for one in mali(world, "mother").others] == ["Gareth Evans"]
    assert "Rhian Evans" in html(father)
    father.post(f"{PEOPLE}{child}/hide/")
    assert "Rhian" not in html(father)
    assert "Gareth" not in html(mother)


def test_order_of_the_court_ends_what_both_chose(world: Any, signed_in: SignedIn) -> None:
    for who in ("mother", "father-other-home"):
        signed_in(who).post(f"{PEOPLE}{world.children['Mali Evans']}/show/")
    bind(world, "father-other-home", RestrictionCode.NO_ADDRESS)
    read = mali(world, "father-other-home")
    assert (read.others, read.staff) == ((), ())


def test_restricted_father_is_told_of_nobody(world: Any, signed_in: SignedIn) -> None:
    page = html(signed_in("father-restricted"))
    for leak in ("Ellie", "Tanya", "Sian", "Hill Lane", "Bev"):
        assert leak not in page


def test_grandmother_sees_herself_alone(world: Any, signed_in: SignedIn) -> None:
    page = html(signed_in("grandmother"))
    assert "You are Nerys Evans." in page
    for leak in ("Rhian", "Gareth", "Sian", "Hill Lane"):
        assert leak not in page


@pytest.mark.parametrize("who", ["key-person", "manager", "committee-chair", "leaver"])
def test_staff_do_not_find_it(world: Any, signed_in: SignedIn, who: str) -> None:
    assert signed_in(who).get(PEOPLE).status_code == 404


def test_mother_invites_somebody_and_ends_it(world: Any, signed_in: SignedIn) -> None:
    client, child = signed_in("mother"), world.children["Mali Evans"]
    said = {"given_name": "Megan", "family_name": "Pryce", "relation": "other", "language": "cy"}
    assert client.post(f"{PEOPLE}{child}/invite/", said).status_code == 303
    grant = system(SystemReason.TELLING, FamilyViewer).get(adult__given_name="Megan")
    assert "Megan Pryce" in html(client)
    assert signed_in("father-other-home").post(f"{PEOPLE}viewers/{grant.pk}/end/").status_code == 404
    client.post(f"{PEOPLE}viewers/{grant.pk}/end/")
    assert "Megan Pryce" not in html(client)


def test_father_without_responsibility_invites_nobody(world: Any, signed_in: SignedIn) -> None:
    ivy = world.children["Ivy"]
    assert signed_in("parent-without-pr").get(f"{PEOPLE}{ivy}/invite/").status_code == 404
    assert "/invite/" not in html(signed_in("parent-without-pr"))


def test_name_left_out_keeps_what_was_typed(world: Any, signed_in: SignedIn) -> None:
    said = {"given_name": "Megan", "family_name": "", "relation": "other", "language": "cy"}
    answer = signed_in("mother").post(f"{PEOPLE}{world.children['Mali Evans']}/invite/", said)
    assert answer.status_code == 422
    assert 'value="Megan"' in answer.content.decode()


def test_queries_are_equal_for_one_child_and_for_two(world: Any, signed_in: SignedIn) -> None:
    counted = []
    for who in ("mother", "parent-urdu"):
        client = signed_in(who)
        client.get(PEOPLE)
        with CaptureQueriesContext(connection) as asked:
            client.get(PEOPLE)
        counted.append(len([one for one in asked if one["sql"].lstrip("( ").upper().startswith("SELECT")]))
    assert counted[0] == counted[1] <= 12, counted
