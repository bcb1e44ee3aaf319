"""The decision: a list narrowed, one row required, a yes or no explained. One source for all three."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar
from uuid import UUID

from django.apps import apps
from django.db.models import BooleanField, Case, Exists, Model, OuterRef, Q, QuerySet, UUIDField, Value, When

from seren.foundation.access.actors import Actor, Doer, Operator
from seren.foundation.access.compiled import Decided
from seren.foundation.access.guarded import unguarded
from seren.foundation.access.prepared import Prepared, prepared
from seren.foundation.access.rules import Action, Because, Rule, model_of, rule_for, rule_on
from seren.foundation.kernel import db

M = TypeVar("M", bound=Model)


class NotThere(Exception):
    """Missing, or not yours: one answer for both."""


def visible(actor: Actor, action: Action, model: type[M]) -> "QuerySet[M]":
    """The rows on which this actor may do this. Not evaluated; its SQL alone decides."""
    return _open_rows(rule_on(action, model), actor)


def through(actor: Actor, action: Action, model: type[Model], field: str) -> Q:
    """True where the row that `field` points to is visible: how one rule stands on another."""
    return Q(Exists(visible(actor, action, model).filter(pk=OuterRef(field))))


def require(actor: Doer, action: Action, row: Model | UUID) -> None:
    """Raises NotThere unless this actor may do this to this row, now. Another room's row goes by its id."""
    rule = rule_for(action) if isinstance(row, UUID) else rule_on(action, type(row))
    if isinstance(actor, Operator):
        of_provider(actor.provider, rule.model, _key(row))
    elif not _open_rows(rule, actor).filter(pk=_key(row)).exists():
        raise NotThere(f"{action}")


@contextmanager
def acting(actor: Doer, action: Action, row: Model | UUID) -> Iterator[db.Section]:
    """A verb's writing section, with the right to it checked inside: what is read is what is decided on."""
    with db.writing() as section:
        require(actor, action, row)
        yield section


def may(actor: Actor, action: Action, row: Model | UUID) -> bool:
    try:
        require(actor, action, row)
    except NotThere:
        return False
    return True


def of_provider(provider: UUID, model: str, *keys: UUID) -> None:
    """Raises NotThere unless every row is there and of this provider: before rows are tied together."""
    rows = unguarded(apps.get_model(model)).filter(pk__in=keys, provider_id=provider)
    if rows.count() != len(set(keys)):
        raise NotThere(model)


def find(actor: Actor, action: Action, model: type[M], pk: UUID) -> M:
    """The one row, if this actor may. Raises NotThere otherwise."""
    row = visible(actor, action, model).filter(pk=pk).first()
    if row is None:
        raise NotThere(f"{action}")
    return row


@dataclass(frozen=True, slots=True)
class Answer:
    """One named reason, and whether it holds on the row. `reached` tells of the sign-in it asks for."""

    who: str
    holds: bool
    reached: bool


@dataclass(frozen=True, slots=True)
class Why:
    """Why a row is or is not open: each reason of the rule, evaluated on that one row."""

    allowed: bool
    same_provider: bool
    permits: tuple[Answer, ...]
    denies: tuple[Answer, ...]
    within: tuple[Answer, ...] = ()


def why(actor: Actor, action: Action, pk: UUID) -> Why | None:
    """Explain the decision on one row. None where the row does not exist at all."""
    rule = rule_for(action)
    row = _explained(rule, actor, pk)
    if row is None:
        return None
    permits = _answers(rule.permits, "permit", actor, row)
    denies = _answers(rule.denies, "deny", actor, row)
    same = row["provider_id"] == actor.provider
    within = _answers((rule.within,) if rule.within else (), "within", actor, row)
    allowed = same and any(a.holds and a.reached for a in permits) and not any(a.holds for a in denies)
    allowed = allowed and all(a.holds for a in within)
    return Why(allowed, same, permits, denies, within)


def _open_rows(rule: Rule, actor: Actor) -> "QuerySet[Any]":
    return unguarded(model_of(rule)).filter(Decided(rule, actor))


def _key(row: Model | UUID) -> UUID:
    return row if isinstance(row, UUID) else row.pk


def _explained(rule: Rule, actor: Actor, pk: UUID) -> dict[str, Any] | None:
    """Each reason's answer on the one row. How it is asked is written once for each rule."""
    asking = _explaining.get(id(rule))
    if asking is None or asking[0] is not rule:
        asking = _explaining[id(rule)] = (rule, prepared(key=UUIDField())(partial(_reasons, rule)))
    rows = asking[1](actor, key=pk)
    return dict(zip(("provider_id", *_conditions(rule)), rows[0], strict=True)) if rows else None


def _reasons(rule: Rule, actor: Actor, *, key: UUID) -> "QuerySet[Any, Any]":
    held = {name: _as_boolean(reason.when(actor)) for name, reason in _conditions(rule).items()}
    rows: QuerySet[Any] = unguarded(model_of(rule)).filter(pk=key).annotate(**held)
    return rows.values_list("provider_id", *held)


def _conditions(rule: Rule) -> dict[str, Because]:
    within = (rule.within,) if rule.within else ()
    named = (("permit", rule.permits), ("deny", rule.denies), ("within", within))
    return {f"{kind}_{n}": reason for kind, reasons in named for n, reason in enumerate(reasons)}


_explaining: dict[int, tuple[Rule, Prepared[Any]]] = {}


def _as_boolean(condition: Q) -> Case:
    return Case(When(condition, then=Value(True)), default=Value(False), output_field=BooleanField())


def _answers(
    reasons: tuple[Because, ...], kind: str, actor: Actor, row: dict[str, Any]
) -> tuple[Answer, ...]:
    return tuple(
        Answer(reason.who, bool(row[f"{kind}_{number}"]), actor.reaches(reason.floor))
        for number, reason in enumerate(reasons)
    )
