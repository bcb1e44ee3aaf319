"""Rooms and sessions a list names: there already, or made for it where it is asked."""

from collections.abc import Iterable
from datetime import time

from django.utils.translation import gettext as _

from seren.foundation.kernel import text
from seren.people.families.domain.intake.planning import Planning
from seren.people.families.domain.intake.reading import Line
from seren.people.provision.domain import add_room, add_session
from seren.people.provision.queries import rooms_to_import, sessions_to_import

# Times of a session that is made for a list: usual ones, to be put right on the page of the setting.
_USUAL = {
    "breakfast": (time(8), time(9)),
    "am": (time(9), time(12)),
    "lunch": (time(12), time(13)),
    "pm": (time(12), time(15)),
    "after": (time(15, 30), time(18)),
    "club": (time(15, 30), time(18)),
}
_WHOLE_DAY = (time(9), time(15))


class Places:
    """The rooms by folded name and the sessions by code, those to be made among them once they are."""

    def __init__(self, plan: Planning) -> None:
        self._plan = plan
        self.rooms = {text.fold(room.name): room for room in rooms_to_import(plan.setting.id)}
        self.sessions = {session.code: session for session in sessions_to_import(plan.setting.id)}
        self._made: set[str] = set()

    def look(self, lines: Iterable[Line], codes: str) -> None:
        """Every room and session of the list. Unknown ones are made, or are faults."""
        for line in lines:
            if line.get("room"):
                self._room(line, line.said["room"])
            for code in dict.fromkeys(code for _weekday, code in line.get(codes, ())):
                self._session(line, codes, code)

    def _room(self, line: Line, name: str) -> None:
        key = text.fold(name)
        room = self.rooms.get(key)
        if room is not None and room.closed_at is not None:
            self._plan.fault(line.number, "room", _("This room is closed. Write another one."))
        elif room is None and not self._plan.make_rooms:
            words = _("There is no room “%(name)s”. Add it first, or let this list make it.")
            self._plan.fault(line.number, "room", words % {"name": name})
        elif room is None and key not in self._made:
            self._made.add(key)
            self._plan.new(line.number, name, _("A new room."))
            self._plan.do(lambda: self._make_room(key, name))

    def _session(self, line: Line, column: str, code: str) -> None:
        if code in self.sessions or f"/{code}" in self._made:
            return
        if not self._plan.make_rooms:
            words = _("There is no session “%(code)s”. Add it first, or let this list make it.")
            self._plan.fault(line.number, column, words % {"code": code})
            return
        self._made.add(f"/{code}")
        starts, ends = _USUAL.get(code, _WHOLE_DAY)
        said = {"starts": f"{starts:%H:%M}", "ends": f"{ends:%H:%M}"}
        words = _("A new session, %(starts)s to %(ends)s. Check its times.") % said
        self._plan.new(line.number, code, words)
        self._plan.do(lambda: self._make_session(code, starts, ends))

    def _make_room(self, key: str, name: str) -> None:
        plan = self._plan
        self.rooms[key] = add_room(actor=plan.actor, setting=plan.setting, name=name, now=plan.now)

    def _make_session(self, code: str, starts: time, ends: time) -> None:
        names = {"am": _("Morning"), "pm": _("Afternoon"), "lunch": _("Lunch"), "breakfast": _("Breakfast")}
        self.sessions[code] = add_session(
            actor=self._plan.actor,
            setting=self._plan.setting,
            code=code,
            name=names.get(code, code.title()),
            starts=starts,
            ends=ends,
            now=self._plan.now,
        )
