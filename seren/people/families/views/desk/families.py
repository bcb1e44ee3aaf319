"""`/desk/families/`: who is reached, nobody left out first."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.search.door import read_cursor, sign_cursor
from seren.foundation.ui.door import Cell, Column, Page, Sighting, Tab, Table, Tag
from seren.people.families.queries.desk import Filter, ReachPage, ReachRow, reach_page
from seren.people.families.views.desk.base import AtDesk
from seren.people.families.views.desk.words import NONE_YET, account_tag, languages_words, said_on
from seren.people.provision.policies import ProvisionAction
from seren.people.provision.queries.desk import Desk

LIST = "desk.families"


@dataclass(frozen=True, slots=True)
class FamiliesShown:
    line: str
    tabs: tuple[Tab, ...]
    table: Table | None
    show: str
    words: str
    waiting: int
    newer: str
    older: str
    runs: bool
    sightings: tuple[Sighting, ...]


class Families(AtDesk, Page):
    action = ProvisionAction.OVERSEE_SETTING
    record_class = RecordClass.C5
    template_name = "families/desk/families.html"

    def read(self, actor: Actor, **ids: Any) -> FamiliesShown:
        desk, asked = self.desk(actor), self.request.GET
        chosen = Filter(asked["show"]) if asked.get("show") in set(Filter) else Filter.ALL
        about = f"{LIST}.{desk.id}.{chosen.value}"
        first = int(read_cursor(actor.person, asked["from"], about=about)[0]) if asked.get("from") else 0
        return _shown(actor, desk, reach_page(actor, desk.id, chosen, asked.get("name", ""), first), about)

    def sightings(self, model: Any) -> Iterable[Sighting]:
        return model.sightings  # type: ignore[no-any-return]


def _shown(actor: Actor, desk: Desk, found: ReachPage, about: str) -> FamiliesShown:
    words = {
        Filter.ALL: _("All"),
        Filter.WAITING: _("Not joined"),
        Filter.QUIET: _("Not heard from"),
        Filter.PAPER: _("On paper"),
    }
    tabs = tuple(
        Tab(
            f"/desk/families/?show={one.value}",
            _("%(what)s: %(number)d") % {"what": words[one], "number": found.counts[one]},
            one is found.chosen,
        )
        for one in Filter
    )

    def to(first: int) -> str:
        cursor = sign_cursor(actor.person, first, about=about)
        return "?" + urlencode({"show": found.chosen.value, "name": found.words, "from": cursor})

    return FamiliesShown(
        line=desk.name,
        tabs=tabs,
        table=_table(found) if found.rows else None,
        show=found.chosen.value,
        words=found.words,
        waiting=found.counts[Filter.WAITING],
        newer=to(max(0, found.first - found.most)) if found.first else "",
        older=to(found.first + found.most) if found.more else "",
        runs=desk.runs,
        sightings=tuple({(RecordClass.C5, row.child) for row in found.rows}),
    )


def _table(found: ReachPage) -> Table:
    columns = (
        _("Adult"),
        _("Child"),
        _("Home"),
        _("Joined"),
        _("Reads"),
        _("Last from home"),
        _("Last from us"),
        _("Key person"),
    )
    return Table(_("Adults"), tuple(Column(words) for words in columns), tuple(map(_row, found.rows)))


def _row(row: ReachRow) -> tuple[Cell, ...]:
    joined = Tag(_("Kept from the child"), "berry", "care") if row.bound else account_tag(row.account)
    home = _("%(number)d of %(all)d") % {"number": row.home, "all": row.homes} if row.home else NONE_YET
    return (
        Cell(row.account.name, f"/desk/families/{row.account.person}/"),
        Cell(f"{row.child_name} {row.family_name}", f"/desk/children/{row.child}/"),
        Cell(home),
        Cell("", tag=joined),
        Cell(_reads(row)),
        Cell(said_on(row.rhythm.from_home)),
        Cell(said_on(row.rhythm.from_setting)),
        Cell(row.key_person or NONE_YET),
    )


def _reads(row: ReachRow) -> str:
    language = languages_words([row.account.reads])
    if row.account.format.value == "page":
        return language
    return _("%(language)s, %(format)s") % {"language": language, "format": row.account.format.label}
