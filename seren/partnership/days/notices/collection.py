"""What may be told of a day, to whom, how urgently. A notice names nobody, and not what it is about."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from seren.foundation.access.door import Actor, Level, SystemReason, may, system
from seren.foundation.deadlines.door import Due
from seren.foundation.notify.door import Kind, Told, Urgency, register, send
from seren.partnership.days.models import CollectWord
from seren.partnership.days.policies import CollectionAction
from seren.people.provision.queries import who_decide_at


def _who_weigh(notice: Told, at: datetime) -> set[UUID]:
    """Manager, deputy and safeguarding leads there, less who is family of the child."""
    word = system(SystemReason.TELLING, CollectWord).get(pk=notice.subject)
    return {
        person
        for person in who_decide_at(word.setting_id, at)
        if may(Actor(person, notice.provider, Level.STRONG, at), CollectionAction.WEIGH_WORD, word)
    }


WORD_WAITS = Kind(
    "days.word_waits",
    _("Something needs you today"),
    _("Something at your desk in Seren needs you today."),
    _who_weigh,
    lambda _notice: "/desk/",
    urgency=Urgency.NOW,
)
WORD_LATE = Kind(
    "days.word_late",
    _("Something is overdue"),
    _("Something at your desk in Seren was due, and still waits."),
    _who_weigh,
    lambda _notice: "/desk/",
)
register(WORD_WAITS, WORD_LATE)


def tell_waits(word: CollectWord, *, now: datetime) -> None:
    send(WORD_WAITS, word, setting=word.setting_id, now=now)


def tell_late(due: Due, now: datetime) -> None:
    """For the clock: queues the notice."""
    word = system(SystemReason.TELLING, CollectWord).get(pk=due.subject_id)
    send(WORD_LATE, word, setting=due.setting_id, now=now)
