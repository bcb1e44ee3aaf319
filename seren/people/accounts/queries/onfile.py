"""What is on file of adults, for a list that is compared with it. Opens sealed contact: never for a page."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from seren.foundation.access.door import SystemReason, system
from seren.people.accounts import addresses
from seren.people.accounts.models import Person, ReachMe
from seren.people.accounts.queries.people import blind_address


@dataclass(frozen=True, slots=True)
class OnFile:
    """One adult as known. `joined`: they sign in, and keep their own contact and wishes."""

    id: UUID
    given_name: str
    family_name: str
    email: str
    phone: str
    spoken_language: str
    read_language: str
    format: str
    joined: bool
    closed: bool


def on_file(ids: Iterable[UUID]) -> dict[UUID, OnFile]:
    """Two queries, and two boxes opened for each adult."""
    keys = set(ids)
    wishes = system(SystemReason.IMPORTING, ReachMe).filter(person__in=keys)
    formats = dict(wishes.values_list("person_id", "format"))
    return {
        person.id: OnFile(
            person.id,
            person.given_name,
            person.family_name,
            person.email or "",
            person.phone or "",
            person.spoken_language,
            person.read_language,
            formats.get(person.id, ""),
            person.login_id is not None,
            person.closed_at is not None,
        )
        for person in system(SystemReason.IMPORTING, Person).filter(pk__in=keys)
    }


def held_addresses(provider: UUID, typed: Iterable[str]) -> dict[str, UUID]:
    """Which of these addresses an open account of the provider has on file. One query."""
    blinds = {blind_address(address): addresses.clean(address) for address in typed if address}
    people = system(SystemReason.IMPORTING, Person).filter(
        provider_id=provider, closed_at__isnull=True, email_blind__in=list(blinds)
    )
    found = people.values_list("id", "email_blind")
    return {blinds[bytes(code)]: person for person, code in found if code is not None}
