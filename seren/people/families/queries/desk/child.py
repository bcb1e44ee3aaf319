"""`/desk/children/<id>/`: one child, all that leaders keep of them. What is closed is never loaded."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from seren.foundation.access.door import (
    Actor,
    NotThere,
    RecordClass,
    SystemReason,
    find,
    in_force,
    may,
    system,
    visible,
)
from seren.foundation.kernel import clock
from seren.people.accounts.queries import people_of
from seren.people.families.models import (
    Child,
    Collector,
    Enrolment,
    Guardianship,
    Household,
    HouseholdMember,
    KeyPerson,
    Lives,
    Restriction,
    SafetyNote,
)
from seren.people.families.policies import FamilyAction
from seren.people.families.queries.desk.children import Weekly, weeks_of
from seren.people.families.terms import (
    ChangeReason,
    EnrolmentState,
    EvidenceSeen,
    KeyKind,
    LivesWith,
    Pattern,
    Relation,
    Responsibility,
    ResponsibilityBasis,
    RestrictionBasis,
    RestrictionCode,
    SafetyKind,
)
from seren.people.provision.queries.desk import Desk

Sighting = tuple[RecordClass, UUID]


@dataclass(frozen=True, slots=True)
class AdultShown:
    """What an adult is to the child: four facts, and what they rest on (P-01, P-02)."""

    tie: UUID
    person: UUID
    name: str
    relation: Relation
    natural_parent: bool | None
    responsibility: Responsibility
    basis: ResponsibilityBasis | None
    evidence: EvidenceSeen
    seen_on: date | None
    lives_with: LivesWith
    day_to_day_care: bool
    can_collect: bool
    emergency_order: int | None
    signs_in: bool
    bound_by: tuple[RestrictionCode, ...]


@dataclass(frozen=True, slots=True)
class HomeShown:
    """C6: an address with who belongs there. Sealed; opening it is watched."""

    id: UUID
    adults: tuple[str, ...]
    pattern: Pattern
    lines: tuple[str, ...]
    phone: str


@dataclass(frozen=True, slots=True)
class RestrictionShown:
    """C12. `may_lift`: the reader is not the one who set it."""

    id: UUID
    adult: str
    code: RestrictionCode
    basis: RestrictionBasis
    reason: str
    set_by: str
    set_on: date
    review_on: date
    lifted_on: date | None
    may_lift: bool


@dataclass(frozen=True, slots=True)
class NoteShown:
    id: UUID
    kind: SafetyKind
    words: str


@dataclass(frozen=True, slots=True)
class CollectorShown:
    name: str
    relation: Relation
    named_by: str


@dataclass(frozen=True, slots=True)
class PastKeyPerson:
    kind: KeyKind
    name: str
    from_day: date
    until_day: date | None
    reason: ChangeReason
    current: bool
    to_come: bool


@dataclass(frozen=True, slots=True)
class ChildPage:
    """`whole`: the reader may know the family's circumstances; else those parts are empty.

    `runs`: the reader may change things here.
    """

    id: UUID
    name: str
    given_name: str
    family_name: str
    tint: str
    cut: str
    born: date
    home_languages: tuple[str, ...]
    room: str
    state: EnrolmentState | None
    starts_on: date | None
    ends_on: date | None
    sessions: tuple[Weekly, ...]
    key_people: tuple[PastKeyPerson, ...]
    notes: tuple[NoteShown, ...]
    collectors: tuple[CollectorShown, ...]
    adults: tuple[AdultShown, ...]
    homes: tuple[HomeShown, ...]
    restrictions: tuple[RestrictionShown, ...]
    whole: bool
    runs: bool

    @property
    def initial(self) -> str:
        return self.name[:1].upper()

    @property
    def sightings(self) -> tuple[Sighting, ...]:
        seen = [RecordClass.C5]
        seen += [RecordClass.C7] * bool(self.collectors)
        seen += [RecordClass.C6] * bool(self.homes)
        seen += [RecordClass.C12] * self.whole
        return tuple((record_class, self.id) for record_class in seen)

    def holding(self, kind: KeyKind) -> PastKeyPerson | None:
        return next((one for one in self.key_people if one.kind is kind and one.current), None)


def child_page(actor: Actor, desk: Desk, child: UUID) -> ChildPage:
    """Raises NotThere where this is no child of the desk, or not one whose details they may see."""
    row = find(actor, FamilyAction.SEE_DETAILS, Child, child)
    place = _place(row, desk)
    whole = may(actor, FamilyAction.RESTRICT, child)
    return ChildPage(
        id=row.id,
        name=row.known_as,
        given_name=row.given_name,
        family_name=row.family_name,
        tint=row.tint,
        cut=row.cut,
        born=row.date_of_birth,
        home_languages=tuple(row.home_languages),
        room=place.room.name,
        state=EnrolmentState(place.state) if _open(place, actor.at) else None,
        starts_on=place.starts_on,
        ends_on=clock.day_of(place.until_at) if place.until_at else None,
        sessions=weeks_of(desk.id, [child], clock.day_of(actor.at)).get(child, ()),
        key_people=_key_people(row, desk, actor.at),
        notes=_notes(actor, row),
        collectors=_collectors(actor, row),
        adults=_adults(row, actor.at) if whole else (),
        homes=_homes(actor, row) if whole else (),
        restrictions=_restrictions(actor, row) if whole else (),
        whole=whole,
        runs=desk.runs,
    )


def _place(child: Child, desk: Desk) -> Enrolment:
    """The newest place here. A child of another setting of the provider is not of this desk."""
    places = system(SystemReason.SHOWING, Enrolment).filter(child=child, setting=desk.id)
    place = places.select_related("room").order_by("-from_at").first()
    if place is None:
        raise NotThere("no place here")
    return place


def _open(place: Enrolment, at: datetime) -> bool:
    return place.until_at is None or place.until_at > at


def _key_people(child: Child, desk: Desk, at: datetime) -> tuple[PastKeyPerson, ...]:
    rows = system(SystemReason.SHOWING, KeyPerson).filter(child=child, setting=desk.id)
    return tuple(
        PastKeyPerson(
            kind=KeyKind(row.kind),
            name=f"{row.person.given_name} {row.person.family_name}",
            from_day=clock.day_of(row.from_at),
            until_day=clock.day_of(row.until_at) if row.until_at else None,
            reason=ChangeReason(row.reason),
            current=row.from_at <= at and (row.until_at is None or row.until_at > at),
            to_come=row.from_at > at,
        )
        for row in rows.select_related("person").order_by("-from_at")
    )


def _notes(actor: Actor, child: Child) -> tuple[NoteShown, ...]:
    if not may(actor, FamilyAction.SEE_SAFETY, child):
        return ()
    rows = system(SystemReason.SHOWING, SafetyNote).filter(in_force(actor.at), child=child)
    return tuple(NoteShown(row.id, SafetyKind(row.kind), row.words) for row in rows.order_by("kind", "id"))


def _collectors(actor: Actor, child: Child) -> tuple[CollectorShown, ...]:
    rows = visible(actor, FamilyAction.SEE_COLLECTOR, Collector).filter(in_force(actor.at), child=child)
    return tuple(
        CollectorShown(row.name, Relation(row.relation), row.named_by.name)
        for row in rows.select_related("named_by").order_by("name")
    )


def _adults(child: Child, at: datetime) -> tuple[AdultShown, ...]:
    ties = system(SystemReason.SHOWING, Guardianship).filter(in_force(at), child=child)
    bound = system(SystemReason.SHOWING, Restriction).filter(child=child, lifted_at__isnull=True)
    codes: dict[UUID, list[RestrictionCode]] = {}
    for adult, code in bound.order_by("imposed_at").values_list("adult_id", "code"):
        codes.setdefault(adult, []).append(RestrictionCode(code))
    rows = list(ties.order_by("from_at", "id"))
    people = people_of(row.adult_id for row in rows)
    return tuple(_adult(row, people[row.adult_id], tuple(codes.get(row.adult_id, ()))) for row in rows)


def _adult(row: Guardianship, person: Any, bound_by: tuple[RestrictionCode, ...]) -> AdultShown:
    return AdultShown(
        tie=row.id,
        person=person.id,
        name=person.name,
        relation=Relation(row.relation),
        natural_parent=row.natural_parent,
        responsibility=Responsibility(row.responsibility),
        basis=ResponsibilityBasis(row.basis) if row.basis else None,
        evidence=EvidenceSeen(row.evidence),
        seen_on=row.seen_on,
        lives_with=LivesWith(row.lives_with),
        day_to_day_care=row.day_to_day_care,
        can_collect=row.can_collect,
        emergency_order=row.emergency_order,
        signs_in=person.signs_in,
        bound_by=bound_by,
    )


def _homes(actor: Actor, child: Child) -> tuple[HomeShown, ...]:
    seen = visible(actor, FamilyAction.SEE_HOUSEHOLD, Household).values("pk")
    living = system(SystemReason.SHOWING, Lives).filter(in_force(actor.at), child=child, household__in=seen)
    rows = list(living.select_related("household").order_by("from_at", "id"))
    members: dict[UUID, list[str]] = {}
    belongs = system(SystemReason.SHOWING, HouseholdMember).filter(
        in_force(actor.at), household__in=[row.household_id for row in rows]
    )
    for home, given, family in belongs.order_by("from_at", "id").values_list(
        "household_id", "person__given_name", "person__family_name"
    ):
        members.setdefault(home, []).append(f"{given} {family}")
    return tuple(
        HomeShown(
            id=row.household_id,
            adults=tuple(members.get(row.household_id, ())),
            pattern=Pattern(row.pattern),
            lines=lines_of(row.household.address),
            phone=row.household.phone or "",
        )
        for row in rows
    )


def lines_of(address: Any) -> tuple[str, ...]:
    """A sealed address as lines for a page or a window envelope."""
    if not address:
        return ()
    parts: Iterable[str] = (*address.get("lines", ()), address.get("town", ""), address.get("postcode", ""))
    return tuple(part for part in parts if part)


def _restrictions(actor: Actor, child: Child) -> tuple[RestrictionShown, ...]:
    rows = system(SystemReason.SHOWING, Restriction).filter(child=child)
    return tuple(
        RestrictionShown(
            id=row.id,
            adult=row.adult.name,
            code=RestrictionCode(row.code),
            basis=RestrictionBasis(row.basis),
            reason=row.reason,
            set_by=row.imposed_by.name,
            set_on=clock.day_of(row.imposed_at),
            review_on=row.review_on,
            lifted_on=clock.day_of(row.lifted_at) if row.lifted_at else None,
            may_lift=row.lifted_at is None and row.imposed_by_id != actor.person,
        )
        for row in rows.select_related("adult", "imposed_by").order_by("lifted_at", "-imposed_at")
    )
