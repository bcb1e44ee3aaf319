"""Yes or no, and nothing more: what staff at the door, with a camera or with sun cream need to know."""

from collections.abc import Collection, Mapping
from typing import Any, NamedTuple
from uuid import UUID

from django.apps import apps
from django.db.models import BooleanField, Case, Q, QuerySet, UUIDField, Value, When

from seren.foundation.access.door import Actor, SystemReason, in_force, prepared, system, visible
from seren.people.consent.models import Asked
from seren.people.consent.policies import ConsentAction, in_force_for
from seren.people.consent.queries.standing import holds, newest, with_standing
from seren.people.consent.terms import Code


def outcomes(actor: Actor, setting: UUID, codes: Collection[Code]) -> Mapping[UUID, frozenset[Code]]:
    """Per child of this setting whose outcome the actor may know: the permissions in force. One query.

    A child in whom nobody was asked anything is there too, with none. For what is asked of one named thing
    the condition itself is the thing to ask: `in_force_for(code, actor, scope=…)`.
    """
    found = _held(actor, setting=setting, codes=tuple(codes))
    return {
        child: frozenset(code for code, yes in zip(codes, holds_, strict=True) if yes)
        for child, *holds_ in found
    }


@prepared(setting=UUIDField())
def _held(actor: Actor, *, setting: UUID, codes: tuple[Code, ...]) -> "QuerySet[Any, Any]":
    held = {
        f"holds_{number}": Case(
            When(in_force_for(code, actor), then=Value(True)),
            default=Value(False),
            output_field=BooleanField(),
        )
        for number, code in enumerate(codes)
    }
    rows: QuerySet[Any, Any] = _places(actor, setting).annotate(**held).values_list("child_id", *held)
    return rows


def things_in_force(
    actor: Actor, setting: UUID, codes: Collection[Code]
) -> Mapping[UUID, Mapping[Code, tuple[str, ...]]]:
    """Of what is asked of a named thing: the products, platforms or vehicles with a yes. One query.

    Of the same children as `outcomes`, and as little: a name that is not there has no yes.
    """
    found: dict[UUID, dict[Code, tuple[str, ...]]] = {}
    for row in map(_Thing._make, _things(actor, setting=setting, codes=tuple(codes))):
        if holds(row):
            of = found.setdefault(row.child, {})
            of[Code(row.code)] = (*of.get(Code(row.code), ()), row.scope)
    return found


class _Thing(NamedTuple):
    child: UUID
    scope: str
    code: str
    yes: bool
    no: bool
    decided: bool


@prepared(setting=UUIDField())
def _things(actor: Actor, *, setting: UUID, codes: tuple[Code, ...]) -> "QuerySet[Any, Any]":
    rows = newest(system(SystemReason.SHOWING, Asked), actor.at).filter(
        ~Q(scope=""), setting=setting, code__in=codes, child__in=_places(actor, setting).values("child")
    )
    fields = ("child_id", "scope", "code", "yes", "no", "decided")
    return with_standing(rows, actor).order_by("scope").values_list(*fields)


def _places(actor: Actor, setting: UUID) -> "QuerySet[Any, Any]":
    places: Any = visible(actor, ConsentAction.SEE_OUTCOME, apps.get_model("families.Enrolment"))
    found: QuerySet[Any, Any] = places.filter(in_force(actor.at), setting=setting)
    return found
