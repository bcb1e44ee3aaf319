"""What may be told of medicines and accidents: to both homes at one instant, to key people, to leaders."""

from collections.abc import Callable, Iterable
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from seren.foundation.access.door import Action, Actor, Level, SystemReason, may, system
from seren.foundation.deadlines.door import Due
from seren.foundation.notify.door import Kind, Told, register, send
from seren.partnership.days.models import CareEntry
from seren.partnership.days.policies import CareAction
from seren.people.families.queries import adults_near, key_people_of
from seren.people.provision.queries import who_decide_at


def _who_may(people: Iterable[UUID], action: Action, notice: Told, at: datetime) -> set[UUID]:
    """Those for whom access says yes at that instant, as if each were signed in."""
    return {
        person
        for person in people
        if may(Actor(person, notice.provider, Level.STRONG, at), action, notice.subject)
    }


def _entry(notice: Told) -> CareEntry:
    return system(SystemReason.TELLING, CareEntry).get(pk=notice.subject)


def _family(notice: Told, at: datetime) -> set[UUID]:
    near = adults_near([_entry(notice).child_id], at)
    return _who_may(near, CareAction.FOLLOW_CARE, notice, at)


def _key_people(notice: Told, at: datetime) -> set[UUID]:
    """The key person and the buddy, where somebody else wrote it (A11: the first to see such notes)."""
    entry = _entry(notice)
    keyed = {one.person for one in key_people_of([entry.child_id], at)} - {entry.recorded_by_id}
    return _who_may(keyed, CareAction.SEE_CARE, notice, at)


def _leaders(notice: Told, at: datetime) -> set[UUID]:
    leaders = who_decide_at(_entry(notice).setting_id, at)
    return _who_may(leaders, CareAction.SEE_CARE, notice, at)


FOR_FAMILY = Kind(
    "days.care",
    _("There is news about the day"),
    _("There is something for you to read in Seren about the day."),
    _family,
    lambda notice: f"/family/care/{notice.subject}/",
)
FOR_KEY_PERSON = Kind(
    "days.care_noted",
    _("Something was noted for you"),
    _("A note about one of your key children is in Seren."),
    _key_people,
    lambda notice: f"/room/care/{notice.subject}/",
)
UNTOLD = Kind(
    "days.care_untold",
    _("A family is not told yet"),
    _("A family was not told about the day. Seren shows you which."),
    _leaders,
    lambda notice: "/desk/care/",
)
LOOK = Kind(
    "days.care_look",
    _("Something needs you to look at it"),
    _("Something happened today that you need to look at in Seren."),
    _leaders,
    lambda notice: f"/room/care/{notice.subject}/",
)
REPORT = Kind(
    "days.care_report",
    _("A report is due"),
    _("The authorities need to hear from you about something. Seren shows you by when."),
    _leaders,
    lambda notice: "/desk/care/",
)
register(FOR_FAMILY, FOR_KEY_PERSON, UNTOLD, LOOK, REPORT)


def telling(kind: Kind) -> Callable[[Due, datetime], None]:
    """For a clock: queues the notice of `kind` about the entry the clock is over."""

    def tell(due: Due, now: datetime) -> None:
        subject = system(SystemReason.TELLING, CareEntry).get(pk=due.subject_id)
        send(kind, subject, setting=due.setting_id, now=now)

    return tell
