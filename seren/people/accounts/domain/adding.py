"""Adults become known to a provider: by an import, or typed in by staff."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from seren.foundation.access.door import Doer, SystemReason, system
from seren.foundation.audit.door import record
from seren.foundation.kernel import db, text
from seren.foundation.kernel.refusals import Refused
from seren.foundation.sealing.door import blind
from seren.people.accounts import addresses
from seren.people.accounts.models import Person, ReachMe
from seren.people.accounts.queries.people import blind_address
from seren.people.accounts.terms import AccountsEvent, Format


@dataclass(frozen=True)
class Adult:
    """What is said of an adult when they are first written down. Empty: not known."""

    given_name: str
    family_name: str
    email: str = ""
    phone: str = ""
    spoken_language: str = "en"
    read_language: str = "en"
    interface_language: str = "en"
    format: Format = Format.PAGE


def add_person(*, actor: Doer, adult: Adult, now: datetime) -> Person:
    """A new adult of the actor's provider; or the one who has this address already, where the names agree.

    Called by verbs of upper rooms that have been allowed already. Raises Refused where two adults would share
    one address: one of them joins by letter.
    """
    held = held_by(actor, adult.email)
    if held is not None:
        check_same(held, adult)
        return held
    person = Person(
        provider_id=actor.provider,
        given_name=text.clean_line(adult.given_name),
        family_name=text.clean_line(adult.family_name),
        spoken_language=adult.spoken_language,
        read_language=adult.read_language,
        known_since=now,
        **contact(adult.email, adult.phone),
    )
    wishes = ReachMe(
        provider_id=actor.provider,
        person=person,
        interface_language=adult.interface_language,
        format=adult.format,
        on_paper=adult.format == Format.PAPER,
    )
    with db.writing():
        person.save(force_insert=True)
        wishes.save(force_insert=True)
        record(actor, AccountsEvent.PERSON_ADDED, person, now=now)
    return person


def held_by(actor: Doer, email: str) -> Person | None:
    if not email.strip():
        return None
    people = system(SystemReason.WRITING, Person).filter(provider_id=actor.provider, closed_at__isnull=True)
    return people.filter(email_blind=blind_address(email)).first()


def check_same(held: Person, adult: Adult) -> None:
    """Staff and parent with one address are one adult only where the names agree."""
    if folded(held.given_name, held.family_name) != folded(adult.given_name, adult.family_name):
        raise Refused(
            "address-shared",
            _(
                "Another adult uses this e-mail address already. Leave it out for one of the two. "
                "They can join by letter."
            ),
            "email",
        )


def folded(given: str, family: str) -> list[str]:
    return text.words(f"{given} {family}")


def contact(email: str, phone: str) -> dict[str, object]:
    """The sealed columns of a contact and what finds them again."""
    email, phone = addresses.clean(email), text.clean_line(phone)
    return {
        "email": email or None,
        "email_blind": blind_address(email) if email else None,
        "phone": phone or None,
        "phone_blind": blind("".join(filter(str.isdigit, phone)), "phone") if phone else None,
    }
