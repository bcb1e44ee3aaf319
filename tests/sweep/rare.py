"""What seldom happens, made to happen in the small world: pages of it open then too."""

from datetime import timedelta
from typing import Any

from django.test import Client

from seren.doors.demo.world import World
from seren.foundation.access.door import Actor, Level, in_force
from seren.foundation.audit.door import Withheld
from seren.foundation.kernel import ids
from seren.foundation.rules import door as rules
from seren.partnership.days.domain import record_accident
from seren.partnership.days.terms.care import BodyPart
from seren.people.consent import domain as consent
from seren.people.consent.terms import Code
from seren.people.families.policies import responsible_ties
from seren.people.families.queries.own import own_children_of
from seren.people.guarding.domain import note_shown
from tests.partnership.journal.test_snapping import a_photo, snap
from tests.people.families.test_told_alike import came_back, told
from tests.sweep.canaries import rows
from tests.world import sign_in


def rare(world: World) -> None:
    """An alarm, a serious accident, a notice that did not reach everybody, a photo of a draft."""
    _alarm(world, "deputy")
    _serious(world)
    came_back(world, told(world, world.present), "mother")
    snap(sign_in(Client(), world, "key-person"), world, "Mali Evans", "Zofia Nowak", photos=a_photo())


def leaders_look_at(world: World, setting: str) -> None:
    leaders = [world.people[who] for who in ("manager", "deputy", "safeguarding-lead")]
    rows("accounts.Person").filter(pk__in=leaders).update(current_setting_id=world.settings[setting])


def _alarm(world: World, who: str) -> None:
    """Somebody was shown two children, and tries for more than anybody may see in an hour."""
    actor = world.actor(who)
    own = [child for (child,) in own_children_of(actor)]
    note_shown(actor, set(own[:2]), "families.see_safety")
    many = {ids.new() for _ in range(500)}
    for _ in range(rules.value("england", "reading.tries", world.present.date()).number):
        try:
            note_shown(actor, many, "families.see_safety")
        except Withheld:
            continue
        raise AssertionError("nothing was withheld")


def _serious(world: World) -> None:
    place: Any = rows("families.Enrolment").get(
        child=world.children["Mali Evans"], setting=world.settings["pre-school"]
    )
    at = world.present - timedelta(minutes=20)
    record_accident(
        actor=world.actor("key-person", at=at), place=place.pk, entry=ids.new(), what="She fell off a wall.",
        parts=[BodyPart.LEFT_LEG], marks="A deep cut", done="Pressed on it, and rang 999.",
        where="The garden", happened_at=at, by=world.people["key-person"], witness=None, serious=True, now=at,
    )  # fmt: skip


def yes_to_the_wall(world: World) -> None:
    """For every child of the pre-school who is in a picture, and whose family can be asked."""
    ties = responsible_ties().filter(in_force(world.present))
    shown = rows("media.PhotoSubject").filter(subject_id__in=ties.values("child_id")).values("subject_id")
    places = rows("families.Enrolment").filter(setting=world.settings["pre-school"], child__in=shown)
    for place in places.order_by("child_id"):
        asked = consent.ask(
            actor=world.actor("manager"), place=place.pk, code=Code.PHOTO_DISPLAY, now=world.present
        )
        tie = ties.filter(child=place.child_id).order_by("id")[0]
        adult = Actor(tie.adult_id, world.provider, Level.STRONG, world.present)
        consent.answer(actor=adult, asked=asked, yes=True, language="en", now=world.present)
