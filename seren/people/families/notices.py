"""What a family may be told by this room, to whom, how urgently."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from seren.foundation.access.door import Actor, Level, SystemReason, may, system
from seren.foundation.deadlines.door import Due
from seren.foundation.notify.door import Kind, Told, register, send
from seren.people.accounts.queries.reach import waiting_to_join
from seren.people.families.models import KeyPerson, Restriction
from seren.people.families.policies import FamilyAction
from seren.people.families.queries import adults_near
from seren.people.provision.queries import who_decide_at


def _own_family(notice: Told, at: datetime) -> set[UUID]:
    """The adults of the child, in every home, who follow the child and are told its name."""
    named = system(SystemReason.TELLING, KeyPerson).get(pk=notice.subject)
    needed = (FamilyAction.FOLLOW_CHILD, FamilyAction.SEE_CHILD)
    return {
        person
        for person in adults_near([named.child_id], at)
        if all(may(Actor(person, notice.provider, Level.STRONG, at), one, named.child_id) for one in needed)
    }


def _who_are_here(notice: Told, at: datetime) -> set[UUID]:
    """Those who sign in or chose paper. The others read it on their pages when they have joined."""
    told = _own_family(notice, at)
    return told - waiting_to_join(told)


def _to_today(notice: Told) -> str:
    return "/today/"


KEY_PERSON_CHANGED = Kind(
    "families.key_person_changed",
    _("There is news for you"),
    _("There is news for you in Seren about the people who look after your child."),
    _own_family,
    _to_today,
    called=_("News of a key person"),
)
KEY_PERSON_LISTED = Kind(
    "families.key_person_listed",
    KEY_PERSON_CHANGED.title,
    KEY_PERSON_CHANGED.line,
    _who_are_here,
    _to_today,
    called=KEY_PERSON_CHANGED.called,
)


def _who_decide(notice: Told, at: datetime) -> set[UUID]:
    """Leaders and safeguarding leads there, who may decide about this child."""
    held = system(SystemReason.TELLING, Restriction).get(pk=notice.subject)
    return {
        person
        for person in who_decide_at(held.setting_id, at)
        if may(Actor(person, notice.provider, Level.STRONG, at), FamilyAction.RESTRICT, held.child_id)
    }


def _to_desk(notice: Told) -> str:
    return "/desk/"


DECISION_WAITS = Kind(
    "families.decision_waits",
    _("A decision is waiting"),
    _("A decision at your desk in Seren is due soon."),
    _who_decide,
    _to_desk,
)
DECISION_LATE = Kind(
    "families.decision_late",
    _("A decision is overdue"),
    _("The day for a decision at your desk in Seren has passed."),
    _who_decide,
    _to_desk,
)
register(KEY_PERSON_CHANGED, KEY_PERSON_LISTED, DECISION_WAITS, DECISION_LATE)


def telling(kind: Kind) -> Callable[[Due, datetime], None]:
    """For a clock: queues the notice of `kind` about the restriction it is over."""

    def tell(due: Due, now: datetime) -> None:
        subject = system(SystemReason.TELLING, Restriction).get(pk=due.subject_id)
        send(kind, subject, setting=due.setting_id, now=now)

    return tell


def tell_key_person_changed(named: KeyPerson, *, now: datetime, listed: bool = False) -> None:
    """Name and role of a new key person or buddy, to every adult of the child, before it happens (E-01).

    `listed`: a list named them. Who is asked to join then gets that letter, and no other beside it.
    """
    kind = KEY_PERSON_LISTED if listed else KEY_PERSON_CHANGED
    send(kind, named, setting=named.setting_id, about=named.child_id, now=now)
