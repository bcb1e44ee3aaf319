"""How a setting's promises stand: read from what was worked out, never measured by looking."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from seren.foundation.access.door import Actor, SystemReason, model_of, rule_for, system, visible
from seren.foundation.promises.clauses import Clause, clauses
from seren.foundation.promises.evidence import Row
from seren.foundation.promises.models import PromiseResult
from seren.foundation.promises.registry import Measured, Promise, RowSaid, by_source
from seren.foundation.promises.terms import State, worst


@dataclass(frozen=True, slots=True)
class Proof:
    """One room's evidence as it was worked out."""

    promise: Promise
    measured: Measured
    as_of: datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """One clause: the worst of its proofs first. Without any it is not measured yet."""

    clause: Clause
    state: State
    proofs: tuple[Proof, ...]


def standings(setting: UUID) -> tuple[Standing, ...]:
    """Every clause in the policies’ order, in one query. The caller has asked whether the setting is open."""
    kept = system(SystemReason.SHOWING, PromiseResult).filter(setting_id=setting).order_by("source")
    rows = list(kept)
    known = by_source([row.source for row in rows])
    found: dict[str, list[Proof]] = {}
    for row in rows:
        if (promise := known.get(row.source)) is not None:
            found.setdefault(promise.clause, []).append(Proof(promise, _measured(row), row.as_of))
    return tuple(_standing(clause, found.get(clause.id, [])) for clause in clauses())


def open_to(reader: Actor, promise: Promise, rows: Iterable[Row]) -> dict[Row, RowSaid]:
    """Only the rows whose subject this reader may see, each in words."""
    held = list(rows)
    model = model_of(rule_for(promise.sees))
    seen = visible(reader, promise.sees, model).filter(pk__in={row.subject for row in held})
    named = {key: tuple(names) for key, *names in seen.values_list("pk", *promise.names)}
    may = [row for row in held if row.subject in named]
    said = promise.show(reader, may, named)
    return {row: said[row.subject] for row in may if row.subject in said}


def _standing(clause: Clause, proofs: list[Proof]) -> Standing:
    state = worst(proof.measured.state for proof in proofs)
    proofs.sort(key=lambda proof: proof.measured.state is not state)
    return Standing(clause, state, tuple(proofs))


def _measured(row: PromiseResult) -> Measured:
    return Measured(State(row.state), row.figure, row.of, row.since, row.until, row.parts)
