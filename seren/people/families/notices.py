"""What a family may be told by this room, to whom, how urgently."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from seren.foundation.access.door import Actor, Level, SystemReason, may, system
from seren.foundation.notify.door import Kind, Told, register, send
from seren.people.accounts.queries.reach import waiting_to_join
from seren.people.families.models import KeyPerson
from seren.people.families.policies import FamilyAction
from seren.people.families.queries import adults_near


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
)
KEY_PERSON_LISTED = Kind(
    "families.key_person_listed", KEY_PERSON_CHANGED.title, KEY_PERSON_CHANGED.line, _who_are_here, _to_today
)
register(KEY_PERSON_CHANGED, KEY_PERSON_LISTED)


def tell_key_person_changed(named: KeyPerson, *, now: datetime, listed: bool = False) -> None:
    """Name and role of a new key person or buddy, to every adult of the child, before it happens (E-01).

    `listed`: a list named them. Who is asked to join then gets that letter, and no other beside it.
    """
    kind = KEY_PERSON_LISTED if listed else KEY_PERSON_CHANGED
    send(kind, named, setting=named.setting_id, about=named.child_id, now=now)
