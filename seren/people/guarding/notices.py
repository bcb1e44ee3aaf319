"""What is told of alarms and of bulk: that something waits, and nothing of it."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from seren.foundation.access.door import Actor, Level, SystemReason, may, system
from seren.foundation.notify.door import Kind, Told, Urgency, register
from seren.people.guarding.models import BulkRequest, Stop
from seren.people.guarding.policies import GuardingAction
from seren.people.provision.queries import colleagues_of, who_decide_at


def _who_watch(notice: Told, at: datetime) -> set[UUID]:
    """Everybody whom access lets look at it: never the account itself."""
    person = system(SystemReason.TELLING, Stop).values_list("person_id", flat=True).get(pk=notice.subject)
    return {
        one
        for one in colleagues_of(person, at)
        if may(Actor(one, notice.provider, Level.STRONG, at), GuardingAction.LOOK_AT_ALARM, notice.subject)
    }


def _who_agree(notice: Told, at: datetime) -> set[UUID]:
    setting = (
        system(SystemReason.TELLING, BulkRequest).values_list("setting_id", flat=True).get(pk=notice.subject)
    )
    return {
        one
        for one in who_decide_at(setting, at)
        if may(Actor(one, notice.provider, Level.STRONG, at), GuardingAction.AGREE_BULK, notice.subject)
    }


ALARM = Kind(
    code="guarding.alarm",
    title=_("Seren needs you now"),
    line=_("Somebody should look at an account today. Sign in and see what waits on your desk."),
    audience=_who_watch,
    link=lambda notice: f"/desk/alarms/{notice.subject}/",
    urgency=Urgency.NOW,
)
BULK_ASKED = Kind(
    code="guarding.bulk_asked",
    title=_("A second person is needed"),
    line=_("Somebody on your team asks for a second person. Sign in to say yes or no."),
    audience=_who_agree,
    link=lambda notice: "/desk/bulk/",
)
register(ALARM, BULK_ASKED)
