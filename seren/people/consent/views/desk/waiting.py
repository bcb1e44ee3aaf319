"""Who has not answered: by room and adult, how they read, and what was tried."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seren.foundation.access.door import Actor, NotThere, RecordClass
from seren.foundation.kernel import ids
from seren.foundation.ui.door import (
    Cell,
    Column,
    FormPage,
    FormShown,
    Page,
    Sighting,
    Tab,
    Table,
    endonym,
    tell,
)
from seren.people.accounts.terms import Format
from seren.people.consent.domain import chase
from seren.people.consent.forms import TriedForm
from seren.people.consent.policies import ConsentAction
from seren.people.consent.queries.whom import Silence, silences
from seren.people.consent.terms import Tried
from seren.people.consent.views.desk.base import here
from seren.people.consent.views.desk.words import title_of, tried_words
from seren.people.provision.queries.atdesk import AtDesk
from seren.people.provision.queries.desk import Desk

HERE = "/desk/permissions/waiting/"


@dataclass(frozen=True, slots=True)
class WaitingShown:
    line: str
    tabs: tuple[Tab, ...]
    table: Table | None
    print_words: str
    room: str
    paper: bool
    runs: bool
    sightings: tuple[Sighting, ...]


class Waiting(AtDesk, Page):
    action = ConsentAction.LOOK
    record_class = RecordClass.C8
    template_name = "consent/desk/waiting.html"

    def read(self, actor: Actor, **given: Any) -> WaitingShown:
        desk, asked = self.desk(actor), self.request.GET
        room, paper = ids.parse(asked.get("room", "")), asked.get("show") == "paper"
        every = silences(actor, desk.id)
        found = meant(every, room, paper)
        number = sum(len(one.lines) for one in found)
        words = ngettext("Print %(count)d slip", "Print %(count)d slips", number)
        return WaitingShown(
            line=desk.name,
            tabs=_tabs(every, room, paper),
            table=_table(found, desk) if found else None,
            print_words=words % {"count": number} if found and desk.runs else "",
            room=str(room or ""),
            paper=paper,
            runs=desk.runs,
            sightings=seen(found),
        )

    def sightings(self, model: WaitingShown) -> Iterable[Sighting]:
        return model.sightings


@dataclass(frozen=True, slots=True)
class AdultShown:
    """One adult: what waits for them, how they read, and a form to note what was tried."""

    adult: UUID
    form: FormShown
    reads: str
    questions: tuple[tuple[str, str], ...]
    tried: str
    print_words: str
    sightings: tuple[Sighting, ...]


class Adult(AtDesk, FormPage):
    action = ConsentAction.KEY
    record_class = RecordClass.C8
    template_name = "consent/desk/adult.html"
    form_class = TriedForm

    def read(self, actor: Actor, **given: Any) -> AdultShown:
        found = self._theirs(actor, given["adult"])
        account, lines = found[0].account, [line for one in found for line in one.lines]
        number = {"count": len(lines)}
        return AdultShown(
            adult=account.person,
            form=FormShown(
                title=account.name,
                line=_("Nobody has answered these yet."),
                button=_("Note this"),
                back=HERE,
                back_words=_("Who has not answered"),
            ),
            reads=_reads(found[0]),
            questions=tuple((line.name, title_of(line.code, line.asked_on, line.scope)) for line in lines),
            tried=tried_words(tuple(dict.fromkeys(one for of in found for one in of.tries))),
            print_words=ngettext("Print %(count)d slip", "Print %(count)d slips", len(lines)) % number,
            sightings=seen(found),
        )

    def sightings(self, model: AdultShown) -> Iterable[Sighting]:
        return model.sightings

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        found = self._theirs(actor, given["adult"])
        chase(actor=actor, pairs=pairs_of(found), how=Tried(said["how"]), now=actor.at)
        tell(self.request, _("Noted."))
        return f"{HERE}{given['adult']}/"

    def _theirs(self, actor: Actor, adult: UUID) -> tuple[Silence, ...]:
        found = tuple(
            one for one in silences(actor, self.desk_to_run(actor).id) if one.account.person == adult
        )
        if not found:
            raise NotThere("nothing waits for them")
        return found


def meant(every: Sequence[Silence], room: UUID | None, paper: bool) -> tuple[Silence, ...]:
    return tuple(
        one for one in every if (room is None or one.lines[0].room == room) and (one.on_paper or not paper)
    )


def pairs_of(found: Iterable[Silence]) -> list[tuple[UUID, UUID]]:
    return [(line.id, one.account.person) for one in found for line in one.lines]


def _tabs(every: Sequence[Silence], room: UUID | None, paper: bool) -> tuple[Tab, ...]:
    """All, each room, and those who read on paper."""
    rooms = dict(
        sorted({one.lines[0].room: one.lines[0].room_name for one in every}.items(), key=lambda r: r[1])
    )
    shown: list[tuple[str, str, UUID | None, bool]] = [("", _("All"), None, False)]
    shown.append(("?show=paper", _("On paper"), None, True))
    shown += [(f"?room={key}", name, key, False) for key, name in rooms.items() if len(rooms) > 1]
    return tuple(
        Tab(
            f"{HERE}{query}",
            _("%(what)s: %(number)d") % {"what": words, "number": len(meant(every, of, on_paper))},
            (of, on_paper) == (room, paper),
        )
        for query, words, of, on_paper in shown
    )


def _table(found: Iterable[Silence], desk: Desk) -> Table:
    columns = (_("Adult"), _("Child"), _("Room"), _("Reads"), _("Questions"), _("What was tried"))
    rows = tuple(
        (
            Cell(one.account.name, f"{HERE}{one.account.person}/" if desk.runs else ""),
            Cell(f"{one.lines[0].name} {one.lines[0].family_name}", here(one.child)),
            Cell(one.lines[0].room_name),
            Cell(_reads(one)),
            Cell(str(len(one.lines))),
            Cell(tried_words(one.tries) or "–"),
        )
        for one in found
    )
    return Table(_("Who has not answered"), tuple(Column(words) for words in columns), rows)


def _reads(one: Silence) -> str:
    language = endonym(one.account.reads)
    if one.account.format is Format.PAGE and not one.on_paper:
        return language
    how = Format.PAPER if one.account.format is Format.PAGE else one.account.format
    return _("%(language)s, %(format)s") % {"language": language, "format": how.label}


def seen(found: Iterable[Silence]) -> tuple[Sighting, ...]:
    return tuple((RecordClass.C8, child) for child in dict.fromkeys(one.child for one in found))
