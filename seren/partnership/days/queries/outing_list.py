"""Who may go, and who is on the list: worked out at this instant, at every look."""

from typing import Any
from uuid import UUID

from django.db.models import BooleanField, Case, Exists, OuterRef, Q, QuerySet, Value, When

from seren.foundation.access.door import Actor, SystemReason, system
from seren.partnership.days.models import OutingInvited, OutingListed
from seren.partnership.days.policies import may_go
from seren.partnership.days.terms.outing import OUT_OR_BACK


def invited(actor: Actor, outing: UUID) -> "QuerySet[Any]":
    """Those it is for. `goes`: they may go now. `listed`: on the list. `has_row`: they were put there.

    Once it is out, the list is who went: a child who is there is counted, whatever is said since.
    """
    row = system(SystemReason.SHOWING, OutingListed).filter(
        outing=OuterRef("outing_id"), child=OuterRef("child_id")
    )
    rows = system(SystemReason.SHOWING, OutingInvited).filter(outing=outing)
    rows = rows.annotate(goes=_held(may_go(actor)), has_row=Exists(row))
    away = Q(outing__state__in=OUT_OR_BACK)
    return rows.annotate(listed=_held(Q(has_row=True) & (away | Q(goes=True))))


def _held(condition: Q) -> Case:
    return Case(When(condition, then=Value(True)), default=Value(False), output_field=BooleanField())
