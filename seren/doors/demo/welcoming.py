"""Families: children, adults and what they are to them, homes, key persons, sessions, the first day."""

from datetime import datetime, timedelta
from functools import partial

from seren.doors.demo.hiring import pairs
from seren.doors.demo.knowing import address_of, let_in, meet, number_of
from seren.doors.demo.spec import BRYN_AWEL, Family, Grown, Home, Joined, Kid, Place
from seren.doors.demo.stage import Row, Stage
from seren.foundation.kernel import clock
from seren.people.accounts.domain import Adult
from seren.people.families.domain import (
    add_child,
    add_guardian,
    book,
    child_lives,
    enrol,
    join_household,
    leave,
    make_household,
    name_key_person,
    note_safety,
    start_attending,
)
from seren.people.families.domain.adults import Facts
from seren.people.families.terms import KeyKind, Relation, Responsibility, ResponsibilityBasis, SafetyKind

_ASKED = 35  # days between asking for a place and the first day
_PAGES = ("en", "cy", "pl", "ro", "pa", "ur", "pt", "es", "ar", "bn", "gu", "uk")


def welcome(stage: Stage, family: Family) -> None:
    """Write a family into the diary, from the day they asked for the first place."""
    places = [(place.since, kid, place) for kid in family.kids for place in kid.places]
    places.sort(key=lambda one: -one[0])
    for kid in family.kids:
        stage.kids[kid.name] = kid
    first = places[0][0]
    for since, kid, place in places:
        asked = stage.days_ago(max(since, 0) + _ASKED, 13)
        if since == first and place is places[0][2]:
            stage.later(asked, partial(_homes, stage, family, place.setting))
        stage.later(asked, partial(_give_place, stage, family, kid, place))


def _homes(stage: Stage, family: Family, setting: str, now: datetime) -> None:
    for number, home in enumerate(family.homes):
        for grown in home.adults:
            if grown.name not in stage.people:
                _meet(stage, grown, now)
            handed_over = now + timedelta(days=4, hours=number)
            stage.later(handed_over, partial(let_in, stage, grown.name, _page(grown), grown.joined))
        town = "Aberwennol" if setting == BRYN_AWEL else "Ashcombe Weir"
        code = _postcode("AW2" if setting == BRYN_AWEL else "AV4", len(stage.homes))
        household = make_household(
            actor=stage.operator(now),
            setting=stage.settings[setting].pk,
            address={"lines": [home.street], "town": town, "postcode": code},
            phone=number_of(stage),
            now=now,
        )
        stage.homes[home.adults[0].name] = household


def _postcode(area: str, number: int) -> str:
    """One of its own for each home, and for no setting."""
    letters = "ABDEFGHJLNPQRSTUWXYZ"
    first, last = letters[number % len(letters)], letters[(number * 7 + 3) % len(letters)]
    return f"{area} {number % 9 + 1}{first}{last}"


def _meet(stage: Stage, grown: Grown, now: datetime) -> None:
    reachable = grown.joined in (Joined.BY_EMAIL, Joined.NOT_YET)
    adult = Adult(
        grown.given,
        grown.family,
        address_of(grown.name) if reachable else "",
        "" if grown.joined is Joined.ON_PAPER else number_of(stage),
        spoken_language=grown.speaks,
        read_language=grown.speaks,
        interface_language=_page(grown),
        format=grown.format,
    )
    meet(stage, adult, grown.slug, now)


def _page(grown: Grown) -> str:
    return grown.speaks if grown.speaks in _PAGES else "en"


def _give_place(stage: Stage, family: Family, kid: Kid, place: Place, now: datetime) -> None:
    """The first place brings the child; another one enrols the same child there as well."""
    starts = stage.first_open_day(place.since, place.setting)
    setting, room, console = stage.settings[place.setting].pk, stage.rooms[place.room].pk, stage.operator(now)
    if kid.name in stage.children:
        child = stage.children[kid.name]
        enrol(actor=console, child=child, setting=setting, room=room, starts_on=starts, now=now)
    else:
        child = stage.children[kid.name] = add_child(
            actor=console,
            setting=setting,
            room=room,
            given_name=kid.name.split()[0],
            family_name=kid.name.partition(" ")[2],
            known_as=kid.known_as,
            date_of_birth=stage.born(kid),
            starts_on=starts,
            home_languages=family.languages,
            now=now,
        )
        _tie(stage, family, child, now)
        _keep_safe(stage, kid, child, now)
    if place.key:
        _look_after(stage, child, place, now)
        first_day = clock.at_london(starts, 8, 50)
        stage.later(first_day, partial(_first_day, stage, child, place))
    if place.left:
        last_day = stage.days_ago(place.left, 16)
        stage.later(
            last_day - timedelta(days=21),
            lambda at: leave(
                actor=stage.operator(at), child=child, setting=setting, until_at=last_day, now=at
            ),
        )


def _tie(stage: Stage, family: Family, child: Row, now: datetime) -> None:
    order = 1
    for home in family.homes:
        for grown in home.adults:
            if not grown.ties:
                continue
            facts = _facts(grown, order if grown.cares else None)
            add_guardian(
                actor=stage.operator(now),
                child=child,
                adult=stage.people[grown.name].pk,
                facts=facts,
                now=now,
            )
            order += 1
        _live(stage, home, child, now)


def _facts(grown: Grown, order: int | None) -> Facts:
    basis: ResponsibilityBasis | str = grown.basis
    if not basis and grown.responsible is Responsibility.YES:
        basis = (
            ResponsibilityBasis.MOTHER
            if grown.relation is Relation.MOTHER
            else ResponsibilityBasis.JOINT_REGISTRATION
        )
    return Facts(
        relation=grown.relation,
        responsibility=grown.responsible,
        lives_with=grown.lives,
        natural_parent=grown.natural,
        basis=basis,
        day_to_day_care=grown.cares,
        can_collect=grown.cares,
        emergency_order=order,
    )


def _live(stage: Stage, home: Home, child: Row, now: datetime) -> None:
    household, console = stage.homes[home.adults[0].name], stage.operator(now)
    for grown in home.adults:
        person = stage.people[grown.name].pk
        join_household(actor=console, household=household, person=person, child=child, now=now)
    child_lives(actor=console, household=household, child=child, pattern=home.pattern, now=now)


def _keep_safe(stage: Stage, kid: Kid, child: Row, now: datetime) -> None:
    if kid.safety:
        kind, _, words = kid.safety.partition(": ")
        note_safety(actor=stage.operator(now), child=child, kind=SafetyKind(kind), words=words, now=now)


def _look_after(stage: Stage, child: Row, place: Place, now: datetime) -> None:
    for kind, name in ((KeyKind.KEY, place.key), (KeyKind.BUDDY, place.buddy)):
        if name:
            name_key_person(
                actor=stage.operator(now),
                child=child,
                setting=stage.settings[place.setting].pk,
                person=stage.people[name].pk,
                kind=kind,
                now=now,
            )


def _first_day(stage: Stage, child: Row, place: Place, now: datetime) -> None:
    setting, console = stage.settings[place.setting].pk, stage.operator(now)
    sessions = [(day, stage.sessions[place.setting, code].pk) for day, code in pairs(place.sessions)]
    book(
        actor=console,
        child=child,
        setting=setting,
        sessions=sessions,
        from_day=clock.day_of(now),
        now=now,
    )
    start_attending(actor=console, child=child, setting=setting, now=now)
