"""The oracle beside an implementation, adult by adult, in words a person can follow.

An implementation is a `look(world, who) -> Sight`. Over a database: put the rows of `batch.world` in once
(`batch.crossed` names the adults whose facts reach over the tenant line, should it refuse them), then give,
for each actor and question, the ids its own lists hold. Questions it leaves out are not compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .batch import Batch
from .facts import Who
from .questions import Look, seen_by, sort_key


@dataclass(frozen=True)
class Difference:
    who: str
    level: str | None
    question: str
    thing: str
    thing_id: Any
    oracle_says: bool

    def __str__(self) -> str:
        said, other = ("yes", "no") if self.oracle_says else ("no", "yes")
        return (
            f"{self.who} at {self.level}: {self.question}: {self.thing}: the oracle says {said}, not {other}"
        )


def differences(batch: Batch, look: Look, refused: frozenset[str] = frozenset()) -> Iterator[Difference]:
    """`refused`: adults the database would not hold (some of `batch.crossed`)."""
    for who in batch.actors:
        if who.person not in refused:
            yield from for_one(batch, who, look)


def for_one(batch: Batch, who: Who, look: Look) -> Iterator[Difference]:
    theirs = look(batch.world, who)
    ours = seen_by(batch.world, who, frozenset(theirs))
    for question in ours:
        for id_ in sorted(ours[question] ^ set(theirs[question]), key=sort_key):
            thing = name_of(batch, id_)
            yield Difference(batch.labels[who.person], who.level, question, thing, id_, id_ in ours[question])


def name_of(batch: Batch, id_: Any) -> str:
    parts = id_ if isinstance(id_, tuple) else (id_,)
    return " / ".join(batch.labels.get(part) or part for part in parts)
