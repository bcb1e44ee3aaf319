"""All promises of a setting at a glance, read from what was worked out last."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from seren.doors.web.promises.here import Here
from seren.foundation.promises.door import Proof, Said, Standing, State, standings
from seren.foundation.ui.door import LinkShown, PromiseShown, PromiseState, Tab, Tally, when_words

HOME = "/desk/partnership/"
FIRST = (State.NOT_KEPT, State.AT_RISK)
ORDER = (State.KEPT, State.AT_RISK, State.NOT_KEPT, State.UNMEASURED)


@dataclass(frozen=True, slots=True)
class Board:
    """`first` are those to look at. A group is empty where the filter leaves it out, or nothing stands so."""

    setting: str
    worked_out: str
    never: bool
    states: tuple[str, ...]
    tallies: tuple[Tally, ...]
    tabs: tuple[Tab, ...]
    first: tuple[PromiseShown, ...]
    kept: tuple[PromiseShown, ...]
    unmeasured: tuple[PromiseShown, ...]
    open_unmeasured: bool
    none_of_these: bool


def board_of(here: Here, now: datetime, state: str = "", *, on_paper: bool = False) -> Board:
    """`state` narrows to one standing; anything that is none narrows nothing. Paper has no links."""
    wanted = State(state) if state in State.values else None
    found = standings(here.place.setting)
    latest = max((proof.as_of for one in found for proof in one.proofs), default=None)
    groups = [_shown(found, group, wanted, on_paper) for group in (FIRST, (State.KEPT,), (State.UNMEASURED,))]
    return Board(
        setting=here.name,
        worked_out="" if latest is None else when_words(latest, now),
        never=latest is None,
        states=tuple(one.state.value for state in ORDER for one in found if one.state is state),
        tallies=tuple(Tally(PromiseState(one.value), _count(found, one)) for one in ORDER),
        tabs=_tabs(found, wanted),
        first=groups[0],
        kept=groups[1],
        unmeasured=groups[2],
        open_unmeasured=wanted is State.UNMEASURED,
        none_of_these=not any(groups),
    )


def said_of(proof: Proof) -> Said:
    """A figure in words. Of nothing there is nothing to say."""
    if proof.measured.state is State.UNMEASURED:
        return nothing_yet()
    return proof.promise.say(proof.measured)


def nothing_yet() -> Said:
    return Said("", _("No figure yet"), _("There is nothing to count yet."))


def _shown(
    found: Iterable[Standing], group: Iterable[State], wanted: State | None, on_paper: bool
) -> tuple[PromiseShown, ...]:
    """The worse ones first; among equals the policies' order."""
    return tuple(
        _promise(one, on_paper)
        for state in group
        if wanted in (None, state)
        for one in found
        if one.state is state
    )


def _promise(one: Standing, on_paper: bool) -> PromiseShown:
    words = one.clause.said(get_language() or "en")
    if not one.proofs:
        return PromiseShown(
            PromiseState.UNMEASURED, words.title, words.means, one.clause.id, "", _("No figure yet")
        )
    said = said_of(one.proofs[0])
    act = None if on_paper else LinkShown(f"{HOME}{one.clause.id}/", _("See the rows"))
    return PromiseShown(
        PromiseState(one.state.value),
        words.title,
        said.line,
        one.clause.id,
        said.figure,
        said.figure_line,
        act,
    )


def _tabs(found: Iterable[Standing], wanted: State | None) -> tuple[Tab, ...]:
    every = Tab(HOME, _("All"), wanted is None)
    return (every, *(Tab(f"{HOME}?state={one.value}", one.label, one is wanted) for one in ORDER))


def _count(found: Iterable[Standing], state: State) -> int:
    return sum(one.state is state for one in found)
