"""Seren closes at once, and opens again: what `seren lockdown on` and `off` do."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session

from seren.foundation.access.door import Operator, SystemReason, system
from seren.foundation.audit.door import record
from seren.foundation.kernel import closing, db, ids
from seren.people.accounts.models import ApiToken, Device, Login, Meeting, Person, SignInLink
from seren.people.accounts.terms import AccountsEvent


@dataclass(frozen=True, slots=True)
class Ended:
    """How many of each were open."""

    sessions: int
    devices: int
    tokens: int
    links: int


def lock_down(*, now: datetime) -> Ended:
    """Every session, device, link and token of the installation ends at once, and nobody comes in.

    A statement for each kind, however many accounts there are. All sessions carry a fingerprint of the
    login's epoch: the new one ends them, whatever the session store still holds.
    """
    with db.writing(housekeeping=True):
        closing.close(now)
        ended = Ended(
            sessions=UserSession.objects.all().delete()[0],
            devices=Device.objects.filter(ended_at__isnull=True).update(ended_at=now),
            tokens=system(SystemReason.MENDING, ApiToken).filter(ended_at__isnull=True).update(ended_at=now),
            links=system(SystemReason.MENDING, SignInLink).filter(used_at__isnull=True).update(used_at=now),
        )
        Login.objects.update(epoch=ids.new())
        Session.objects.all().delete()
        Meeting.objects.all().delete()
        for person in _one_of_each_provider():
            actor = Operator(person.provider_id, now)
            record(actor, AccountsEvent.LOCKED_DOWN, person, now=now, details={"sessions": ended.sessions})
    return ended


def open_up(*, now: datetime) -> None:
    """Everybody may sign in again, each as on a new device."""
    with db.writing(housekeeping=True):
        closing.open_again(now)
        for person in _one_of_each_provider():
            record(Operator(person.provider_id, now), AccountsEvent.OPENED_UP, person, now=now)


def _one_of_each_provider() -> Iterator[Person]:
    """Who stands for the provider in its log."""
    people = system(SystemReason.MENDING, Person)
    for provider in people.order_by("provider_id").values_list("provider_id", flat=True).distinct():
        yield people.filter(provider_id=provider).order_by("id")[0]
