"""Places, people and children of a batch, as rows."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from seren.people.accounts.models import Person
from seren.people.families import models as families
from seren.people.provision import models as provision
from tests.matching.held import LONG_AGO, Filling


class People(Filling):
    def places(self) -> None:
        self.put(
            provision.Setting,
            (
                provision.Setting(
                    id=s.id, provider_id=s.provider, name=s.id, slug=s.id, nation="england", made_at=LONG_AGO
                )
                for s in self.world.settings
            ),
        )
        self.put(
            provision.Room,
            (
                provision.Room(id=r.id, provider_id=r.provider, setting_id=r.setting, name=r.id)
                for r in self.world.rooms
            ),
        )

    def people(self) -> None:
        now = self.world.now
        self.put(
            Person,
            (
                Person(
                    id=a.id,
                    provider_id=a.provider,
                    given_name=a.id[-6:],
                    family_name="Adult",
                    known_since=LONG_AGO,
                    closed_at=LONG_AGO if a.account not in ("open", "paper") else None,
                )
                for a in self.world.adults
            ),
        )
        self.put(
            families.Child,
            (
                families.Child(
                    id=c.id,
                    provider_id=c.provider,
                    given_name=c.id[-6:],
                    family_name="Child",
                    known_as=c.id[-6:],
                    date_of_birth=date(2021, 5, 1),
                    tint="dail",
                    cut="leaf",
                    known_since=LONG_AGO,
                )
                for c in self.world.children
            ),
        )
        self.put_dated(
            provision.Membership,
            self.world.memberships,
            lambda m: {
                "person_id": m.person,
                "setting_id": m.setting,
                "room_id": m.room,
                "role": m.role,
                "statement_at": m.statement_at,
            },
            "role",
        )
        self.put(families.Enrolment, (self.enrolment(e, now) for e in self.world.enrolments))
        self.put(families.KeyPerson, self.key_persons())

    def enrolment(self, e: Any, now: datetime) -> families.Enrolment:
        ended = e.until_at or (e.from_at if e.state == "left" else None)
        return families.Enrolment(
            id=e.id,
            provider_id=e.provider,
            child_id=e.child,
            setting_id=e.setting,
            room_id=e.room or self.world.rooms[0].id,
            state="attending" if e.state == "left" else e.state,
            starts_on=e.from_at.date(),
            from_at=e.from_at,
            until_at=ended,
        )

    def key_persons(self) -> Iterable[families.KeyPerson]:
        """The oracle names a key person of a child; the product names one at each setting of the child."""
        for k in self.world.key_persons:
            if not self.holdable(k, "kind", "from_at"):
                continue
            for setting in sorted({e.setting for e in self.world.enrolments if e.child == k.child}):
                yield families.KeyPerson(
                    provider_id=k.provider,
                    child_id=k.child,
                    setting_id=setting,
                    person_id=k.person,
                    kind=k.kind,
                    from_at=k.from_at,
                    until_at=k.until_at,
                )
