"""Sign-ins end: one, all others, all of an adult; and accounts close. All there are: `lockdown`."""

from datetime import datetime
from uuid import UUID

from allauth.usersessions.models import UserSession
from django.http import HttpRequest
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, Doer, SystemReason, acting, system
from seren.foundation.audit.door import record
from seren.foundation.kernel import db
from seren.foundation.kernel.refusals import Refused
from seren.people.accounts.domain.devices import token_of
from seren.people.accounts.domain.inviting import open_letters
from seren.people.accounts.domain.signing import end_all_sign_ins, end_other_sign_ins
from seren.people.accounts.models import ApiToken, Device, Login, Person, SignInLink
from seren.people.accounts.policies import AccountsAction
from seren.people.accounts.terms import AccountsEvent


def end_session(*, actor: Actor, session: int, now: datetime) -> None:
    """One of one's own sign-ins ends at once."""
    with acting(actor, AccountsAction.END_SIGN_INS, actor.person):
        mine = UserSession.objects.filter(user__people=actor.person, pk=session).first()
        if mine is None:
            raise Refused("session-gone", _("That sign-in has ended already."))
        mine.end()
        _note(actor, actor.person, 1, now)


def end_other_sessions(*, actor: Actor, request: HttpRequest, login: Login, now: datetime) -> int:
    """All but this one: sessions, devices and tokens die together (trust.md, abuse 3)."""
    with acting(actor, AccountsAction.END_SIGN_INS, actor.person):
        ended = end_other_sign_ins(request, login)
        others = Device.objects.filter(login=login, ended_at__isnull=True)
        others.exclude(token_digest=token_of(request)).update(ended_at=now)
        for person in system(SystemReason.WRITING, Person).filter(login=login):
            _end_tokens(person, now)
        _note(actor, actor.person, ended, now)
    return ended


def end_sessions(*, actor: Doer | None, person: Person, now: datetime) -> None:
    """Everything this adult is signed in by dies together: sessions, devices, tokens, links.

    For upper rooms, whose verbs have been allowed: a relation changed, somebody left (trust.md, abuse 3).
    `actor` None: Seren itself.
    """
    with db.writing():
        ended = end_all_sign_ins(person.login) if person.login else 0
        if person.login:
            Device.objects.filter(login=person.login, ended_at__isnull=True).update(ended_at=now)
        _end_tokens(person, now)
        record(actor, AccountsEvent.SESSIONS_ENDED, person, now=now, details={"ended": ended})


def close_account(*, actor: Doer, person: Person, now: datetime) -> None:
    """Nothing opens any more for this adult here. Their words stay; their login serves other providers."""
    with acting(actor, AccountsAction.CLOSE_ACCOUNT, person):
        person.closed_at = now
        person.save(update_fields=["closed_at"])
        open_letters(person).update(ended_at=now)
        end_sessions(actor=actor, person=person, now=now)
        record(actor, AccountsEvent.CLOSED, person, now=now)
        if person.login and not _open_elsewhere(person):
            Login.objects.filter(pk=person.login.pk).update(is_active=False)


def _open_elsewhere(person: Person) -> bool:
    others = system(SystemReason.WRITING, Person).filter(login=person.login, closed_at__isnull=True)
    return others.exclude(pk=person.pk).exists()


def _end_tokens(person: Person, now: datetime) -> None:
    mine = system(SystemReason.WRITING, ApiToken).filter(person=person, ended_at__isnull=True)
    mine.update(ended_at=now)
    links = system(SystemReason.WRITING, SignInLink).filter(person=person, used_at__isnull=True)
    links.update(used_at=now)


def _note(actor: Actor, person: UUID, ended: int, now: datetime) -> None:
    subject = system(SystemReason.WRITING, Person).get(pk=person)
    record(actor, AccountsEvent.SESSIONS_ENDED, subject, now=now, details={"ended": ended})
