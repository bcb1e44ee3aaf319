"""Who read a child's record, by role and day, for the child's guardian (trust.md 4.5).

Nobody is named. What would tell of somebody else is left out before it is counted: readings by the child's
own family; readings by whoever keeps safeguarding there and does not lead the setting; and all that no room
has named as told (`policies.watched`). So the page is the same whether or not there is another home, a
restriction on anybody, or a safeguarding file.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from uuid import UUID

from seren.foundation.access.door import Actor, NotThere, RecordClass, SystemReason, system, visible
from seren.foundation.audit.door import Reading, readings_of
from seren.foundation.kernel import clock
from seren.foundation.kernel.questions import Question, ask_all, question
from seren.people.families.models import Child, Enrolment, FamilyViewer, Guardianship, KeyPerson
from seren.people.families.policies import FamilyAction, told_readings
from seren.people.families.terms import KeyKind
from seren.people.provision.queries.roles import Held, roles_asked
from seren.people.provision.terms import HELPING, LEADING, SAFEGUARDING, WITH_CHILDREN, Role

As = Role | KeyKind


@dataclass(frozen=True, slots=True)
class ReadBy:
    """Somebody in this role read this class that day."""

    role: As
    record_class: RecordClass


@dataclass(frozen=True, slots=True)
class DayOfReadings:
    day: date
    readings: tuple[ReadBy, ...]


@dataclass(frozen=True, slots=True)
class ChildToChoose:
    id: UUID
    name: str
    tint: str
    cut: str
    known_since: date

    @property
    def initial(self) -> str:
        return self.name[:1].upper()


@dataclass(frozen=True, slots=True)
class History:
    """One month of one child, the latest day first. `children`: the reader's own, to choose from."""

    child: ChildToChoose
    children: tuple[ChildToChoose, ...]
    month: date
    days: tuple[DayOfReadings, ...]


def history_of(actor: Actor, child: UUID | None, month: date) -> History:
    """Three queries. Raises NotThere for who has no such child, or is kept from it."""
    children = _own(actor)
    chosen = next((one for one in children if child in (None, one.id)), None)
    if chosen is None:
        raise NotThere("no child of theirs")
    since, until = clock.month_of(month)
    seen = readings_of(chosen.id, since, until, told_readings())
    return History(chosen, children, month, tuple(_by_day(chosen.id, seen)) if seen else ())


def _own(actor: Actor) -> tuple[ChildToChoose, ...]:
    rows = visible(actor, FamilyAction.SEE_HISTORY, Child).order_by("known_as", "id")
    fields = rows.values_list("id", "known_as", "tint", "cut", "known_since")
    return tuple(
        ChildToChoose(pk, name, tint, cut, clock.day_of(since)) for pk, name, tint, cut, since in fields
    )


def _by_day(child: UUID, seen: Sequence[Reading]) -> list[DayOfReadings]:
    roles = _roles_about(child, {one.person for one in seen})
    days = []
    for day, of_day in groupby(seen, lambda one: clock.day_of(one.at)):
        told = [ReadBy(role, one.record_class) for one in of_day if (role := roles.as_what(one)) is not None]
        if told:
            days.append(DayOfReadings(day, tuple(sorted(set(told), key=_place))))
    return days


def _place(one: ReadBy) -> tuple[int, int]:
    """In a fixed order, so that nothing is told by which reading came first."""
    return _ORDER.index(one.role), one.record_class.number


_ORDER: tuple[As, ...] = (KeyKind.KEY, KeyKind.BUDDY, *Role)


def _first(roles: Iterable[As]) -> As | None:
    return next(iter(sorted(roles, key=_ORDER.index)), None)


@dataclass(frozen=True, slots=True)
class _Place:
    """The child at a setting, in a room, for a time; or somebody their key person or buddy there."""

    setting: UUID
    from_at: datetime
    until_at: datetime | None
    room: UUID | None = None
    person: UUID | None = None
    kind: KeyKind | None = None

    def at(self, instant: datetime) -> bool:
        return self.from_at <= instant and (self.until_at is None or instant < self.until_at)


@dataclass(frozen=True, slots=True)
class _Roles:
    held: tuple[Held, ...]
    places: tuple[_Place, ...]
    keys: tuple[_Place, ...]
    family: frozenset[UUID]

    def as_what(self, reading: Reading) -> As | None:
        """What the reader was to the child at that instant. None: guardians are not told of this reading."""
        if reading.person in self.family:
            return None
        here = {place.setting for place in self.places if reading.setting in (None, place.setting)}
        mine = [
            one
            for one in self.held
            if one.person == reading.person and one.setting in here and one.at(reading.at)
        ]
        led = [one.role for one in mine if one.role in LEADING]
        if not led and any(one.role in SAFEGUARDING for one in mine):
            return None  # whatever else they are: it may have been read as that
        return (
            self._key(reading, mine) or min(led, key=_ORDER.index, default=None) or self._room(reading, mine)
        )

    def _key(self, reading: Reading, mine: Sequence[Held]) -> As | None:
        at_work = {one.setting for one in mine if one.role in WITH_CHILDREN}
        kinds = [
            one.kind
            for one in self.keys
            if one.person == reading.person and one.at(reading.at) and one.setting in at_work and one.kind
        ]
        return _first(kinds)

    def _room(self, reading: Reading, mine: Sequence[Held]) -> As | None:
        rooms = {place.room for place in self.places if place.at(reading.at)}
        there = [one.role for one in mine if one.role in HELPING | {Role.PRACTITIONER} and one.room in rooms]
        return _first(there)


def _roles_about(child: UUID, people: set[UUID]) -> _Roles:
    return _Roles(*ask_all(roles_asked(people), _places(child), _keys(child), _family(child)))


def _places(child: UUID) -> Question[tuple[_Place, ...]]:
    rows = system(SystemReason.SHOWING, Enrolment).filter(child=child)
    fields = ("setting_id", "from_at", "until_at", "room_id")
    return question(lambda found: tuple(_Place(*row) for row in found), rows.values_list(*fields))


def _keys(child: UUID) -> Question[tuple[_Place, ...]]:
    rows = system(SystemReason.SHOWING, KeyPerson).filter(child=child)
    fields = ("setting_id", "from_at", "until_at", "person_id", "kind")
    return question(
        lambda found: tuple(
            _Place(setting, first, last, person=person, kind=KeyKind(kind))
            for setting, first, last, person, kind in found
        ),
        rows.values_list(*fields),
    )


def _family(child: UUID) -> Question[frozenset[UUID]]:
    """Whoever is or was family of the child, in whichever home: also where they work here."""
    guardians = system(SystemReason.SHOWING, Guardianship).filter(child=child).order_by()
    viewers = system(SystemReason.SHOWING, FamilyViewer).filter(child=child).order_by()
    return question(
        lambda *found: frozenset(adult for rows in found for (adult,) in rows),
        guardians.values_list("adult_id"),
        viewers.values_list("adult_id"),
    )
