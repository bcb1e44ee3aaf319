"""What a joining letter may say to one adult: a child they may follow, and their own address."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.apps import apps

from seren.foundation.access.door import (
    Actor,
    Level,
    RecordClass,
    SystemReason,
    find,
    in_force,
    system,
    visible,
)
from seren.foundation.kernel.questions import Question, ask_all, question
from seren.people.accounts.policies import AccountsAction
from seren.people.families.models import Child, Guardianship, Household, HouseholdMember, Lives
from seren.people.families.policies import FamilyAction
from seren.people.families.queries.desk.childfamily import lines_of


@dataclass(frozen=True, slots=True)
class Addressee:
    """One adult as a letter needs them. `child` empty: staff only, or nobody they may be told of.

    `family`: tied to a child here. `told`: the children they may follow. `seen`: whose C6 was opened.
    """

    person: UUID
    language: str
    child: str
    family: bool
    told: bool
    lines: tuple[str, ...]
    seen: tuple[tuple[RecordClass, UUID], ...]


def adult_to_ask(actor: Actor, person: UUID) -> Any:
    """The row a verb of accounts needs. Raises NotThere where this leader has no business with them."""
    model: Any = apps.get_model("accounts.Person")
    return find(actor, AccountsAction.INVITE, model, person)


def adults_to_ask(actor: Actor, people: Collection[UUID]) -> list[Any]:
    model: Any = apps.get_model("accounts.Person")
    rows = visible(actor, AccountsAction.INVITE, model).filter(pk__in=people, closed_at__isnull=True)
    return list(rows.order_by("given_name", "family_name", "id"))


def addressee(actor: Actor, person: Any) -> Addressee:
    """Whom an order keeps from a child is told nothing of that child, not even its name."""
    theirs = Actor(person.pk, actor.provider, Level.STRONG, actor.at)
    known = visible(actor, FamilyAction.SEE_CHILD, Child).values("pk")  # children the leader knows too
    follow = visible(theirs, FamilyAction.FOLLOW_CHILD, Child).filter(pk__in=known)
    told, own = ask_all(
        question(list, follow.order_by("date_of_birth", "id").values_list("id", "known_as")),
        _own_asked(person.pk, actor.at),
    )
    named = next((name for pk, name in told if pk in own), "")
    lines, child = _address(actor, person.pk, [pk for pk, _name in told])
    return Addressee(
        person=person.pk,
        language=_language(person),
        child=named,
        family=bool(own) or bool(told),
        told=bool(told),
        lines=lines,
        seen=((RecordClass.C6, child),) if child is not None else (),
    )


def _language(person: Any) -> str:
    wishes = getattr(person, "reach", None)
    return str(wishes.interface_language if wishes else person.read_language)


def _own_asked(person: UUID, at: datetime) -> Question[set[UUID]]:
    """A viewer is told no name: only whoever is tied to the child themselves."""
    ties = system(SystemReason.SHOWING, Guardianship).filter(in_force(at), adult=person)
    return question(lambda rows: {child for (child,) in rows}, ties.values_list("child_id"))


def _address(actor: Actor, person: UUID, children: Collection[UUID]) -> tuple[tuple[str, ...], UUID | None]:
    """The home of their own they share with a child, as far as the leader may open it."""
    seen = visible(actor, FamilyAction.SEE_HOUSEHOLD, Household).values("pk")
    mine = system(SystemReason.SHOWING, HouseholdMember).filter(
        in_force(actor.at), person=person, household__in=seen
    )
    living = system(SystemReason.SHOWING, Lives).filter(
        in_force(actor.at), child__in=children, household__in=mine.values("household_id")
    )
    row = living.select_related("household").order_by("from_at", "id").first()
    return (lines_of(row.household.address), row.child_id) if row else ((), None)
