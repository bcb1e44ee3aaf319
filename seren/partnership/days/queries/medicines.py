"""Medicines as read models: whoever asks has narrowed the rows to what may be seen."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, Case, OuterRef, QuerySet, Subquery, Value, When

from seren.foundation.access.door import Actor, SystemReason, system, through
from seren.partnership.days.models import Bottle, CareEntry, Medicine
from seren.partnership.days.policies import CareAction
from seren.partnership.days.terms.care import (
    Outcome,
    Prescriber,
)
from seren.people.consent.policies import in_force_for
from seren.people.consent.terms import Code


@dataclass(frozen=True, slots=True)
class MedicineShown:
    """`permitted`: its own written permission holds now. `may_give`: this reader may write a dose down.
    `expires_on` is None where nobody saw the bottle.
    """

    id: UUID
    child: UUID
    child_name: str
    asked: UUID
    name: str
    dose: str
    often: str
    prescribed: Prescriber
    emergency: bool
    from_day: date
    until_day: date
    permitted: bool
    may_give: bool
    where: str
    expires_on: date | None
    last_at: datetime | None


def medicines_shown(actor: Actor, rows: "QuerySet[Medicine]") -> tuple[MedicineShown, ...]:
    """Those whose days go on first, then by name of the child. Two queries."""
    held = in_force_for(Code.MED_NAMED, actor, scope=OuterRef("asked__scope"))
    doses = system(SystemReason.SHOWING, CareEntry).filter(medicine=OuterRef("pk"), outcome=Outcome.TAKEN)
    found: list[Any] = list(
        rows.annotate(
            permitted=yes(held),
            may_give=yes(through(actor, CareAction.GIVE_MEDICINE, Medicine, "pk")),
            last_at=Subquery(doses.order_by("-happened_at").values("happened_at")[:1]),
        )
        .select_related("child")
        .order_by("child__known_as", "child_id", "-until_day", "-id")
    )
    bottles = _bottles([row.pk for row in found])
    return tuple(_medicine(row, bottles.get(row.pk)) for row in found)


def _bottles(medicines: Collection[UUID]) -> dict[UUID, Bottle]:
    if not medicines:
        return {}
    rows = system(SystemReason.SHOWING, Bottle).filter(medicine__in=medicines)
    return {row.medicine_id: row for row in rows.order_by("seen_at", "id")}


def _medicine(row: Any, bottle: Bottle | None) -> MedicineShown:
    said = row.details
    return MedicineShown(
        id=row.pk,
        child=row.child_id,
        child_name=row.child.known_as,
        asked=row.asked_id,
        name=said["name"],
        dose=said["dose"],
        often=said["often"],
        prescribed=Prescriber(said["prescribed"]),
        emergency=row.emergency,
        from_day=row.from_day,
        until_day=row.until_day,
        permitted=row.permitted,
        may_give=row.may_give,
        where=bottle.where if bottle else "",
        expires_on=bottle.expires_on if bottle else None,
        last_at=row.last_at,
    )


def yes(condition: Any) -> Case:
    return Case(When(condition, then=Value(True)), default=Value(False), output_field=BooleanField())
