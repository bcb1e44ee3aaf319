"""What rooms can prove: one function a room and clause, declared in the room's `promises.py`."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from seren.foundation.access.door import Action, Actor
from seren.foundation.promises.clauses import clause as clause_named
from seren.foundation.promises.evidence import Evidence, Row
from seren.foundation.promises.places import Day
from seren.foundation.promises.terms import State

SOURCE_LENGTH = 80


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures of one piece of evidence, without its rows: what is kept, what sentences are made of."""

    state: State
    figure: int
    of: int
    since: date
    until: date
    parts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Said:
    """A figure in words, in the reader's language: “37 of 41”, “families, both ways”, and one sentence."""

    figure: str
    figure_line: str
    line: str


@dataclass(frozen=True, slots=True)
class RowSaid:
    """A row in words. `title` names it as this reader knows it."""

    title: str
    line: str
    url: str = ""
    language: str = ""


Measure = Callable[[Day], Evidence]
Say = Callable[[Measured], Said]
# What a row's subject is called by, as `names` asked for it.
Named = Mapping[UUID, tuple[Any, ...]]
ShowRows = Callable[[Actor, Sequence[Row], Named], Mapping[UUID, RowSaid]]


@dataclass(frozen=True, slots=True)
class Promise:
    """One clause as one room proves it.

    `sees`: the action that opens a row's subject to a reader; `names`: fields of it that `show` is given.
    """

    clause: str
    source: str
    measure: Measure
    sees: Action
    say: Say
    show: ShowRows
    counted: Callable[[], str]
    names: tuple[str, ...] = ()


_promises: dict[str, Promise] = {}


def promise(
    clause: str,
    *,
    sees: Action,
    say: Say,
    show: ShowRows,
    counted: Callable[[], str],
    names: tuple[str, ...] = (),
) -> Callable[[Measure], Measure]:
    """Declare the evidence for a clause. `counted` says in words what is counted, and what is left out."""
    clause_named(clause)

    def declared(measure: Measure) -> Measure:
        room = measure.__module__.partition(".promises")[0].rpartition(".")[2]
        source = f"{room}.{measure.__name__}"[:SOURCE_LENGTH]
        made = Promise(clause, source, measure, sees, say, show, counted, names)
        if _promises.setdefault(source, made).measure is not measure:
            raise ValueError(f"two promises are called {source}")
        return measure

    return declared


def promises_of(clause: str) -> tuple[Promise, ...]:
    return tuple(found for found in _promises.values() if found.clause == clause)


def promises() -> tuple[Promise, ...]:
    return tuple(_promises.values())


def by_source(sources: Collection[str]) -> dict[str, Promise]:
    """Those still declared: a result of a room that has gone is passed over."""
    return {source: _promises[source] for source in sources if source in _promises}
