"""What others need to know is yes or no: at the next look, and about children of their own room."""

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from seren.foundation.access.door import SystemReason, find, may, system, visible
from seren.people.consent.models import Asked
from seren.people.consent.policies import ConsentAction, in_force_for
from seren.people.consent.queries import outcomes
from seren.people.consent.terms import Code

pytestmark = [pytest.mark.db, pytest.mark.django_db]
CODES = (Code.PHOTO_JOURNAL_OTHERS, Code.PLASTERS)


@pytest.fixture
def told(world):
    def read(who, child="Mali Evans", setting="pre-school"):
        found = outcomes(world.actor(who), world.settings[setting], CODES)
        return found.get(world.children[child])

    return read


@pytest.mark.parametrize("who", ["key-person", "manager", "safeguarding-lead"])
def test_staff_of_the_child_are_told_what_holds_at_once(consent, told, who):
    assert told(who) == set()
    photo, plaster = consent.ask(Code.PHOTO_JOURNAL_OTHERS), consent.ask(Code.PLASTERS)
    assert told(who) == set()
    consent.say("mother", photo, yes=True)
    consent.say("mother", plaster, yes=True)
    assert told(who) == set(CODES)
    consent.say("father-other-home", photo, yes=False)
    consent.say("father-other-home", plaster, yes=False)
    assert told(who) == {Code.PLASTERS}
    consent.take_back("mother", plaster)
    assert told(who) == set()


@pytest.mark.parametrize("who", ["mother", "grandmother", "stranger-parent", "committee-chair", "leaver"])
def test_nobody_else_is_told_an_outcome(consent, told, who):
    consent.say("mother", consent.ask(Code.PLASTERS), yes=True)
    assert told(who) is None


def test_a_practitioner_of_the_room_reads_no_more_than_the_outcome(consent, told, world):
    """Hannah works in Mali’s room and is neither key person nor buddy of hers."""
    asked = consent.ask(Code.PLASTERS)
    consent.say("mother", asked, yes=True)
    hannah = world.actor(next(name for name in world.people if name.startswith("Hannah ")))
    assert outcomes(hannah, world.settings["pre-school"], CODES)[world.children["Mali Evans"]] == {
        Code.PLASTERS
    }
    assert not visible(hannah, ConsentAction.LOOK, Asked).filter(pk=asked.pk).exists()
    assert may(world.actor("key-person"), ConsentAction.LOOK, asked)


def test_who_is_family_reads_as_family_whatever_their_work(consent, world):
    """A parent who is on the staff as well finds no word of the other home by their work."""
    child = next(name for name in world.children if may_work(world, "parent-and-staff", name))
    asked = consent.ask(child=child)
    actor = world.actor("parent-and-staff")
    assert not may(actor, ConsentAction.LOOK, asked)
    assert not may(actor, ConsentAction.KEY, asked)
    assert find(actor, ConsentAction.FOLLOW, Asked, asked.pk).pk == asked.pk


def may_work(world, who, child):
    ties = system(SystemReason.DECIDING, apps.get_model("families.Guardianship"))
    return ties.filter(adult=world.people[who], child=world.children[child], responsibility="yes").exists()


def test_one_condition_serves_the_rows_of_any_room(consent, world):
    """As the journal would ask: of rows that lead to a child and a setting."""
    asked = consent.ask(Code.PHOTO_JOURNAL_OTHERS)
    consent.say("mother", asked, yes=True)
    rows = system(SystemReason.PROVING, apps.get_model("families.Enrolment"))
    rows = rows.exclude(child=world.children["Yusuf Khan"])
    holding = in_force_for(Code.PHOTO_JOURNAL_OTHERS, world.actor("manager"))
    assert [row.child_id for row in rows.filter(holding)] == [world.children["Mali Evans"]]
    assert rows.exclude(holding).count() == rows.count() - 1
    consent.take_back("mother", asked)
    assert not rows.filter(holding).exists()


def test_a_yes_for_one_product_is_none_for_another(consent, world):
    consent.say("mother", consent.ask(Code.SUN_CREAM, scope="Sunny Day 50"), yes=True)
    rows = system(SystemReason.PROVING, apps.get_model("families.Enrolment"))
    actor = world.actor("manager")
    assert rows.filter(in_force_for(Code.SUN_CREAM, actor, scope="Sunny Day 50")).count() == 1
    assert not rows.filter(in_force_for(Code.SUN_CREAM, actor, scope="Other 30")).exists()
    assert not rows.filter(in_force_for(Code.SUN_CREAM, actor)).exists()


def test_outcomes_of_all_children_are_one_query(consent, world):
    consent.say("mother", consent.ask(Code.PLASTERS), yes=True)
    with CaptureQueriesContext(connection) as queries:
        found = outcomes(world.actor("manager"), world.settings["pre-school"], CODES)
    assert len(queries) == 1
    assert len(found) > 3
