"""The facts a rule about a child stands on, for one adult: what is on file, since when, by whom.

Only for whoever may read restrictions of the child: the caller asks `FamilyAction.RESTRICT` first.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from seren.foundation.access.door import Actor, NotThere, SystemReason, system, visible
from seren.foundation.kernel.questions import ask_all, question
from seren.people.families.models import (
    Child,
    Enrolment,
    FamilyViewer,
    Guardianship,
    KeyPerson,
    Restriction,
)
from seren.people.families.policies import FamilyAction
from seren.people.families.terms import (
    EvidenceSeen,
    KeyKind,
    Relation,
    Responsibility,
    RestrictionBasis,
    RestrictionCode,
)
from seren.people.provision.queries.roles import Held, roles_asked


@dataclass(frozen=True, slots=True)
class TieFact:
    child: str
    relation: Relation
    responsibility: Responsibility
    day_to_day_care: bool
    evidence: EvidenceSeen
    seen_on: date | None
    seen_by: str
    from_at: datetime
    until_at: datetime | None


@dataclass(frozen=True, slots=True)
class ViewerFact:
    child: str
    granted_by: str
    from_at: datetime
    until_at: datetime | None


@dataclass(frozen=True, slots=True)
class KeyFact:
    child: str
    kind: KeyKind
    from_at: datetime
    until_at: datetime | None


@dataclass(frozen=True, slots=True)
class BoundFact:
    """A restriction in force."""

    child: str
    code: RestrictionCode
    basis: RestrictionBasis
    imposed_by: str
    imposed_at: datetime
    review_on: date


@dataclass(frozen=True, slots=True)
class FactsAbout:
    """What ties one adult to some children, or keeps them from it; and the roles they hold or held."""

    ties: tuple[TieFact, ...]
    viewings: tuple[ViewerFact, ...]
    keys: tuple[KeyFact, ...]
    roles: tuple[Held, ...]
    bound: tuple[BoundFact, ...]


def to_explain(actor: Actor, children: Collection[UUID]) -> dict[UUID, str]:
    """Their names. Raises NotThere unless the actor may read the restrictions of every one of them."""
    rows = visible(actor, FamilyAction.RESTRICT, Child).filter(pk__in=children).order_by("known_as", "id")
    names = dict(rows.values_list("pk", "known_as"))
    if not children or names.keys() != set(children):
        raise NotThere("not theirs to explain")
    return names


def family_ever(children: Collection[UUID]) -> frozenset[UUID]:
    """Everybody who is or was tied to one of these children, or let see them."""
    guardians = system(SystemReason.SHOWING, Guardianship).filter(child__in=children)
    viewers = system(SystemReason.SHOWING, FamilyViewer).filter(child__in=children)
    tied = (rows.values_list("adult_id", flat=True) for rows in (guardians, viewers))
    return frozenset(adult for rows in tied for adult in rows)


def places_ever(children: Collection[UUID]) -> frozenset[UUID]:
    """The settings where these children have or had a place."""
    rows = system(SystemReason.SHOWING, Enrolment).filter(child__in=children)
    return frozenset(rows.values_list("setting_id", flat=True))


def facts_about(person: UUID, children: Mapping[UUID, str], at: datetime) -> FactsAbout:
    """One query. The caller has asked `to_explain`."""
    ids = list(children)
    ties = system(SystemReason.SHOWING, Guardianship).filter(adult=person, child__in=ids)
    viewings = system(SystemReason.SHOWING, FamilyViewer).filter(adult=person, child__in=ids)
    keys = system(SystemReason.SHOWING, KeyPerson).filter(person=person, child__in=ids)
    bound = system(SystemReason.SHOWING, Restriction).filter(
        adult=person, child__in=ids, imposed_at__lte=at, lifted_at__isnull=True
    )
    return FactsAbout(
        *ask_all(
            question(
                lambda rows: tuple(_tie(children, *row) for row in rows),
                ties.order_by("from_at", "id").values_list(
                    "child_id", "relation", "responsibility", "day_to_day_care", "evidence", "seen_on",
                    "seen_by__given_name", "seen_by__family_name", "from_at", "until_at",
                ),
            ),
            question(
                lambda rows: tuple(
                    ViewerFact(children[child], f"{given} {family}", first, last)
                    for child, given, family, first, last in rows
                ),
                viewings.order_by("from_at", "id").values_list(
                    "child_id", "granted_by__given_name", "granted_by__family_name", "from_at", "until_at"
                ),
            ),
            question(
                lambda rows: tuple(KeyFact(children[row[0]], KeyKind(row[1]), *row[2:]) for row in rows),
                keys.order_by("from_at", "id").values_list("child_id", "kind", "from_at", "until_at"),
            ),
            roles_asked([person]),
            question(
                lambda rows: tuple(_bound(children, *row) for row in rows),
                bound.order_by("imposed_at", "id").values_list(
                    "child_id", "code", "basis", "imposed_by__given_name", "imposed_by__family_name",
                    "imposed_at", "review_on",
                ),
            ),
        )
    )  # fmt: skip


def _bound(children: Mapping[UUID, str], child: UUID, code: str, basis: str, *facts: Any) -> BoundFact:
    given, family, imposed_at, review_on = facts
    by = f"{given} {family}"
    return BoundFact(
        children[child], RestrictionCode(code), RestrictionBasis(basis), by, imposed_at, review_on
    )


def _tie(
    children: Mapping[UUID, str], child: UUID, relation: str, responsibility: str, *facts: Any
) -> TieFact:
    care, evidence, seen_on, given, family, first, last = facts
    return TieFact(
        child=children[child],
        relation=Relation(relation),
        responsibility=Responsibility(responsibility),
        day_to_day_care=care,
        evidence=EvidenceSeen(evidence),
        seen_on=seen_on,
        seen_by=f"{given} {family}" if given else "",
        from_at=first,
        until_at=last,
    )
