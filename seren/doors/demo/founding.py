"""The provider, its three settings, their rooms, sessions, terms and closures."""

from datetime import datetime, time
from typing import Any

from seren.doors.demo.spec import BRYN_AWEL, CLUB, PRE_SCHOOL
from seren.doors.demo.stage import Row, Stage
from seren.people.provision.domain import (
    add_room,
    add_session,
    add_term,
    close_on,
    open_provider,
    open_setting,
)
from seren.people.provision.terms import Care, Nation

OPENED = 760  # days ago: before everybody

SETTINGS: dict[str, dict[str, Any]] = {
    PRE_SCHOOL: {
        "name": "Hill Lane Pre-school",
        "nation": Nation.ENGLAND,
        "care": Care.PRE_SCHOOL,
        "phone": "01632 960110",
        "email": "hello@hill-lane.example",
        "address": "Hill Lane, Ashcombe Weir AV4 7HL",
    },
    BRYN_AWEL: {
        "name": "Meithrinfa Bryn Awel",
        "nation": Nation.WALES,
        "care": Care.DAY_CARE,
        "welsh_first": True,
        "key_person_word": "gweithiwr-allweddol",
        "phone": "01632 960220",
        "email": "helo@bryn-awel.example",
        "address": "Lôn y Felin, Aberwennol AW2 3BA",
    },
    CLUB: {
        "name": "Hill Lane After School Club",
        "nation": Nation.ENGLAND,
        "care": Care.CLUB,
        "key_person_word": "key-worker",
        "phone": "01632 960330",
        "email": "club@hill-lane.example",
        "address": "The Hall, Hill Lane, Ashcombe Weir AV4 7HL",
    },
}


def found(stage: Stage, at: datetime) -> None:
    """Everything that has to be there before the first adult."""
    stage.provider = open_provider(name="Hill Lane Childcare", now=at).pk
    _open_settings(stage, at)
    rooms = {PRE_SCHOOL: ("Robins", "Wrens"), BRYN_AWEL: ("Gwenoliaid", "Drywod"), CLUB: ("Owls",)}
    for key, names in rooms.items():
        for name in names:
            stage.rooms[name] = add_room(
                actor=stage.operator(at), setting=stage.settings[key], name=name, now=at
            )
    for key, setting in stage.settings.items():
        _add_sessions(stage, key, setting, at)
        _add_days(stage, key, setting, at)


def _open_settings(stage: Stage, at: datetime) -> None:
    for key, facts in SETTINGS.items():
        stage.settings[key] = open_setting(actor=stage.operator(at), now=at, **facts)


def _add_sessions(stage: Stage, key: str, setting: Row, at: datetime) -> None:
    hours: dict[str, tuple[tuple[str, str, time, time], ...]] = {
        PRE_SCHOOL: (("am", "Morning", time(9), time(12)), ("pm", "Afternoon", time(12, 30), time(15, 30))),
        BRYN_AWEL: (("am", "Bore", time(8, 30), time(12, 30)), ("pm", "Prynhawn", time(13), time(17, 30))),
        CLUB: (("club", "After school", time(15, 30), time(18)),),
    }
    for code, name, starts, ends in hours[key]:
        stage.sessions[key, code] = add_session(
            actor=stage.operator(at),
            setting=setting,
            code=code,
            name=name,
            starts=starts,
            ends=ends,
            now=at,
        )


def _add_days(stage: Stage, key: str, setting: Row, at: datetime) -> None:
    calendar = stage.calendars[key]
    for term in calendar.terms:
        add_term(
            actor=stage.operator(at),
            setting=setting,
            name=term.name,
            days=(term.first, term.last),
            half_term=term.pause,
            now=at,
        )
    for day, why in calendar.closed.items():
        close_on(actor=stage.operator(at), setting=setting, day=day, reason=why, now=at)
