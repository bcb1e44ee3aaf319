"""`/desk/permissions/`: every question of the setting, narrowed by room, permission and state."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.kernel import clock, ids
from seren.foundation.search.door import read_cursor, sign_cursor
from seren.foundation.ui.door import Cell, Column, Page, SerenForm, Sighting, Tab, Table, Tag, short_day
from seren.people.consent.forms import NarrowForm
from seren.people.consent.policies import ConsentAction
from seren.people.consent.queries.standings import MOST, Line, Narrowed, Show, Standings, standings
from seren.people.consent.terms import Code
from seren.people.consent.views.desk.base import here
from seren.people.consent.views.desk.words import room_choices, state_tag, title_of
from seren.people.provision.queries.atdesk import AtDesk
from seren.people.provision.queries.desk import Desk

HERE = "/desk/permissions/"
LIST = "desk.permissions"


@dataclass(frozen=True, slots=True)
class StandingsShown:
    line: str
    tabs: tuple[Tab, ...]
    form: SerenForm
    show: str
    table: Table | None
    narrowed: bool
    newer: str
    older: str
    runs: bool
    sightings: tuple[Sighting, ...]


class StandingsPage(AtDesk, Page):
    action = ConsentAction.LOOK
    record_class = RecordClass.C8
    template_name = "consent/desk/standings.html"

    def read(self, actor: Actor, **given: Any) -> StandingsShown:
        desk, asked = self.desk(actor), self.request.GET
        by = _narrowed(asked)
        about = f"{LIST}.{desk.id}.{_query(by)}"
        first = int(read_cursor(actor.person, asked["from"], about=about)[0]) if asked.get("from") else 0
        return _shown(actor, desk, standings(actor, desk.id, by, first), about)

    def sightings(self, model: StandingsShown) -> Iterable[Sighting]:
        return model.sightings


def _narrowed(asked: Any) -> Narrowed:
    show, code = asked.get("show", ""), asked.get("about", "")
    return Narrowed(
        show=Show(show) if show in set(Show) else Show.ALL,
        room=ids.parse(asked.get("room", "")),
        code=Code(code) if code in Code.values else None,
        words=asked.get("name", "")[:80],
    )


def _query(by: Narrowed, show: Show | None = None, cursor: str = "") -> str:
    said = {
        "show": (show or by.show).value,
        "room": str(by.room or ""),
        "about": by.code.value if by.code else "",
        "name": by.words,
        "from": cursor,
    }
    return urlencode({name: words for name, words in said.items() if words})


def _shown(actor: Actor, desk: Desk, found: Standings, about: str) -> StandingsShown:
    by, today = found.by, clock.day_of(actor.at)
    words = _show_words()
    tabs = tuple(
        Tab(
            f"{HERE}?{_query(by, show)}",
            _("%(what)s: %(number)d") % {"what": words[show], "number": found.counts[show]},
            show is by.show,
        )
        for show in Show
    )
    about_choices = [
        ("", _("All permissions")),
        *((code.value, title_of(code, today)) for code in found.codes),
    ]

    def to(first: int) -> str:
        return f"?{_query(by, cursor=sign_cursor(actor.person, first, about=about))}"

    return StandingsShown(
        line=desk.name,
        tabs=tabs,
        form=NarrowForm(
            choices={"room": room_choices(found.rooms), "about": about_choices},
            initial={"room": str(by.room or ""), "about": by.code.value if by.code else "", "name": by.words},
        ),
        show=by.show.value,
        table=_table(found.lines) if found.lines else None,
        narrowed=by != Narrowed(),
        newer=to(max(0, found.first - MOST)) if found.first else "",
        older=to(found.first + MOST) if found.more else "",
        runs=desk.runs,
        sightings=tuple({(RecordClass.C8, line.child) for line in found.lines}),
    )


def _show_words() -> dict[Show, str]:
    return {
        Show.ALL: _("All"),
        Show.DISPUTED: _("Disputed"),
        Show.TALK: _("Wants to talk"),
        Show.SILENT: _("No answer yet"),
        Show.ENDED: _("Ended"),
        Show.NO: _("No"),
        Show.YES: _("In force"),
    }


def _table(lines: Iterable[Line]) -> Table:
    columns = (_("Child"), _("Room"), _("Permission"), _("How it stands"), _("Asked"), _("What waits"))
    return Table(_("Permissions"), tuple(Column(words) for words in columns), tuple(map(_row, lines)))


def _row(line: Line) -> tuple[Cell, ...]:
    return (
        Cell(f"{line.name} {line.family_name}", f"{here(line.child)}#asked-{line.id}"),
        Cell(line.room_name),
        Cell(title_of(line.code, line.asked_on, line.scope)),
        Cell("", tag=state_tag(line.state)),
        Cell(short_day(line.asked_on)),
        Cell("", tag=Tag(_("Wants to talk"), "clay", "talk")) if line.talk else Cell(_waits(line)),
    )


def _waits(line: Line) -> str:
    if not line.silent:
        return "–"
    return _("Asked again, no answer yet") if line.in_force else _("An answer")
