"""The hidden facts, each said through the verbs; and who may tell that it is there (trust.md G10)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.apps import apps

from seren.doors.demo.world import World
from seren.foundation.access.door import SystemReason, system
from seren.people.consent import domain as consent
from seren.people.consent.terms import Code
from seren.people.families import domain as families
from seren.people.families.domain.collecting import Named
from seren.people.families.terms import Pattern, Relation, RestrictionBasis, RestrictionCode
from tests.binding import bind, caution

HIM, CHILD = "father-other-home", "Mali Evans"
LEADERS = frozenset({"manager", "deputy", "safeguarding-lead"})  # they read C6 and C12 there
STAFF = LEADERS | {"key-person", "practitioner-other-room", "parent-and-staff"}
Said = Callable[[World], object]


@dataclass(frozen=True)
class Hidden:
    """`said` happens in both worlds before, `happens` in one of them. `told`: who may see a difference."""

    happens: Said
    told: frozenset[str]
    said: Said = lambda _world: None


def _household(world: World) -> None:
    given: dict[str, Any] = {"actor": world.actor("manager"), "now": world.present}
    address = {"lines": ["9 Twin Lane"], "town": "Hill", "postcode": "HL9 9AA"}
    home = families.make_household(
        **given, setting=world.settings["pre-school"], address=address, phone="01632 960999"
    )
    child = world.child(CHILD)
    families.join_household(**given, household=home, person=world.people[HIM], child=child)
    families.child_lives(**given, household=home, child=child, pattern=Pattern.PART)


def _collector(world: World) -> None:
    families.name_collector(
        actor=world.actor(HIM), child=world.child(CHILD), now=world.present,
        named=Named("Twin Neighbour", Relation.OTHER, "Copper kestrel", "07700 900999", old_enough=True),
    )  # fmt: skip


def _asks(world: World) -> None:
    place = system(SystemReason.WRITING, apps.get_model("families.Enrolment")).get(
        child=world.children[CHILD], setting=world.settings["pre-school"]
    )
    consent.ask(actor=world.actor("manager"), place=place.pk, code=Code.PHOTO_WEB, now=world.present)


def _answers(world: World, *, yes: bool) -> None:
    rows = system(SystemReason.WRITING, apps.get_model("consent.Asked"))
    asked = rows.get(child=world.children[CHILD], code=Code.PHOTO_WEB)
    at: datetime = world.present + timedelta(minutes=1)
    consent.answer(actor=world.actor(HIM, at=at), asked=asked, yes=yes, language="en", now=at)


def _cautioned(code: RestrictionCode) -> Said:
    basis = RestrictionBasis.SAFEGUARDING
    return lambda world: caution(world, code, basis, by="safeguarding-lead")


RESTRICTIONS = {
    f"restriction {code.value}": Hidden(_cautioned(code), LEADERS | {HIM}) for code in RestrictionCode
}
FACTS: dict[str, Hidden] = {
    **RESTRICTIONS,
    "caution": Hidden(caution, LEADERS | {HIM}),
    "order": Hidden(lambda world: bind(world, HIM, RestrictionCode.NO_INFO), LEADERS | {HIM}),
    "second household": Hidden(_household, LEADERS | {HIM}),
    "collector of the other parent": Hidden(_collector, STAFF | {HIM}),
    "yes of the other parent": Hidden(lambda world: _answers(world, yes=True), STAFF | {HIM}, _asks),
    "no of the other parent": Hidden(lambda world: _answers(world, yes=False), STAFF | {HIM}, _asks),
}
# The outcome staff are told, on the pages they work with: “Goes to … Not to 1 person.”; who may collect.
OUTCOME = re.compile(r"Goes to[^<]*")
