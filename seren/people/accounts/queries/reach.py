"""How adults want to be reached: the address book that notices are planned by."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Q

from seren.foundation.access.door import SystemReason, system
from seren.foundation.notify.door import Reach
from seren.people.accounts.models import Person, ReachMe
from seren.people.accounts.terms import Format


def reach_of(person_ids: Collection[UUID]) -> dict[UUID, Reach]:
    """The wishes of those whose account is open. Two queries, however many are asked for."""
    people = system(SystemReason.TELLING, Person).filter(pk__in=list(person_ids), closed_at__isnull=True)
    wishes = {
        wish.person_id: wish
        for wish in system(SystemReason.TELLING, ReachMe).filter(person__in=list(person_ids))
    }
    return {
        person.id: _reach(person, wishes.get(person.id) or ReachMe())
        for person in people.select_related("login")
    }


def waiting_to_join(person_ids: Collection[UUID]) -> set[UUID]:
    """Those of them who neither sign in nor chose paper: a joining letter comes to them, or has come."""
    people = system(SystemReason.TELLING, Person).filter(pk__in=list(person_ids), login__isnull=True)
    on_paper = Q(reach__on_paper=True) | Q(reach__format=Format.PAPER)
    return set(people.exclude(on_paper).values_list("pk", flat=True))


def _reach(person: Person, wish: ReachMe) -> Reach:
    """Somebody who does not sign in is told on paper: there is no page for them to open."""
    on_paper = wish.on_paper or person.login is None or wish.format == Format.PAPER
    address = (person.login.email if person.login else None) or person.email
    return Reach(
        language=wish.interface_language,
        format=wish.format,
        email=address if wish.by_email and not on_paper else None,
        on_paper=on_paper,
        digest=wish.digest,
        quiet_from=wish.quiet_from,
        quiet_to=wish.quiet_to,
        quiet_weekends=wish.quiet_weekends,
    )
