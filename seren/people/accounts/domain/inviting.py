"""Joining letters: one code for one adult, used once. Another letter ends the one before."""

from datetime import datetime

from seren.foundation.access.door import Actor, Doer, SystemReason, acting, system
from seren.foundation.audit.door import record
from seren.foundation.kernel import ids
from seren.foundation.sealing.door import blind
from seren.people.accounts import lengths
from seren.people.accounts.models import Invitation, Person
from seren.people.accounts.policies import AccountsAction
from seren.people.accounts.terms import AccountsEvent


def invite(*, actor: Doer, person: Person, now: datetime) -> tuple[Invitation, str]:
    """Make a letter. The code is known here and on the paper only: what is stored does not give it back."""
    code = ids.code()
    letter = Invitation(
        provider_id=person.provider_id,
        person=person,
        code_blind=blind_code(code),
        made_at=now,
        made_by_id=actor.person if isinstance(actor, Actor) else None,
        ends_at=lengths.after(lengths.Length.LETTER, now),
    )
    with acting(actor, AccountsAction.INVITE, person):
        open_letters(person).update(ended_at=now)
        letter.save(force_insert=True)
        record(actor, AccountsEvent.INVITED, person, now=now, details={"letter": str(letter.pk)})
    return letter, code


def open_letters(person: Person):  # type: ignore[no-untyped-def]
    letters = system(SystemReason.WRITING, Invitation).filter(person=person)
    return letters.filter(used_at__isnull=True, ended_at__isnull=True)


def blind_code(code: str) -> bytes:
    """A code as people type it: spaces, dashes and small letters do not matter."""
    typed = "".join(letter for letter in code.upper() if letter in ids.CODE_ALPHABET)
    return blind(typed, "joining-code")
