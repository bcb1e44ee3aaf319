"""Children of a list: enrolled as joining, or with their key person from the first day on."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.kernel import text
from seren.people.families.domain.children import add_child, book, move_room, start_attending
from seren.people.families.domain.correcting import change_start, correct_child
from seren.people.families.domain.intake.adults import Adults
from seren.people.families.domain.intake.cells import said_codes
from seren.people.families.domain.intake.here import Here
from seren.people.families.domain.intake.merging import Facts
from seren.people.families.domain.intake.places import Places
from seren.people.families.domain.intake.planning import Planning
from seren.people.families.domain.intake.reading import Line
from seren.people.families.domain.keypeople import name_key_person
from seren.people.families.models import Child, Enrolment
from seren.people.families.terms import EnrolmentState, ImportedKind, KeyKind
from seren.people.provision.queries import staff_with_children

_NAMES = {
    "child_first_name": "given_name",
    "child_last_name": "family_name",
    "child_known_as": "known_as",
}
_CHILD = ImportedKind.CHILD


class Children:
    def __init__(
        self, plan: Planning, here: Here, places: Places, adults: Adults, lines: Sequence[Line]
    ) -> None:
        self._plan, self._here, self._places, self._adults = plan, here, places, adults
        self._lines: dict[str, Line] = {line.said["child_ref"]: line for line in reversed(lines)}
        self._spoken: dict[str, list[str]] = {}
        for line in lines:
            languages = self._spoken.setdefault(line.said["child_ref"], [])
            if line.get("spoken_language") and line.said["spoken_language"] not in languages:
                languages.append(line.said["spoken_language"])
        self._staff = staff_with_children(plan.setting.id, plan.now)
        self.passed_by: set[str] = set()  # keys of children this list changes nothing of

    def plan_all(self) -> None:
        for ref, line in reversed(self._lines.items()):
            row = self._plan.refs.found(_CHILD, ref)
            if row is None or row.child is None:
                self._new(ref, line)
            else:
                self._plan.children[ref] = row.child
                self._again(ref, line, row.child)

    def who(self, line: Line) -> str:
        return f"{line.said['child_first_name']} {line.said['child_last_name']}"

    def _new(self, ref: str, line: Line) -> None:
        key_person = self._key_person(line)
        words = _("A new child, with a key person.") if key_person else _("A new child, joining.")
        self._plan.new(line.number, self.who(line), words)
        self._plan.do(partial(self._add, ref, line, key_person))

    def _add(self, ref: str, line: Line, key_person: UUID | None) -> None:
        said = self._said(line)
        plan = self._plan
        child = plan.children[ref] = add_child(
            actor=plan.actor,
            setting=plan.setting.id,
            room=self._places.rooms[said["room"]].id,
            given_name=said["child_first_name"],
            family_name=said["child_last_name"],
            known_as=line.get("child_known_as"),
            date_of_birth=line.said["child_date_of_birth"],
            starts_on=line.said["start_date"],
            home_languages=self._spoken[ref],
            now=plan.now,
        )
        if line.get("sessions"):
            self._book(child, line.said["sessions"], line.said["start_date"])
        if key_person:
            self._name(child, key_person, attending=True)
        known_as = {"child_known_as": child.known_as}
        plan.refs.note(_CHILD, ref, facts=known_as | said, child=child)

    def _again(self, ref: str, line: Line, child: Child) -> None:
        place = self._here.places.get(child.id)
        if place is None or not self._here.may_keep(child.id):
            self.passed_by.add(ref)
        if place is None:
            self._plan.left(line.number, self.who(line), _("This child has left. Nothing changes."))
        elif not self._here.may_keep(child.id):
            self._plan.fault(line.number, "child_ref", _("Leave this child out. Another manager does this."))
        else:
            self._correct(ref, line, child, place)
            self._look_after(line, child, place)

    def _correct(self, ref: str, line: Line, child: Child, place: Enrolment) -> None:
        here = {column: str(getattr(child, fact)) for column, fact in _NAMES.items()} | {
            "child_date_of_birth": child.date_of_birth.isoformat(),
            "room": text.fold(place.room.name),
            "start_date": place.starts_on.isoformat(),
            "sessions": said_codes(sorted(self._here.sessions[child.id])),
        }
        merged = self._plan.compare(line.number, self.who(line), (_CHILD, ref), self._said(line), here)
        if merged.take:
            self._plan.do(partial(self._set, ref, line, child, place.starts_on, merged.take))

    def _set(self, ref: str, line: Line, child: Child, before: date, take: Facts) -> None:
        plan = self._plan
        names = {fact: take[column] for column, fact in _NAMES.items() if column in take}
        born = line.said["child_date_of_birth"] if "child_date_of_birth" in take else None
        if names or born:
            correct_child(actor=plan.actor, child=child, now=plan.now, date_of_birth=born, **names)
        where = {"actor": plan.actor, "child": child, "setting": plan.setting.id, "now": plan.now}
        if "room" in take:
            move_room(room=self._places.rooms[take["room"]].id, **where)
        starts = before
        if "start_date" in take:
            starts = line.said["start_date"]
            change_start(starts_on=starts, **where)
        self._book_again(line, child, (before, starts), take)
        plan.refs.note(_CHILD, ref, facts=take, child=child)

    def _book_again(self, line: Line, child: Child, starts: tuple[date, date], take: Facts) -> None:
        """Booked from the first day on, or from today. What was booked for days before the new one goes."""
        booked = sorted(self._here.sessions[child.id])
        wanted = line.said["sessions"] if "sessions" in take else tuple(booked)
        before, after = (max(day, self._plan.today) for day in starts)
        if before != after and booked:
            self._book(child, (), before)
        if "sessions" in take or (before != after and booked):
            self._book(child, wanted, after)

    def _book(self, child: Child, codes: Sequence[tuple[int, str]], from_day: date) -> None:
        book(
            actor=self._plan.actor,
            child=child,
            setting=self._plan.setting.id,
            sessions=[(weekday, self._places.sessions[code].id) for weekday, code in codes],
            from_day=max(from_day, self._plan.today),
            now=self._plan.now,
        )

    def _look_after(self, line: Line, child: Child, place: Enrolment) -> None:
        """A first key person is named. Another one than there is takes a reason and a handover (E-05)."""
        person = self._key_person(line)
        holds = self._here.key_people.get(child.id)
        if person is None or person == holds:
            return
        if holds is None:
            self._plan.changed(line.number, self.who(line), "key_person_email")
            self._plan.do(partial(self._name, child, person, attending=place.state == EnrolmentState.JOINING))
        else:
            words = _("key_person_email: a key person changes on the child’s page, with a reason.")
            self._plan.left(line.number, self.who(line), words)

    def _name(self, child: Child, person: UUID, *, attending: bool) -> None:
        where = {"actor": self._plan.actor, "setting": self._plan.setting.id, "now": self._plan.now}
        name_key_person(child=child, person=person, kind=KeyKind.KEY, listed=True, **where)
        if attending:
            start_attending(child=child, **where)

    def _key_person(self, line: Line) -> UUID | None:
        address = line.get("key_person_email")
        if not address:
            return None
        person = self._adults.held.get(address)
        if person not in self._staff:
            words = _("Nobody who works with children here has this address. Bring in the staff first.")
            self._plan.fault(line.number, "key_person_email", words)
            return None
        return person

    def _said(self, line: Line) -> dict[str, str]:
        said = {column: line.said[column] for column in _NAMES if column in line.said}
        if "child_known_as" in said:
            said["child_known_as"] = said["child_known_as"] or said["child_first_name"]
        said["child_date_of_birth"] = line.said["child_date_of_birth"].isoformat()
        said["room"] = text.fold(line.said["room"])
        said["start_date"] = line.said["start_date"].isoformat()
        if "sessions" in line.said:
            said["sessions"] = said_codes(line.said["sessions"])
        return said
