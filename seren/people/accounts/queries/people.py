"""Adults as upper rooms look them up: by address, by id, by hat."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from seren.foundation.access.door import SystemReason, system
from seren.foundation.sealing.door import blind
from seren.people.accounts import addresses
from seren.people.accounts.models import Person
from seren.people.accounts.queries.who import who_of
from seren.people.accounts.terms import Hat


@dataclass(frozen=True, slots=True)
class PersonBrief:
    """An adult, as a list shows them. No contact."""

    id: UUID
    given_name: str
    family_name: str
    signs_in: bool

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}"


def people_of(ids: Iterable[UUID]) -> dict[UUID, PersonBrief]:
    """Names for ids that are visible already. One query."""
    return _briefs(system(SystemReason.SHOWING, Person).filter(pk__in=list(ids)))


def find_by_address(provider: UUID, address: str) -> PersonBrief | None:
    """The open account of this provider with this address on file."""
    people = system(SystemReason.IMPORTING, Person).filter(
        provider_id=provider, email_blind=blind_address(address), closed_at__isnull=True
    )
    return next(iter(_briefs(people).values()), None)


def hats_of(person: UUID, at: datetime) -> frozenset[Hat]:
    found = who_of(person, at)
    return found.hats if found else frozenset()


def blind_address(address: str) -> bytes:
    return blind(addresses.clean(address), "email")


def addresses_of(login: UUID) -> list[str]:
    """Every e-mail address of an adult who signs in: the one they sign in with, then those on file."""
    found: dict[str, None] = {}
    for person in system(SystemReason.TELLING, Person).filter(login=login).select_related("login"):
        if person.login and person.login.email:
            found.setdefault(person.login.email)
        if person.closed_at is None and person.email:
            found.setdefault(addresses.clean(person.email))
    return list(found)


def _briefs(people: Any) -> dict[UUID, PersonBrief]:
    rows = people.values_list("id", "given_name", "family_name", "login_id")
    return {pk: PersonBrief(pk, given, family, login is not None) for pk, given, family, login in rows}
