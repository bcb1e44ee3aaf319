"""One question is one: what is said of another trip, or to another setting, takes nothing from it."""

from datetime import date, timedelta

import pytest
from django.apps import apps

from seren.foundation.access.door import SystemReason, system
from seren.people.consent.policies import in_force_for
from seren.people.consent.terms import Code

pytestmark = pytest.mark.django_db


def holds(consent, code, child, setting, at, scope=""):
    world = consent.world
    children = system(SystemReason.DECIDING, apps.get_model("families.Child"))
    condition = in_force_for(
        code, world.actor("manager", at=at), child="pk", setting=world.settings[setting], scope=scope
    )
    return children.filter(condition, pk=world.children[child]).exists()


def test_a_no_to_one_trip_leaves_the_yes_to_another(consent, now):
    day, later = date(2025, 5, 20), now + timedelta(minutes=1)
    farm = consent.ask(Code.OUT_SPECIFIC, scope="Lower Barn farm", until=day)
    wood = consent.ask(Code.OUT_SPECIFIC, scope="Bell Wood", until=day)
    consent.say("mother", farm, yes=True)
    consent.say("mother", wood, yes=False, now=later)
    assert holds(consent, Code.OUT_SPECIFIC, "Mali Evans", "pre-school", later, "Lower Barn farm")
    assert not holds(consent, Code.OUT_SPECIFIC, "Mali Evans", "pre-school", later, "Bell Wood")


def test_a_no_at_the_club_leaves_the_yes_at_the_pre_school(consent, now):
    later = now + timedelta(minutes=1)
    here = consent.ask(Code.VIDEO, child="Zofia Nowak")
    club = consent.ask(Code.VIDEO, child="Zofia Nowak", setting="club")
    consent.say("parent-polish", here, yes=True)
    consent.say("parent-polish", club, yes=False, now=later)
    assert holds(consent, Code.VIDEO, "Zofia Nowak", "pre-school", later)
    assert not holds(consent, Code.VIDEO, "Zofia Nowak", "club", later)


def test_a_yes_ends_in_the_instant_its_last_day_is_over(consent, now):
    farm = consent.ask(Code.OUT_SPECIFIC, scope="Lower Barn farm", until=date(2025, 5, 20))
    consent.say("mother", farm, yes=True)
    last = farm.until_at - timedelta(microseconds=1)
    assert holds(consent, Code.OUT_SPECIFIC, "Mali Evans", "pre-school", last, "Lower Barn farm")
    assert not holds(consent, Code.OUT_SPECIFIC, "Mali Evans", "pre-school", farm.until_at, "Lower Barn farm")
