"""One promise opened: measured as this is read, with the rows behind it that this reader may see."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from seren.doors.web.promises.board import HOME, nothing_yet
from seren.doors.web.promises.here import Here
from seren.foundation.access.door import Actor, NotThere
from seren.foundation.kernel.refusals import Refused
from seren.foundation.promises.door import (
    Evidence,
    Measured,
    NoClause,
    Promise,
    Row,
    RowSaid,
    State,
    clause,
    evidence_now,
    open_to,
    promises_of,
    worst,
)
from seren.foundation.search.door import read_cursor, sign_cursor
from seren.foundation.ui.door import Cell, Column, PromiseShown, PromiseState, Tab, Table, Tag, day_words

ON_A_PAGE = 50
MISSING = "missing"


@dataclass(frozen=True, slots=True)
class ProofRead:
    """One room's evidence: the figure, how it is counted, and a page of its rows."""

    id: str
    shown: PromiseShown
    period: str
    counted: str
    table: Table | None
    not_open: str
    tabs: tuple[Tab, ...]
    newer: str
    older: str


@dataclass(frozen=True, slots=True)
class ClauseRead:
    id: str
    title: str
    means: str
    state: str
    proofs: tuple[ProofRead, ...]


@dataclass(frozen=True, slots=True)
class Looking:
    """Which part of the rows: all or only those that do not hold, and from where on."""

    show: str = ""
    cursor: str = ""


def clause_of(actor: Actor, here: Here, name: str, looking: Looking) -> ClauseRead:
    """Raises NotThere for a clause there is not, or that nothing measures."""
    proofs = [(promise, evidence_now(promise, here.place, actor.at)) for promise in promises_of(_known(name))]
    if not proofs:
        raise NotThere(name)
    words = clause(name).said(get_language() or "en")
    state = worst(evidence.state for _promise, evidence in proofs)
    read = tuple(_proof(actor, here, *proof, looking) for proof in proofs)
    return ClauseRead(name, words.title, words.means, state.value, read)


def _known(name: str) -> str:
    try:
        return clause(name).id
    except NoClause as absent:
        raise NotThere(name) from absent


def _proof(actor: Actor, here: Here, promise: Promise, evidence: Evidence, looking: Looking) -> ProofRead:
    told = sorted(
        open_to(actor, promise, evidence.rows).items(),
        key=lambda one: (one[0].holds, one[0].mended, one[1].title.casefold(), one[0].subject),
    )
    wanted = [one for one in told if not (looking.show == MISSING and one[0].holds)]
    about = f"promise {promise.source} {here.place.setting} {looking.show}"
    start = _start(actor.person, looking.cursor, about)
    return ProofRead(
        id=promise.source.replace(".", "-"),
        shown=_figure(promise, evidence),
        period=_period(evidence.since, evidence.until),
        counted=promise.counted(),
        table=_table(promise, wanted[start : start + ON_A_PAGE]),
        not_open=_not_open(len(evidence.rows) - len(told)),
        tabs=_tabs(promise, told, looking),
        newer=_link(promise, looking, actor.person, about, start - ON_A_PAGE) if start else "",
        older=_link(promise, looking, actor.person, about, start + ON_A_PAGE)
        if len(wanted) > start + ON_A_PAGE
        else "",
    )


def _figure(promise: Promise, evidence: Evidence) -> PromiseShown:
    measured = Measured(
        evidence.state, evidence.figure, evidence.of, evidence.since, evidence.until, dict(evidence.parts)
    )
    said = nothing_yet() if evidence.state is State.UNMEASURED else promise.say(measured)
    state = PromiseState(evidence.state.value)
    return PromiseShown(state, said.line, "", promise.clause, said.figure, said.figure_line)


def _period(since: date, until: date) -> str:
    if since == until:
        return _("As it stands on %(day)s.") % {"day": day_words(until, year=True)}
    days = {"since": day_words(since, year=True), "until": day_words(until, year=True)}
    return _("From %(since)s to %(until)s.") % days


def _table(promise: Promise, rows: list[tuple[Row, RowSaid]]) -> Table | None:
    if not rows:
        return None
    columns = (Column(_("Who")), Column(_("What we found")), Column(_("How it stands")))
    return Table(_("The rows behind the figure"), columns, tuple(_cells(row, said) for row, said in rows))


def _cells(row: Row, said: RowSaid) -> tuple[Cell, ...]:
    if row.holds:
        tag = Tag(_("Fine"), "moss")
    else:
        tag = Tag(_("Put right"), "clay") if row.mended else Tag(_("Needs you"), "berry")
    return Cell(said.title, said.url, language=said.language), Cell(said.line), Cell("", tag=tag)


def _not_open(count: int) -> str:
    if count == 0:
        return ""
    return ngettext(
        "%(count)d more row is counted. It is not yours to see.",
        "%(count)d more rows are counted. They are not yours to see.",
        count,
    ) % {"count": count}


def _tabs(promise: Promise, told: list[tuple[Row, RowSaid]], looking: Looking) -> tuple[Tab, ...]:
    """Only where some hold and some do not: else there is nothing to choose."""
    if len({row.holds for row, _said in told}) < 2:
        return ()
    base = f"{HOME}{promise.clause}/"
    missing = looking.show == MISSING
    return (
        Tab(base, _("All"), not missing),
        Tab(f"{base}?show={MISSING}", _("Those that do not hold"), missing),
    )


def _start(person: UUID, cursor: str, about: str) -> int:
    """A place that is lost, or another list's, is the top."""
    try:
        return int(read_cursor(person, cursor, about=about)[0]) if cursor else 0
    except Refused:
        return 0


def _link(promise: Promise, looking: Looking, person: UUID, about: str, start: int) -> str:
    show = f"show={looking.show}&" if looking.show else ""
    return f"{HOME}{promise.clause}/?{show}from={sign_cursor(person, start, about=about)}"
