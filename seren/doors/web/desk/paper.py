"""Paper waiting to be printed: one letter for each adult, in their language, to their own address."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from seren.foundation.access.door import Actor, Level, RecordClass
from seren.foundation.kernel import clock
from seren.foundation.notify.door import Sheet, paper_waiting
from seren.foundation.ui.door import whole_in
from seren.partnership.journal.queries.paper import OnPaper, on_paper
from seren.people.families.queries.desk import (
    KeyPersonNews,
    addressee,
    adults_to_ask,
    key_person_news,
)
from seren.people.guarding.queries import free_at_once
from seren.people.provision.queries.desk import Desk


@dataclass(frozen=True, slots=True)
class Item:
    """One notice in a letter: of the journal, of a key person, or only that there is something."""

    day: date
    journal: OnPaper | None = None
    key_person: KeyPersonNews | None = None


@dataclass(frozen=True, slots=True)
class PaperLetter:
    """All that waits for one adult. `large`: they asked for bigger print."""

    person: UUID
    name: str
    language: str
    format: str
    lines: tuple[str, ...]
    items: tuple[Item, ...]
    deliveries: tuple[UUID, ...]
    since: date
    urgent: bool

    @property
    def large(self) -> bool:
        return self.format in ("large", "giant")


@dataclass(frozen=True, slots=True)
class PaperPage:
    """`seen`: whose C6 and C3 of which children the letters hold, for the audit.

    So many letters as need no second person; `more`: the rest come when these are printed.
    """

    setting: str
    phone: str
    letters: tuple[PaperLetter, ...]
    seen: tuple[tuple[RecordClass, UUID], ...]
    more: bool = False

    @property
    def codes(self) -> str:
        return " ".join(map(str, self.deliveries))

    @property
    def deliveries(self) -> tuple[UUID, ...]:
        return tuple(one for letter in self.letters for one in letter.deliveries)


@dataclass(frozen=True, slots=True)
class Pile:
    """What waits for one adult, unread: no address is opened for it, and no words."""

    person: UUID
    name: str
    sheets: tuple[Sheet, ...]

    @property
    def since(self) -> date:
        return min(clock.day_of(sheet.notice.created_at) for sheet in self.sheets)

    @property
    def urgent(self) -> bool:
        return any(sheet.urgent for sheet in self.sheets)


def piles(actor: Actor, desk: Desk) -> tuple[Pile, ...]:
    """Only what is still theirs now: each notice's audience is asked again."""
    return tuple(Pile(person.pk, person.name, tuple(sheets)) for person, sheets in _piles(actor, desk))


def paper_page(actor: Actor, desk: Desk) -> PaperPage:
    """Only what is still theirs now, asked again of access for each adult."""
    letters: list[PaperLetter] = []
    seen: list[tuple[RecordClass, UUID]] = []
    found = _piles(actor, desk)
    few = found[: free_at_once(actor.at)]
    for person, sheets in few:
        address = addressee(actor, person)
        seen += address.seen
        letters.append(_letter(actor, person, address.lines, sheets))
    return PaperPage(desk.name, desk.phone, tuple(letters), tuple(seen), more=len(found) > len(few))


def _piles(actor: Actor, desk: Desk) -> list[tuple[Any, list[Sheet]]]:
    by_person: dict[UUID, list[Sheet]] = {}
    for sheet in paper_waiting(desk.id, actor.at):
        by_person.setdefault(sheet.person, []).append(sheet)
    return [(person, by_person[person.pk]) for person in adults_to_ask(actor, list(by_person))]


def _letter(actor: Actor, person: Any, lines: tuple[str, ...], sheets: Sequence[Sheet]) -> PaperLetter:
    reader = Actor(person.pk, actor.provider, Level.STRONG, actor.at)
    first = sheets[0]
    days = [clock.day_of(sheet.notice.created_at) for sheet in sheets]
    return PaperLetter(
        person=person.pk,
        name=person.name,
        language=first.language if first.language in whole_in("family") else "en",
        format=first.format,
        lines=lines,
        items=tuple(_item(sheet, reader, actor) for sheet in sheets),
        deliveries=tuple(sheet.delivery for sheet in sheets),
        since=min(days),
        urgent=any(sheet.urgent for sheet in sheets),
    )


def _item(sheet: Sheet, reader: Actor, printer: Actor) -> Item:
    notice, day = sheet.notice, clock.day_of(sheet.notice.created_at)
    if notice.kind in ("families.key_person_changed", "families.key_person_listed"):
        news = key_person_news(notice.subject, reader=reader, printer=printer)
        return Item(day, key_person=news)
    words = on_paper(
        notice.kind, notice.subject, reader=reader, printer=printer, reads=(sheet.language, "en")
    )
    return Item(day, journal=words)
