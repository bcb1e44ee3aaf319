"""Yes or no, and nothing more: what staff at the door, with a camera or with sun cream need to know."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import BooleanField, Case, Value, When

from seren.foundation.access.door import Actor, in_force, visible
from seren.people.consent.policies import ConsentAction, in_force_for
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
