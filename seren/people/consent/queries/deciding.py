"""What leaders decided where adults disagree, for those who may read who said what."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from seren.foundation.access.door import Actor, SystemReason, system
from seren.foundation.kernel import clock
from seren.people.consent.models import Decision
from seren.people.consent.policies.standing import TO_DECIDE
from seren.people.consent.terms import Code


@dataclass(frozen=True, slots=True)
class DecisionShown:
    """A leader’s newest decision on a trip. Whether it still holds is said by the question’s standing."""

    name: str
    goes: bool
    why: str
    on: date


def decisions_shown(asked: Sequence[Any], actor: Actor) -> dict[tuple[str, str], DecisionShown]:
    """By code and named thing, of rows with their standing. The caller has asked who may look.

    Asks nothing where no trip is disputed.
    """
    asked = [row for row in asked if row.yes and row.no and Code(row.code) in TO_DECIDE]
    if not asked:
        return {}
    rows = system(SystemReason.SHOWING, Decision).filter(
        child__in={row.child_id for row in asked},
        setting__in={row.setting_id for row in asked},
        at__lte=actor.at,
    )
    return {
        (one.code, one.scope): DecisionShown(one.decided_by.name, one.goes, one.why, clock.day_of(one.at))
        for one in rows.select_related("decided_by").order_by("at", "id")
    }
