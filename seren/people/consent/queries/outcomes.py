"""Yes or no, and nothing more: what staff at the door, with a camera or with sun cream need to know."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import BooleanField, Case, Value, When

from seren.foundation.access.door import Actor, SystemReason, in_force, system, visible
from seren.people.consent.models import Asked
from seren.people.consent.policies import ConsentAction, in_force_for
from seren.people.consent.queries.standing import holds, newest, with_standing
from seren.people.consent.terms import Code


def outcomes(actor: Actor, setting: UUID, codes: Collection[Code]) -> Mapping[UUID, frozenset[Code]]:
    """Per child of this setting whose outcome the actor may know: the permissions in force. One query.

    A child in whom nobody was asked anything is there too, with none. For what is asked of one named thing
    the condition itself is the thing to ask: `in_force_for(code, actor, scope=…)`.
    """
    places: Any = visible(actor, ConsentAction.SEE_OUTCOME, apps.get_model("families.Enrolment"))
    held = {
        f"holds_{number}": Case(
            When(in_force_for(code, actor), then=Value(True)),
            default=Value(False),
            output_field=BooleanField(),
        )
        for number, code in enumerate(codes)
    }
    rows = places.filter(in_force(actor.at), setting=setting).annotate(**held).values("child_id", *held)
    return {
        row["child_id"]: frozenset(code for code, name in zip(codes, held, strict=True) if row[name])
        for row in rows
    }


def things_in_force(
    actor: Actor, setting: UUID, codes: Collection[Code]
) -> Mapping[UUID, Mapping[Code, tuple[str, ...]]]:
    """Of what is asked of a named thing: the products, platforms or vehicles with a yes. One query.

    Of the same children as `outcomes`, and as little: a name that is not there has no yes.
    """
    places: Any = visible(actor, ConsentAction.SEE_OUTCOME, apps.get_model("families.Enrolment"))
    places = places.filter(in_force(actor.at), setting=setting)
    rows = newest(system(SystemReason.SHOWING, Asked), actor.at).filter(
        setting=setting, code__in=[*codes], child__in=places.values("child")
    )
    found: dict[UUID, dict[Code, tuple[str, ...]]] = {}
    for row in with_standing(rows, actor).order_by("scope"):
        if row.scope and holds(row):
            of = found.setdefault(row.child_id, {})
            of[Code(row.code)] = (*of.get(Code(row.code), ()), row.scope)
    return found
