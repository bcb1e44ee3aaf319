"""Roles of a staff list: begun, moved, given other days; and the sessions each adult works."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.kernel import clock, text
from seren.people.families.domain.intake.adults import Adults
from seren.people.families.domain.intake.cells import said_codes
from seren.people.families.domain.intake.merging import Facts, ref_of
from seren.people.families.domain.intake.places import Places
from seren.people.families.domain.intake.planning import Planning
from seren.people.families.domain.intake.reading import Line
from seren.people.families.models import ImportedRef
from seren.people.families.terms import ImportedKind, Sheet
from seren.people.provision.domain import add_member, move_member, redate_member, set_hours
from seren.people.provision.queries import hours_to_import, roles_to_import
from seren.people.provision.terms import Role, Weekday

_MEMBER = ImportedKind.MEMBER
Key = tuple[ImportedKind, str, str, str]


class Members:
    def __init__(self, plan: Planning, places: Places, adults: Adults, lines: Sequence[Line]) -> None:
        self._plan, self._places, self._adults = plan, places, adults
        self._lines = [line for line in lines if not adults.is_closed(line.said["email"])]
        roles = roles_to_import(plan.setting.id)
        self._by_id: dict[UUID | None, Any] = {member.id: member for member in roles}
        self._held: dict[tuple[UUID, str], list[Any]] = defaultdict(list)
        for member in roles:
            if member.until_at is None or member.until_at > plan.now:
                self._held[member.person_id, member.role].append(member)
        self._hours: dict[UUID, set[tuple[int, str]]] = defaultdict(set)
        for person, weekday, code in hours_to_import(plan.setting.id):
            self._hours[person].add((weekday, code))

    def plan_all(self) -> None:
        groups: dict[tuple[str, str], list[Line]] = defaultdict(list)
        for line in self._lines:
            groups[line.said["email"], line.said["role"]].append(line)
        for lines in groups.values():
            self._roles(lines)
        works: dict[str, list[Line]] = defaultdict(list)
        for line in self._lines:
            if "works" in line.said:
                works[line.said["email"]].append(line)
        for email, lines in works.items():
            self._working(email, lines)

    def _roles(self, lines: list[Line]) -> None:
        """Each line finds its role by its room; one line and one role left over are a move."""
        strangers = []
        left = self._imported(lines[0])
        for line in lines:
            row = self._plan.refs.found(*_key(line))
            if row is None:
                strangers.append(line)
            else:
                left = [each for each in left if each.pk != row.pk]
                self._again(line, self._by_id[row.membership_id])
        if len(strangers) == len(left) == 1:
            self._again(strangers[0], self._by_id[left[0].membership_id], moved=left[0])
            return
        for line in strangers:
            self._adopt(line)

    def _imported(self, line: Line) -> list[ImportedRef]:
        """Roles of this adult that a list brought and that are held still."""
        held = {member.id for member in self._of(line)}
        return [row for row in self._plan.refs.of_kind(_MEMBER) if row.membership_id in held]

    def _of(self, line: Line) -> list[Any]:
        person = self._adults.known.get(line.said["email"])
        return self._held[person, line.said["role"]] if person else []

    def _adopt(self, line: Line) -> None:
        """A role somebody gave them here is the same role; else it is new."""
        room = text.fold(line.get("room"))
        same = [member for member in self._of(line) if not room or room == _room(member)]
        if same:
            self._again(line, same[0])
            return
        words = _("A new role: %(role)s. It opens after they sign the statement.")
        role = Role(line.said["role"]).label
        self._plan.new(line.number, self._adults.who(line), words % {"role": role})
        self._plan.do(partial(self._add, line))

    def _add(self, line: Line) -> None:
        plan = self._plan
        first, last = line.get("start_date", None), line.get("end_date", None)
        member = add_member(
            actor=plan.actor,
            person=plan.adults[line.said["email"]],
            setting=plan.setting,
            role=Role(line.said["role"]),
            room=self._room_of(line),
            from_at=clock.at_london(first) if first else plan.now,
            until_at=clock.end_of(last) if last else None,
            now=plan.now,
        )
        plan.refs.note(*_key(line), facts=_said(line), membership=member.id)

    def _again(self, line: Line, member: Any, moved: ImportedRef | None = None) -> None:
        key = _key(line)
        here = {
            "room": _room(member),
            "start_date": clock.day_of(member.from_at).isoformat(),
            "end_date": _last_day(member.until_at),
        }
        row = moved or self._plan.refs.found(*key)
        old = _old_key(line, row, here["room"]) if moved else key
        if old is None:
            words = _("room: somebody set this here. It stays.")
            self._plan.left(line.number, self._adults.who(line), words)
            return
        merged = self._plan.compare(line.number, self._adults.who(line), old, _said(line), here)
        if merged.take:
            self._plan.do(partial(self._set, line, member, merged.take, moved))

    def _set(self, line: Line, member: Any, take: Facts, moved: ImportedRef | None) -> None:
        plan = self._plan
        if "start_date" in take or "end_date" in take:
            first, last = member.from_at, member.until_at
            if "start_date" in take:
                first = clock.at_london(line.said["start_date"])
            if "end_date" in take:
                last = clock.end_of(line.said["end_date"]) if take["end_date"] else None
            redate_member(actor=plan.actor, membership=member, from_at=first, until_at=last, now=plan.now)
        if "room" in take:
            member = move_member(actor=plan.actor, membership=member, room=self._room_of(line), now=plan.now)
        if moved is not None:
            plan.refs.forget(moved)
            plan.refs.note(*_key(line), facts=_said(line), membership=member.id)
        else:
            plan.refs.note(*_key(line), facts=take, membership=member.id)

    def _working(self, email: str, lines: list[Line]) -> None:
        """One week for one adult, whatever the number of roles."""
        codes = tuple(sorted({pair for line in lines for pair in line.said["works"]}))
        person = self._adults.known.get(email)
        here = said_codes(sorted(self._hours[person])) if person else ""
        key = (ImportedKind.ADULT, Sheet.STAFF.value, email)
        said = said_codes(codes)
        if not person:
            if codes:
                self._plan.do(partial(self._work, lines, codes, said))
            return
        merged = self._plan.compare(
            lines[0].number, self._adults.who(lines[0]), key, {"works": said}, {"works": here}
        )
        if merged.take:
            self._plan.do(partial(self._work, lines, codes, said))

    def _work(self, lines: list[Line], codes: tuple[tuple[int, str], ...], said: str) -> None:
        plan, email = self._plan, lines[0].said["email"]
        line = next((each for each in lines if each.said["works"]), lines[0])
        starts: date = line.get("start_date", None) or plan.today
        set_hours(
            actor=plan.actor,
            person=plan.adults[email],
            setting=plan.setting,
            room=self._room_of(line),
            works=[(Weekday(weekday), self._places.sessions[code]) for weekday, code in codes],
            from_day=max(starts, plan.today),
            now=plan.now,
        )
        plan.refs.note(
            ImportedKind.ADULT, Sheet.STAFF, email, facts={"works": said}, adult=plan.adults[email]
        )

    def _room_of(self, line: Line) -> Any:
        return self._places.rooms[text.fold(line.said["room"])] if line.get("room") else None


def _key(line: Line) -> Key:
    return (_MEMBER, line.said["email"], line.said["role"], text.fold(line.get("room")))


def _old_key(line: Line, row: ImportedRef | None, room: str) -> Key | None:
    """The key a moved role was brought in by. None where somebody moved it here since."""
    key = (_MEMBER, line.said["email"], line.said["role"], room)
    return key if row is not None and bytes(row.ref) == _ref(row, key) else None


def _ref(row: ImportedRef, key: Key) -> bytes:
    return ref_of(row.setting_id, *key)


def _room(member: Any) -> str:
    return text.fold(member.room.name) if member.room else ""


def _last_day(until_at: datetime | None) -> str:
    return clock.last_day(until_at).isoformat() if until_at else ""


def _said(line: Line) -> dict[str, str]:
    said = {"room": text.fold(line.said["room"])} if "room" in line.said else {}
    if line.get("start_date", None):
        said["start_date"] = line.said["start_date"].isoformat()
    if "end_date" in line.said:
        said["end_date"] = line.said["end_date"].isoformat() if line.said["end_date"] else ""
    return said
