"""The shapes of one child's page on the desk: what leaders keep of a child, part by part."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from seren.foundation.access.door import RecordClass
from seren.people.families.queries.desk.children import Weekly
from seren.people.families.queries.desk.restrictions import Bound, RestrictionShown, bound
from seren.people.families.terms import (
    KEPT_FROM_COLLECTING,
    ChangeReason,
    EnrolmentState,
    EvidenceSeen,
    KeyKind,
    LivesWith,
    Pattern,
    Relation,
    Responsibility,
    ResponsibilityBasis,
    RestrictionCode,
    SafetyKind,
)

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

    @property
    def kept_from_collecting(self) -> bool:
        """A restriction wins over what was noted at the start."""
        return not KEPT_FROM_COLLECTING.isdisjoint(self.bound_by)


@dataclass(frozen=True, slots=True)
class HomeShown:
    """C6: an address with who belongs there. Sealed; opening it is watched."""

    id: UUID
    adults: tuple[str, ...]
    pattern: Pattern
    lines: tuple[str, ...]
    phone: str
    ends_on: date | None  # the last day the child lives there, where one is known


@dataclass(frozen=True, slots=True)
class NoteShown:
    id: UUID
    kind: SafetyKind
    words: str


@dataclass(frozen=True, slots=True)
class CollectorShown:
    """`counts`: may collect now. Else whoever named them may not say so any more, or they may not at all."""

    name: str
    relation: Relation
    named_by: str
    day: date | None
    counts: bool


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

    @property
    def bound(self) -> tuple[Bound, ...]:
        return bound(self.restrictions)

    def holding(self, kind: KeyKind) -> PastKeyPerson | None:
        return next((one for one in self.key_people if one.kind is kind and one.current), None)
