"""How staff are tied to a child: hats, roster, key person (trust.md 4.2 rows; E-10)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from . import dates
from .facts import Id, Membership, Who
from .world import World

LEADERS = frozenset({"manager", "deputy"})
SAFEGUARDING = frozenset({"safeguarding-lead", "deputy-safeguarding-lead"})
WHOLE_SETTING = LEADERS | SAFEGUARDING
# “a nominated practitioner with special responsibility” (A11).
# DECIDED: A volunteer, a trainee, the
# committee and the owner cannot be a key person or buddy who sees anything; their own rows of 4.2 are the
# limit.
CAN_BE_KEY = WHOLE_SETTING | {"practitioner"}
HELPERS = frozenset({"volunteer", "trainee"})


def statement_given(membership: Membership, now: datetime) -> bool:
    """“No membership is active before its dated confidentiality statement (E-10)” (item 10)."""
    return membership.statement_at is not None and membership.statement_at <= now


def is_active(membership: Membership, now: datetime) -> bool:
    return dates.in_force(membership, now) and statement_given(membership, now)


def hats_at(world: World, who: Who, setting: Id | None) -> Iterator[Membership]:
    """Active memberships at this very setting: “DSL (this setting)” (4.2); “a manager of one setting
    sees another setting of the provider only with a membership there” (house 6)."""
    for hat in world.at.memberships.get(who.person, ()):
        if hat.setting == setting and is_active(hat, world.now):
            yield hat


def leads(world: World, who: Who, setting: Id | None) -> bool:
    return any(hat.role in LEADERS for hat in hats_at(world, who, setting))


def sees_whole_setting(world: World, who: Who, setting: Id | None) -> bool:
    """Rows “manager/deputy” and “DSL/deputy DSL (this setting)” (4.2)."""
    # DECIDED: A room written on them is no limit.
    return any(hat.role in WHOLE_SETTING for hat in hats_at(world, who, setting))


def places(world: World, child: Id) -> set[Id]:
    """Settings where this child is or was."""
    # DECIDED: Manager and DSL keep a child who left and see one still to come (their rows name no dates,
    # and somebody answers E-08); practitioners and key persons do not keep one who left.
    return {e.setting for e in world.at.enrolments.get(child, ())}


def belongs(world: World, child: Id, setting: Id | None) -> bool:
    """Joining or attending here, and not over. A key person is named before the first day (A11)."""
    return any(
        e.setting == setting and e.state in ("joining", "attending") and not dates.ended(e, world.now)
        for e in world.at.enrolments.get(child, ())
    )


def belongs_anywhere(world: World, child: Id) -> bool:
    return any(belongs(world, child, setting) for setting in places(world, child))


def in_the_room(world: World, child: Id, setting: Id | None, room: Id | None) -> bool:
    """“on roster = member of the child's room that day” (house 6). No room written is no room."""
    # DECIDED: Joining counts like attending once its first day has come.
    return room is not None and any(
        e.setting == setting
        and e.room == room
        and e.state in ("joining", "attending")
        and dates.in_force(e, world.now)
        for e in world.at.enrolments.get(child, ())
    )


def rosters(world: World, who: Who, child: Id, setting: Id | None, roles: frozenset[str]) -> bool:
    return any(
        hat.role in roles and in_the_room(world, child, setting, hat.room)
        for hat in hats_at(world, who, setting)
    )


def on_roster(world: World, who: Who, child: Id, setting: Id | None) -> bool:
    """Row “practitioner on roster” (4.2)."""
    return rosters(world, who, child, setting, frozenset({"practitioner"}))


def helps_in_room(world: World, who: Who, child: Id, setting: Id | None) -> bool:
    """“Volunteer, trainee, student: … the room on their dates” (4.2)."""
    return rosters(world, who, child, setting, HELPERS)


def holds_key_role(world: World, who: Who, child: Id, setting: Id | None, kinds: tuple[str, ...]) -> bool:
    """Key person or buddy, dated, while they work where the child is: “ended membership sees 0” (I6)."""
    # DECIDED: The buddy (E-04) reads and writes as the key person, except where the text says key person
    # alone.
    rows = world.at.key_persons.get((who.person, child), ())
    return (
        any(k.kind in kinds and dates.in_force(k, world.now) for k in rows)
        and any(hat.role in CAN_BE_KEY for hat in hats_at(world, who, setting))
        and belongs(world, child, setting)
    )


def is_key_person(world: World, who: Who, child: Id, setting: Id | None) -> bool:
    return holds_key_role(world, who, child, setting, ("key",))


def is_key_person_or_buddy(world: World, who: Who, child: Id, setting: Id | None) -> bool:
    return holds_key_role(world, who, child, setting, ("key", "buddy"))


def is_of_the_team(world: World, who: Who, child: Id, setting: Id | None) -> bool:
    """Those of the staff who read this child’s C3 here."""
    # DECIDED: “the child's key person, buddy and team” (item 14) are those whom 4.2 lets read C3 of this
    # child here: key person, buddy, practitioners of the child's room, manager, deputy, DSL, deputy DSL.
    # Another room is not.
    return (
        (sees_whole_setting(world, who, setting) and setting in places(world, child))
        or is_key_person_or_buddy(world, who, child, setting)
        or on_roster(world, who, child, setting)
    )
