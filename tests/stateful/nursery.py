"""The small bounded world a history happens in: built once, through the verbs, beside a stranger’s."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.apps import apps

from seren.foundation.access.door import Actor, Level, Operator, SystemReason, system
from seren.foundation.kernel.models import Installation
from seren.people.accounts.domain import Adult, add_person
from seren.people.families import domain as families
from seren.people.families.domain.adults import Facts
from seren.people.families.terms import KeyKind, LivesWith, Pattern, Relation, Responsibility
from seren.people.provision import domain as provision
from seren.people.provision.terms import Care, Nation, Role
from tests.bluebell import open_bluebell

# Who works where, in which role and room; the third setting's lead leads nothing here.
STAFF = {
    "key": (Role.PRACTITIONER, "here", "Acorns"),
    "other-room": (Role.PRACTITIONER, "here", "Oaks"),
    "manager": (Role.MANAGER, "here", None),
    "deputy": (Role.DEPUTY, "here", None),
    "lead": (Role.SAFEGUARDING_LEAD, "here", None),
    "lead-elsewhere": (Role.SAFEGUARDING_LEAD, "there", None),
    "two-hats": (Role.PRACTITIONER, "here", "Acorns"),  # and Osian's mother
    "chair": (Role.CHAIR, "here", None),
}
FAMILY = ("mother", "father", "gran", "partner")
PARENTS = {"mother": "mali", "father": "mali", "two-hats": "osian"}
HOMES = {"mother": "terrace", "father": "flat", "two-hats": "farm"}
STRANGERS = ("their manager", "their practitioner", "their mother")


def facts(responsibility: Responsibility = Responsibility.YES, *, care: bool = False) -> Facts:
    natural = responsibility is Responsibility.YES
    return Facts(
        relation=Relation.PARENT,
        responsibility=responsibility,
        lives_with=LivesWith.PART,
        natural_parent=natural,
        day_to_day_care=care,
    )


@dataclass
class Nursery:
    """Ids only: it outlives every transaction. `people` also holds three of the stranger's provider."""

    provider: UUID
    stranger: UUID
    present: datetime
    settings: dict[str, UUID]
    rooms: dict[str, UUID]
    people: dict[str, UUID]
    children: dict[str, UUID]
    homes: dict[str, UUID]
    roles: dict[str, UUID] = field(default_factory=dict)

    def actor(self, who: str, *, at: datetime | None = None, fresh: bool = True) -> Actor:
        provider = self.stranger if who in STRANGERS else self.provider
        return Actor(self.people[who], provider, Level.STRONG, at or self.present, fresh)

    def copy(self) -> Nursery:
        """For one history, which adds homes and roles of its own."""
        return replace(self, homes=dict(self.homes), roles=dict(self.roles))

    def row(self, label: str, key: UUID) -> Any:
        return system(SystemReason.BUILDING, apps.get_model(label)).get(pk=key)


class _Opening:
    def __init__(self, now: datetime) -> None:
        self.at, self.now = now - timedelta(days=60), now
        self.provider = provision.open_provider(name="Hill Lane", now=self.at).pk
        self.console = Operator(self.provider, self.at)
        self.with_now = {"actor": self.console, "now": self.at}

    def open(self) -> Nursery:
        Installation.objects.update_or_create(id=1, defaults={"kind": "demo", "made_at": self.at})
        other = open_bluebell(self.now)
        settings = {name: self._setting(name) for name in ("here", "there")}
        rooms = {
            name: provision.add_room(**self.with_now, setting=settings["here"], name=name)
            for name in ("Acorns", "Oaks")
        }
        people = {name: self._adult(name) for name in (*FAMILY, *STAFF)}
        roles = {
            name: self._works(people[name], role, settings[place], rooms.get(room or ""))
            for name, (role, place, room) in STAFF.items()
        }
        here = settings["here"].pk
        children = {name: self._child(name, here, rooms["Acorns"].pk) for name in ("mali", "osian")}
        homes = self._families(people, children, here)
        for child in children.values():
            self._settles(child, here, people["key"])
        named = zip(STRANGERS, ("manager", "practitioner", "mother"), strict=True)
        people |= {stranger: other.people[who] for stranger, who in named}
        return Nursery(
            self.provider, other.provider, self.now,
            {name: one.pk for name, one in settings.items()}, {name: one.pk for name, one in rooms.items()},
            people, {name: one.pk for name, one in children.items()}, homes, roles,
        )  # fmt: skip

    def _setting(self, name: str) -> Any:
        return provision.open_setting(
            **self.with_now, name=f"Hill Lane {name}", nation=Nation.ENGLAND, care=Care.PRE_SCHOOL
        )

    def _adult(self, name: str) -> UUID:
        given = f"{name.title().replace('-', '')}"
        address, phone = f"{name}@hill.example", f"01632 96{len(name):02}{ord(name[0]):03}{ord(name[-1]):03}"
        return add_person(**self.with_now, adult=Adult(given, f"{given}son", address, phone)).pk

    def _works(self, person: UUID, role: Role, setting: Any, room: Any) -> UUID:
        member = provision.add_member(
            **self.with_now, person=person, setting=setting, role=role, room=room, from_at=self.at
        )
        signs = Actor(person, self.provider, Level.STRONG, self.at)
        provision.give_statement(actor=signs, membership=member, now=self.at)
        return member.pk

    def _child(self, name: str, setting: UUID, room: UUID) -> Any:
        return families.add_child(
            **self.with_now, setting=setting, room=room, given_name=name.title(), family_name="Rees",
            date_of_birth=date(2021, 5, 1), starts_on=self.at.date(),
        )  # fmt: skip

    def _families(self, people: dict[str, UUID], children: dict[str, Any], setting: UUID) -> dict[str, UUID]:
        homes = {}
        for who, name in HOMES.items():
            child = children[PARENTS[who]]
            families.add_guardian(**self.with_now, child=child, adult=people[who], facts=facts())
            code = f"HL1 {len(homes)}AA"
            address = {"lines": [f"1 {name.title()} of the {who}"], "town": "Hill", "postcode": code}
            home = families.make_household(
                **self.with_now, setting=setting, address=address, phone=f"01632 9600{len(homes)}0"
            )
            families.join_household(**self.with_now, household=home, person=people[who], child=child)
            families.child_lives(**self.with_now, household=home, child=child, pattern=Pattern.PART)
            homes[name] = home.pk
        return homes

    def _settles(self, child: Any, setting: UUID, key: UUID) -> None:
        families.name_key_person(**self.with_now, child=child, setting=setting, person=key, kind=KeyKind.KEY)
        families.start_attending(**self.with_now, child=child, setting=setting)


def open_nursery(now: datetime) -> Nursery:
    return _Opening(now).open()
