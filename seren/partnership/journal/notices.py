"""What may be told of the journal, to whom. A notice tells nothing: it says that something is there."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _

from seren.foundation.access.door import Action, Actor, Level, SystemReason, may, system
from seren.foundation.deadlines.door import Due
from seren.foundation.notify.door import Kind, Told, register, send
from seren.foundation.rules import door as rules
from seren.partnership.journal.models import Moment, MomentChild, RecordRequest, Reply
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.terms import Audience
from seren.people.families.policies import FamilyAction
from seren.people.families.queries import adults_near, key_people_of, standing_among
from seren.people.provision.queries import leaders_of


def _undo(on: date) -> int:
    return rules.value("england", "undo.length", on).number


def _children(moment: UUID) -> list[UUID]:
    rows = system(SystemReason.TELLING, MomentChild).filter(moment=moment)
    return list(rows.values_list("child_id", flat=True))


def _who_may(people: Iterable[UUID], action: Action, row: UUID, provider: UUID, at: datetime) -> set[UUID]:
    """Those for whom access says yes at that instant, as if each were signed in."""
    return {person for person in people if may(Actor(person, provider, Level.STRONG, at), action, row)}


def _family(notice: Told, at: datetime) -> set[UUID]:
    """The adults of the children who may see the moment now, but for whoever shared it."""
    moment = system(SystemReason.TELLING, Moment).get(pk=notice.subject)
    near = adults_near(_children(notice.subject), at) - {moment.author_id}
    return _who_may(near, JournalAction.SEE_MOMENT, notice.subject, notice.provider, at)


def _family_and_key_people(notice: Told, at: datetime) -> set[UUID]:
    key_people = {one.person for one in key_people_of(_children(notice.subject), at)}
    staff = _who_may(key_people, JournalAction.SEE_MOMENT, notice.subject, notice.provider, at)
    return staff | _family(notice, at)


def _key_people_of_talk(notice: Told, at: datetime) -> set[UUID]:
    reply = system(SystemReason.TELLING, Reply).get(pk=notice.subject)
    key_people = {one.person for one in key_people_of(_children(reply.moment_id), at)}
    return _who_may(key_people, JournalAction.SEE_REPLY, notice.subject, notice.provider, at)


def _talk_partner(notice: Told, at: datetime) -> set[UUID]:
    reply = system(SystemReason.TELLING, Reply).get(pk=notice.subject)
    return _who_may({reply.talk_with_id}, JournalAction.SEE_REPLY, notice.subject, notice.provider, at)


def _author(notice: Told, at: datetime) -> set[UUID]:
    moment = system(SystemReason.TELLING, Moment).get(pk=notice.subject)
    return _who_may({moment.author_id}, JournalAction.SEE_MOMENT, notice.subject, notice.provider, at)


def _asker(notice: Told, at: datetime) -> set[UUID]:
    asked = system(SystemReason.TELLING, RecordRequest).get(pk=notice.subject)
    return _who_may(
        {asked.asked_by_id}, JournalAction.SEE_RECORD_REQUEST, notice.subject, notice.provider, at
    )


def _who_thank(notice: Told, at: datetime) -> set[UUID]:
    key_people = {one.person for one in key_people_of(_children(notice.subject), at)}
    return _who_may(key_people, JournalAction.THANK, notice.subject, notice.provider, at)


def _who_decide(notice: Told, at: datetime) -> set[UUID]:
    asked = system(SystemReason.TELLING, RecordRequest).get(pk=notice.subject)
    key_people = {one.person for one in key_people_of([asked.child_id], at)}
    return _who_may(key_people, JournalAction.DECIDE_RECORD, notice.subject, notice.provider, at)


def _leaders_of_moment(notice: Told, at: datetime) -> set[UUID]:
    return _leaders(notice, _children(notice.subject), at)


def _leaders_of_request(notice: Told, at: datetime) -> set[UUID]:
    asked = system(SystemReason.TELLING, RecordRequest).get(pk=notice.subject)
    return _leaders(notice, [asked.child_id], at)


def _leaders(notice: Told, children: Iterable[UUID], at: datetime) -> set[UUID]:
    """Managers and deputies there who are at work for every one of these children, and parent of none."""
    setting = notice.setting
    if setting is None:
        return set()
    about = list(children)
    actors = [Actor(who, notice.provider, Level.STRONG, at) for who in leaders_of(setting, at)]
    return {actor.person for actor in actors if _at_work_for_all(actor, about, setting)}


def _at_work_for_all(actor: Actor, children: list[UUID], setting: UUID) -> bool:
    standing = standing_among(actor, children)
    return all(
        standing.at_work_for(child, setting) and may(actor, FamilyAction.LOOK_AFTER, child)
        for child in children
    )


def _to_desk(notice: Told) -> str:
    return "/desk/"


def _to_moment(notice: Told) -> str:
    return f"/stars/{notice.subject}/"


def _to_talk(notice: Told) -> str:
    reply = system(SystemReason.TELLING, Reply).get(pk=notice.subject)
    return f"/stars/{reply.moment_id}/#talk"


def _to_record(notice: Told) -> str:
    asked = system(SystemReason.TELLING, RecordRequest).get(pk=notice.subject)
    return f"/stars/{asked.moment_id}/#record"


def _children_told_of() -> "QuerySet[Any, Any]":
    """Which moments for the family are about which children."""
    rows = system(SystemReason.TELLING, MomentChild).filter(moment__audience=Audience.FAMILY)
    return rows.values(subject=F("moment_id"), about=F("child_id"))


MOMENT_SHARED = Kind(
    "journal.moment_shared",
    _("A new star is waiting"),
    _("There is a new star for you in Seren."),
    _family,
    _to_moment,
    undo=_undo,
    called=_("A star from us"),
    concerning=_children_told_of,
)
STAR_SHARED = Kind(
    "journal.star_shared",
    _("A new star is waiting"),
    _("There is a new star from home for you in Seren."),
    _family_and_key_people,
    _to_moment,
    undo=_undo,
    called=_("A star from home"),
    concerning=_children_told_of,
)
FAMILY_ANSWERED = Kind(
    "journal.family_answered",
    _("A family has answered"),
    _("There is an answer from a family for you in Seren."),
    _key_people_of_talk,
    _to_talk,
    undo=_undo,
)
STAFF_ANSWERED = Kind(
    "journal.staff_answered",
    _("There is an answer for you"),
    _("Staff have answered you in Seren."),
    _talk_partner,
    _to_talk,
    undo=_undo,
)
STAR_THANKED = Kind(
    "journal.star_thanked",
    _("Thank you for your star"),
    _("Your star was seen. There is a thank you for you in Seren."),
    _author,
    _to_moment,
)
RECORD_DECIDED = Kind(
    "journal.record_decided",
    _("There is an answer for you"),
    _("You asked us to put words in the record. The answer is in Seren."),
    _asker,
    _to_record,
)

STAR_WAITS = Kind(
    "journal.star_waits",
    _("A star is waiting for your thanks"),
    _("A star from home is waiting for a thank you in Seren."),
    _who_thank,
    _to_moment,
)
STAR_LATE = Kind(
    "journal.star_late",
    _("A star has waited too long"),
    _("A star from home has had no thank you in time. Seren shows you which."),
    _leaders_of_moment,
    _to_desk,
)
RECORD_WAITS = Kind(
    "journal.record_waits",
    _("A family is waiting for your answer"),
    _("A family asked to put words in the record. Your answer is due soon."),
    _who_decide,
    _to_record,
)
RECORD_LATE = Kind(
    "journal.record_late",
    _("A family has waited too long"),
    _("A family asked to put words in the record. The day for our answer has passed."),
    _leaders_of_request,
    _to_desk,
)

register(MOMENT_SHARED, STAR_SHARED, FAMILY_ANSWERED, STAFF_ANSWERED, STAR_THANKED, RECORD_DECIDED)
register(STAR_WAITS, STAR_LATE, RECORD_WAITS, RECORD_LATE)


def telling(kind: Kind, model: type[Moment | RecordRequest]) -> Callable[[Due, datetime], None]:
    """For a clock: queues the notice of `kind` about what the clock is over."""

    def tell(due: Due, now: datetime) -> None:
        subject = system(SystemReason.TELLING, model).get(pk=due.subject_id)
        send(kind, subject, setting=due.setting_id, now=now)

    return tell
