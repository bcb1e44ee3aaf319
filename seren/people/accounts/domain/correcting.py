"""What is known of an adult is put right: by an import, or typed in by staff."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Doer, SystemReason, of_provider, system
from seren.foundation.audit.door import record
from seren.foundation.kernel import db, text
from seren.foundation.kernel.refusals import Refused
from seren.people.accounts.domain.adding import contact
from seren.people.accounts.models import Person, ReachMe
from seren.people.accounts.terms import AccountsEvent, Format


def correct_person(
    *,
    actor: Doer,
    person: UUID,
    now: datetime,
    given_name: str | None = None,
    family_name: str | None = None,
    email: str | None = None,
    phone: str | None = None,
    spoken_language: str | None = None,
    read_language: str | None = None,
    interface_language: str | None = None,
    format: Format | None = None,
    also_speaks: Sequence[str] | None = None,
) -> None:
    """Put right what is given; None stays as it is.

    Called by verbs of upper rooms that have been allowed already. Somebody who signs in keeps their own
    addresses and wishes: only their name is put right by others, and what else they speak.
    """
    names = {"given_name": given_name, "family_name": family_name}
    spoken = {"spoken_language": spoken_language, "read_language": read_language}
    wishes = {"interface_language": interface_language, "format": format}
    of_provider(actor.provider, "accounts.Person", person)
    with db.writing():
        adult = system(SystemReason.WRITING, Person).get(pk=person)
        if adult.login_id is not None and any(
            one is not None for one in (email, phone, *spoken.values(), *wishes.values())
        ):
            raise Refused("keeps-their-own", _("This adult has joined. They change this themselves."))
        changed: dict[str, object] = {
            name: text.clean_line(said) for name, said in names.items() if said is not None
        }
        changed |= {name: said for name, said in spoken.items() if said is not None}
        changed |= _contact(email, phone)
        changed |= {"also_speaks": list(also_speaks)} if also_speaks is not None else {}
        _set(adult, changed)
        _set_wishes(adult, {name: said for name, said in wishes.items() if said is not None})
        record(actor, AccountsEvent.PERSON_CORRECTED, adult, now=now)


def _contact(email: str | None, phone: str | None) -> dict[str, object]:
    columns = contact(email or "", phone or "")
    given = (("email", email), ("phone", phone))
    kept = {name for name, said in given if said is not None}
    return {name: value for name, value in columns.items() if name.removesuffix("_blind") in kept}


def _set(adult: Person, columns: dict[str, object]) -> None:
    for name, value in columns.items():
        setattr(adult, name, value)
    if columns:
        adult.save(update_fields=list(columns))


def _set_wishes(adult: Person, columns: dict[str, object]) -> None:
    if not columns:
        return
    if "format" in columns:
        columns["on_paper"] = columns["format"] == Format.PAPER
    system(SystemReason.WRITING, ReachMe).filter(person=adult).update(**columns)
