"""The very words a yes stands on: for rooms that keep whom they may take, and on whose yes."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.apps import apps

from seren.foundation.access.door import Actor, SystemReason, system
from seren.people.consent.models import Asked
from seren.people.consent.policies import in_force_for
from seren.people.consent.policies.standing import yeses
from seren.people.consent.terms import WRITTEN, Channel, Code


@dataclass(frozen=True, slots=True)
class Yes:
    answer: UUID
    channel: Channel


def yeses_in_force(
    actor: Actor, code: Code, scope: str, *, setting: UUID, children: Collection[UUID]
) -> dict[UUID, Yes]:
    """Per child in whom the permission holds at this instant: the newest written yes. Two queries.

    For a verb, in its own section: the caller has asked who may act.
    """
    model: Any = apps.get_model("families.Child")
    holding = system(SystemReason.WRITING, model).filter(
        in_force_for(code, actor, child="pk", setting=setting, scope=scope), pk__in=children
    )
    held = list(holding.values_list("pk", flat=True))
    words = yeses(actor).filter(
        child__in=held, setting=setting, code=code, scope=scope, channel__in=sorted(WRITTEN)
    )
    fields = words.order_by("at", "id").values_list("child_id", "pk", "channel")
    return {child: Yes(answer, Channel(channel)) for child, answer, channel in fields}


def newest_question(child: UUID, setting: UUID, code: Code, scope: str) -> Asked | None:
    """What the family was asked last of this thing: for a verb that asks only where nobody has."""
    rows = system(SystemReason.WRITING, Asked).filter(child=child, setting=setting, code=code, scope=scope)
    return rows.order_by("asked_at", "id").last()


def names_taken(setting: UUID, code: Code, beginning: str) -> set[str]:
    """The named things of this setting that begin so: answers to one never count for another."""
    rows = system(SystemReason.WRITING, Asked).filter(setting=setting, code=code, scope__startswith=beginning)
    return set(rows.values_list("scope", flat=True))
