"""`/desk/`: what needs a leader today, by date, and the families nobody has heard from."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seren.doors.web.desk.needs import by_date, needs_asked
from seren.doors.web.promises.board import ORDER
from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.kernel import clock
from seren.foundation.kernel.questions import ask_all
from seren.foundation.promises.door import State, standings
from seren.foundation.ui.door import (
    Cell,
    Column,
    DueState,
    NeedShown,
    Page,
    Sighting,
    Table,
    endonym,
    short_day,
)
from seren.foundation.ui.door import standing as day_standing
from seren.people.families.queries.desk import ReachRow, places_asked, reach_of
from seren.people.provision.policies import ProvisionAction
from seren.people.provision.queries.calendar import calendar_asked
from seren.people.provision.queries.desk import desk_of, wished_setting

MOST_QUIET = 6


@dataclass(frozen=True, slots=True)
class PromisesShown:
    """One piece of paper for each promise, and how many stand how."""

    states: tuple[str, ...]
    line: str


@dataclass(frozen=True, slots=True)
class HomeShown:
    """The day in words, the list in three parts, the promises, and the quiet families as a table."""

    line: str
    late: tuple[NeedShown, ...]
    today: tuple[NeedShown, ...]
    later: tuple[NeedShown, ...]
    promises: PromisesShown | None
    quiet: Table | None
    sightings: tuple[Sighting, ...]


class DeskHome(Page):
    action = ProvisionAction.OVERSEE_SETTING
    record_class = RecordClass.C5
    template_name = "web/desk/home.html"
    runs_the_day = True  # whoever leads must find an alarm here, whatever their own account has read

    def read(self, actor: Actor, **ids: Any) -> HomeShown:
        desk = desk_of(actor, wished_setting(self.request))
        places, is_open, waiting = ask_all(
            places_asked(actor, desk.id), calendar_asked(desk.id), needs_asked(actor, desk)
        )
        reached = reach_of(actor, desk.id, places, is_open)
        needs = by_date(actor, waiting, reached)
        quiet = _one_a_child([row for row in reached if row.quiet])[:MOST_QUIET]
        return HomeShown(
            line=_line(clock.day_of(actor.at), len(needs)),
            late=_of(needs, DueState.LATE),
            today=_of(needs, DueState.TODAY),
            later=_of(needs, DueState.SOON, DueState.TRACK, DueState.PAUSED),
            promises=_promises(desk.id),
            quiet=_table(quiet) if quiet else None,
            sightings=tuple((RecordClass.C5, row.child) for row in quiet),
        )

    def sightings(self, model: Any) -> Iterable[Sighting]:
        return model.sightings  # type: ignore[no-any-return]


def _promises(setting: UUID) -> PromisesShown | None:
    """None until they have been worked out once."""
    counts = Counter(one.state for one in standings(setting))
    if counts.keys() <= {State.UNMEASURED}:
        return None
    words = {"kept": counts[State.KEPT], "risk": counts[State.AT_RISK], "broken": counts[State.NOT_KEPT]}
    line = _("%(kept)d kept, %(risk)d at risk, %(broken)d not kept.") % words
    measured = (state for state in ORDER if state is not State.UNMEASURED)
    return PromisesShown(tuple(one.value for one in measured for _each in range(counts[one])), line)


def _line(today: date, number: int) -> str:
    words = ngettext("%(day)s. %(count)d thing, by date.", "%(day)s. %(count)d things, by date.", number)
    return words % {"day": day_standing(today, year=True), "count": number}


def _of(needs: Sequence[NeedShown], *states: DueState) -> tuple[NeedShown, ...]:
    return tuple(need for need in needs if need.due.state in states)


def _one_a_child(rows: Sequence[ReachRow]) -> list[ReachRow]:
    return list({row.child: row for row in reversed(rows)}.values())[::-1]


def _table(rows: Sequence[ReachRow]) -> Table:
    columns = (_("Child"), _("Reads"), _("Last from home"), _("Last from us"), _("Key person"))
    return Table(
        _("Nobody left out: who we have not heard from"),
        tuple(Column(words) for words in columns),
        tuple(_quiet(row) for row in rows),
    )


def _quiet(row: ReachRow) -> tuple[Cell, ...]:
    def said(at: Any) -> str:
        return short_day(clock.day_of(at)) if at else _("Never")

    return (
        Cell(f"{row.child_name} {row.family_name}", f"/desk/children/{row.child}/"),
        Cell(endonym(row.account.reads), language=row.account.reads),
        Cell(said(row.rhythm.from_home)),
        Cell(said(row.rhythm.from_setting)),
        Cell(row.key_person or _("None yet")),
    )
