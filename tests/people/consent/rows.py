"""The oracle’s small worlds, put into the product’s tables as they are: no verb is asked."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from seren.foundation.access.door import Actor, Level, SystemReason, system
from seren.foundation.kernel import ids
from seren.foundation.sealing.fields import Boxed
from seren.people.accounts.models import Person
from seren.people.consent.models import Answer, Asked, Round
from seren.people.families.models import Child, Guardianship, Restriction
from seren.people.provision.models import Setting
from tests.people.consent.oracle import World

LONG_AGO = timedelta(days=500)


class Rows:
    """`children[n]` is the child of the n-th row of worlds, which differ in their code alone."""

    def __init__(self, worlds: Sequence[Sequence[World]], zero: datetime) -> None:
        self.zero, self.provider = zero, ids.new()
        self.setting, self.staff = ids.new(), ids.new()
        self.adults = {"A": ids.new(), "B": ids.new()}
        self.children = [ids.new() for _ in worlds]
        self._places()
        self.round = Round(
            provider_id=self.provider, setting_id=self.setting, kind="many", asked_by_id=self.staff,
            at=self.zero - LONG_AGO,
        )  # fmt: skip
        self._put(Child, [self._child(child) for child in self.children])
        pairs = list(zip(self.children, worlds, strict=True))
        self._put(Guardianship, [row for child, of in pairs for row in self._ties(child, of[0])])
        self._put(Restriction, [row for child, of in pairs for row in self._bonds(child, of[0])])
        asked = {(child, world.code): self._askings(child, world) for child, of in pairs for world in of}
        self._put(Round, [self.round])
        self._put(Asked, [row for rows in asked.values() for row in rows.values()])
        answers = [(child, world, asked[child, world.code]) for child, of in pairs for world in of]
        self._put(
            Answer, [row for child, world, rows in answers for row in self._answers(child, world, rows)]
        )

    def at(self, instant: int | None) -> datetime | None:
        return None if instant is None else self.zero + timedelta(hours=instant)

    def actor(self, instant: int) -> Actor:
        return Actor(self.staff, self.provider, Level.STRONG, self.zero + timedelta(hours=instant))

    def _put(self, model: Any, rows: list[Any]) -> None:
        system(SystemReason.BUILDING, model).bulk_create(rows, batch_size=2000)

    def _places(self) -> None:
        setting = Setting(
            id=self.setting, provider_id=self.provider, name="Hill Lane", slug=self.setting.hex,
            nation="england", made_at=self.zero - LONG_AGO,
        )  # fmt: skip
        self._put(Setting, [setting])
        people = {"Sian": self.staff, **self.adults}
        self._put(
            Person,
            [
                Person(
                    id=key, provider_id=self.provider, given_name=name, family_name="Reed",
                    known_since=self.zero - LONG_AGO,
                )
                for name, key in people.items()
            ],
        )  # fmt: skip

    def _child(self, child: UUID) -> Child:
        return Child(
            id=child, provider_id=self.provider, given_name="Ivy", family_name="Moss", known_as="Ivy",
            date_of_birth=date(2021, 5, 1), tint="dail", cut="leaf", known_since=self.zero - LONG_AGO,
        )  # fmt: skip

    def _ties(self, child: UUID, world: World) -> list[Guardianship]:
        """Between two spans of responsibility the adult is a parent still: only the responsibility went."""
        return [
            Guardianship(
                provider_id=self.provider, child_id=child, adult_id=self.adults[adult], relation="parent",
                natural_parent=True, responsibility=held, lives_with="part",
                from_at=self.at(first), until_at=self.at(end),
            )
            for adult, spans in world.holds.items()
            for first, end, held in _filled(spans)
        ]  # fmt: skip

    def _bonds(self, child: UUID, world: World) -> list[Restriction]:
        return [
            Restriction(
                provider_id=self.provider, child_id=child, adult_id=self.adults[adult], code="no-info",
                setting_id=self.setting,
                basis="safeguarding", reason=Boxed(b"-"), imposed_by_id=self.staff, imposed_at=self.at(first),
                review_on=date(2026, 6, 1),
            )
            for adult, spans in world.kept_out.items()
            for first, _end in spans
        ]  # fmt: skip

    def _askings(self, child: UUID, world: World) -> dict[Any, Asked]:
        return {
            asking: Asked(
                provider_id=self.provider, round=self.round, child_id=child,
                setting_id=self.setting, code=world.code,
                version="1", words={}, asked_by_id=self.staff,
                asked_at=self.at(asking.at), until_at=self.at(asking.until),
            )
            for asking in world.askings
        }  # fmt: skip

    def _answers(self, child: UUID, world: World, asked: dict[Any, Asked]) -> list[Answer]:
        return [
            Answer(
                provider_id=self.provider, asked_id=asked[word.to].pk, child_id=child,
                setting_id=self.setting, code=world.code, adult_id=self.adults[word.adult], said=word.what,
                words={}, version="1", language="en", channel="page",
                responsibility="yes" if word.held else "unknown", at=self.at(word.at),
            )
            for word in world.said
        ]  # fmt: skip


def _filled(spans: tuple[tuple[int, int | None], ...]) -> list[tuple[int, int | None, str]]:
    rows: list[tuple[int, int | None, str]] = []
    for first, end in spans:
        if rows and rows[-1][1] is not None and rows[-1][1] < first:
            rows.append((rows[-1][1], first, "unknown"))
        rows.append((first, end, "yes"))
    if spans and spans[-1][1] is not None:
        rows.append((spans[-1][1], None, "no"))
    return rows
