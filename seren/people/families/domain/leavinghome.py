"""A child's home at one household ends on a day, and goes on where that was a mistake."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, SystemReason, acting, system
from seren.foundation.audit.door import record
from seren.foundation.kernel.refusals import Refused
from seren.people.families.models import Child, Lives
from seren.people.families.policies import FamilyAction
from seren.people.families.terms import FamilyEvent


def end_home(*, actor: Actor, child: Child, household: UUID, until_at: datetime, now: datetime) -> None:
    """Its adults follow nothing of the child through this home from `until_at` on.

    What each adult is to the child stays, and so does the household with its other children. A child is
    never left without a home we know.
    """
    with acting(actor, FamilyAction.KEEP_RECORD, child):
        living = _going_on(child, now)
        row = living.filter(household=household).first()
        if row is None:
            raise NotThere("no home of this child")
        if until_at <= row.from_at:
            raise Refused("ends-early", _("The home cannot end before it began."), "last_day")
        others = living.exclude(household=household).filter(_after(until_at), from_at__lte=until_at)
        if not others.exists():
            raise Refused("only-home", _("We know no other home then. Add the new home first."))
        row.until_at = until_at
        row.save(update_fields=["until_at"])
        record(actor, FamilyEvent.HOME_ENDED, row.household, now=now, child=child.id)


def resume_home(*, actor: Actor, child: Child, household: UUID, now: datetime) -> None:
    """The day it ends was a mistake: the child lives there still, as they did."""
    with acting(actor, FamilyAction.KEEP_RECORD, child):
        rows = (
            system(SystemReason.WRITING, Lives)
            .select_related("household")
            .filter(child=child, household=household)
        )
        row = rows.order_by("-from_at").first()
        if row is None or row.until_at is None:
            raise NotThere("no home that ends")
        row.until_at = None
        row.save(update_fields=["until_at"])
        record(actor, FamilyEvent.HOUSEHOLD_KEPT, row.household, now=now, child=child.id)


def _going_on(child: Child, at: datetime) -> "QuerySet[Lives]":
    return system(SystemReason.WRITING, Lives).select_related("household").filter(_after(at), child=child)


def _after(at: datetime) -> Q:
    return Q(until_at__isnull=True) | Q(until_at__gt=at)
