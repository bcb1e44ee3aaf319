"""What families are told of an outing: that there is something. Never where, never when."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from seren.foundation.access.door import Actor, Level, SystemReason, may, system
from seren.foundation.notify.door import Kind, Told, Urgency, register
from seren.partnership.days.models import OutingInvited
from seren.partnership.days.policies import OutingAction
from seren.people.consent.policies import ConsentAction
from seren.people.families.queries import adults_near


def _family(notice: Told, at: datetime) -> set[UUID]:
    """The adults of the child who may know where the outing goes, as things stand at that instant."""
    row: Any = system(SystemReason.TELLING, OutingInvited).get(pk=notice.subject)
    near = adults_near([row.child_id], at)
    return {
        one for one in near if may(Actor(one, notice.provider, Level.STRONG, at), OutingAction.FOLLOW, row)
    }


def _who_only_read(notice: Told, at: datetime) -> set[UUID]:
    """Whoever answers is told by the question itself, and not twice."""
    row: Any = system(SystemReason.TELLING, OutingInvited).get(pk=notice.subject)
    return {
        one
        for one in _family(notice, at)
        if not may(Actor(one, notice.provider, Level.STRONG, at), ConsentAction.ANSWER, row.asked_id)
    }


def _to_outing(notice: Told) -> str:
    row: Any = system(SystemReason.TELLING, OutingInvited).get(pk=notice.subject)
    return f"/on/{row.outing_id}/"


OUTING_ASKED = Kind(
    "days.outing_asked",
    _("There is something new to read"),
    _("There is something new for you to read in Seren."),
    _who_only_read,
    _to_outing,
)
OUTING_CALLED_OFF = Kind(
    "days.outing_called_off",
    _("A plan has changed"),
    _("Something you were asked about is not happening. Seren shows you what."),
    _family,
    _to_outing,
    urgency=Urgency.NOW,
)

register(OUTING_ASKED, OUTING_CALLED_OFF)
