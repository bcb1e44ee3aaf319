"""All ways in are lost: two staff meet the adult, one day passes, every channel is told (trust.md, abuse 4).

No questions are asked, for somebody who lived with them knows the answers.
"""

from datetime import datetime

from allauth.mfa.models import Authenticator
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, SystemReason, acting, system
from seren.foundation.audit.door import record
from seren.foundation.kernel.refusals import Refused
from seren.people.accounts import lengths, notices
from seren.people.accounts.domain.ending import end_sessions
from seren.people.accounts.domain.inviting import invite
from seren.people.accounts.models import Person, Recovery
from seren.people.accounts.policies import AccountsAction
from seren.people.accounts.terms import AccountsEvent


def ask_recovery(*, actor: Actor, person: Person, now: datetime) -> Recovery:
    """The first of two met the adult. Nothing changes yet."""
    if actor.person == person.pk:
        raise Refused("not-yourself", _("Two others of the team must do this for you."))
    asked = Recovery(provider_id=person.provider_id, person=person, asked_by_id=actor.person, asked_at=now)
    with acting(actor, AccountsAction.RECOVER, person):
        if _open(person).exists():
            raise Refused("recovery-begun", _("Somebody has begun this already. A second person must agree."))
        asked.save(force_insert=True)
        record(actor, AccountsEvent.RECOVERY_ASKED, person, now=now)
    return asked


def agree_recovery(*, actor: Actor, person: Person, now: datetime) -> datetime:
    """The second, another one, met the adult too. The day begins; the adult hears of it on every channel."""
    with acting(actor, AccountsAction.RECOVER, person):
        asked = _open(person).filter(agreed_at__isnull=True).first()
        if asked is None:
            raise Refused(
                "recovery-not-begun", _("Nobody has begun this. Begin it, then ask a second person.")
            )
        if actor.person in (asked.asked_by_id, person.pk):
            raise Refused("second-person", _("A second person must agree. You began it."))
        asked.agreed_by_id, asked.agreed_at = actor.person, now
        asked.opens_at = lengths.after(lengths.Length.COOLING, now)
        asked.save(update_fields=["agreed_by", "agreed_at", "opens_at"])
        record(actor, AccountsEvent.RECOVERY_AGREED, person, now=now)
    if person.login_id:
        notices.tell_recovery(person.login_id, person.pk, asked.opens_at, now=now)
    return asked.opens_at


def stop_recovery(*, actor: Actor, person: Person, now: datetime) -> None:
    """The adult themselves, still signed in somewhere, or one of the staff: one is enough to stop it."""
    action = AccountsAction.END_SIGN_INS if actor.person == person.pk else AccountsAction.RECOVER
    with acting(actor, action, person):
        if _open(person).update(stopped_at=now):
            record(actor, AccountsEvent.RECOVERY_STOPPED, person, now=now)


def finish_recovery(*, actor: Actor, person: Person, now: datetime) -> str:
    """The day is over: every old way in ends, and a new letter is made. Returns its code."""
    with acting(actor, AccountsAction.RECOVER, person):
        ready = _open(person).filter(opens_at__lte=now)
        if not ready.update(done_at=now):
            raise Refused("recovery-waits", _("The day of waiting is not over, or nobody has agreed yet."))
        end_sessions(actor=actor, person=person, now=now)
        if person.login is not None:
            Authenticator.objects.filter(user=person.login).delete()
        record(actor, AccountsEvent.RECOVERED, person, now=now)
        _letter, code = invite(actor=actor, person=person, now=now)
    return code


def _open(person: Person) -> "QuerySet[Recovery]":
    return system(SystemReason.WRITING, Recovery).filter(
        person=person, done_at__isnull=True, stopped_at__isnull=True
    )
