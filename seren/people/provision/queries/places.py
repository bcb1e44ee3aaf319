"""Where somebody works, the rooms there, and who is away today: for the pages of the room."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from seren.foundation.access.door import Actor, NotThere, SystemReason, prepared, system
from seren.foundation.kernel.questions import Question, question
from seren.people.provision.models import Absence
from seren.people.provision.policies import active
from seren.people.provision.queries import Workplace as AtSetting
from seren.people.provision.terms import HELPING, WITH_CHILDREN, Care, Nation, Role


@dataclass(frozen=True, slots=True)
class Workplace:
    """One role of an adult at one setting, with the room they work in, if it is one."""

    setting: UUID
    name: str
    phone: str
    nation: Nation
    care: Care
    welsh_first: bool
    key_person_word: str
    room: UUID | None
    role: Role

    @property
    def helps(self) -> bool:
        """Volunteers and trainees: first names and allergies, nothing more."""
        return self.role in HELPING


_FIELDS = (
    "setting_id",
    "setting__name",
    "setting__phone",
    "setting__nation",
    "setting__care",
    "setting__welsh_first",
    "setting__key_person_word",
    "room_id",
    "role",
)


def workplaces(actor: Actor) -> tuple[Workplace, ...]:
    """Every role with children or helping, statement given; those with a room first. One query."""
    found = [
        Workplace(setting, name, phone, Nation(nation), Care(care), welsh, word, room, Role(role))
        for setting, name, phone, nation, care, welsh, word, room, role in _roles(actor)
    ]
    return tuple(sorted(found, key=lambda place: (place.helps, place.room is None)))


@prepared()
def _roles(actor: Actor) -> "QuerySet[Any, Any]":
    held = active(actor, sorted(WITH_CHILDREN | HELPING))
    return held.order_by("setting__name", "from_at").values_list(*_FIELDS)


def away_asked(setting: UUID, day: date) -> Question[tuple[str, ...]]:
    """First names of the staff who are away from this setting that day. Why, nobody is told."""
    away = system(SystemReason.SHOWING, Absence).filter(
        setting=setting, first_day__lte=day, last_day__gte=day
    )
    names = away.order_by("person__given_name").values_list("person__given_name")
    return question(lambda rows: tuple(dict.fromkeys(name for (name,) in rows)), names)


@dataclass(frozen=True, slots=True)
class Here:
    """The setting whose room somebody's pages show now: the current one, or the first they work at."""

    place: Workplace
    rooms: frozenset[UUID]  # where they work; empty for those who work all over the setting
    helps: bool  # as a volunteer or trainee only
    everywhere: tuple[Workplace, ...] = ()  # all their roles, this setting's and others'

    @property
    def setting(self) -> UUID:
        return self.place.setting


def here_on(request: Any) -> Here:
    """For the actor of a request, looked up once. Raises NotThere."""
    if not hasattr(request, "_here_at_work"):
        actor = request.actor
        if actor is None:
            raise NotThere("nobody is signed in")
        request._here_at_work = here(actor, request.who.current_setting)
    held: Here = request._here_at_work
    return held


def for_staff(request: Any) -> Here:
    """The same for whoever is more than a helper: helpers hand nobody over and open no child's page."""
    held = here_on(request)
    if held.helps:
        raise NotThere("for staff")
    return held


def workplaces_on(request: Any) -> tuple[AtSetting, ...] | None:
    """By setting, as the frame needs them, where the page has looked them up. Asks nothing itself."""
    held: Here | None = getattr(request, "_here_at_work", None)
    if held is None:
        return None
    order = [role.value for role in Role]
    found: dict[UUID, AtSetting] = {}
    for one in sorted(held.everywhere, key=lambda place: (place.name, order.index(place.role))):
        found.setdefault(one.setting, AtSetting(one.setting, one.name, one.phone, one.welsh_first, one.role))
    return tuple(found.values())


def helps_here(request: Any) -> bool:
    """Whether the page has found its reader to be a helper. Asks nothing itself."""
    held: Here | None = getattr(request, "_here_at_work", None)
    return held is not None and held.helps


def here(actor: Actor, current: UUID | None) -> Here:
    """Raises NotThere for who works nowhere."""
    found = workplaces(actor)
    if not found:
        raise NotThere("no workplace")
    settings = {place.setting for place in found}
    first = min(found, key=lambda place: place.name).setting
    setting = current if current in settings else first
    held = [place for place in found if place.setting == setting]
    rooms = frozenset(place.room for place in held if place.room is not None)
    return Here(held[0], rooms, all(place.helps for place in held), found)
