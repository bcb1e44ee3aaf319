"""What is done where a child has a place: at the door, with medicines, about permissions (trust.md 4.2: C3,
C5, C7, C8; P-05, P-14; E-32). Asked of the place itself: its own setting decides, no other of the child."""

from __future__ import annotations

from . import denies, gate, staff
from .facts import Enrolment, Who
from .registers import has_responsibility
from .world import World


def team_reads(world: World, who: Who, place: Enrolment) -> bool:
    return gate.staff_may_ask(world, who, place.provider) and staff.is_of_the_team(
        world, who, place.child, place.setting
    )


def leads(world: World, who: Who, place: Enrolment) -> bool:
    return gate.staff_may_ask(world, who, place.provider) and staff.leads(world, who, place.setting)


def keys(world: World, who: Who, place: Enrolment) -> bool:
    return gate.staff_may_ask(world, who, place.provider) and staff.is_key_person_or_buddy(
        world, who, place.child, place.setting
    )


def is_family(world: World, who: Who, place: Enrolment, record_class: str) -> bool:
    """Bound, or a parent once: about one's own child one reads and writes as family only, at work too."""
    return denies.denied(world, who.person, place.child, record_class) or denies.is_or_was_parent(
        world, who.person, place.child
    )


def may_work_with_child(world: World, who: Who, place: Enrolment) -> bool:
    """C3 ✓ at this very setting."""
    return team_reads(world, who, place) and not denies.denied(world, who.person, place.child, "C3")


def may_see_door(world: World, who: Who, place: Enrolment) -> bool:
    """C7 ✓: key person, practitioner on roster, manager, DSL (4.2)."""
    # DECIDED: Who collects is the other home's too (“own collections”), so no parent reads it in a staff hat.
    return team_reads(world, who, place) and not is_family(world, who, place, "C7")


def may_release(world: World, who: Who, place: Enrolment) -> bool:
    """C7 ✓w: key person, practitioner on roster, manager; the DSL has ✓ without w (4.2)."""
    hands_over = (
        keys(world, who, place)
        or leads(world, who, place)
        or (
            gate.staff_may_ask(world, who, place.provider)
            and staff.on_roster(world, who, place.child, place.setting)
        )
    )
    return hands_over and not is_family(world, who, place, "C7")


def may_lead_at_door(world: World, who: Who, place: Enrolment) -> bool:
    """“ask a leader” (P-14)."""
    return leads(world, who, place) and not is_family(world, who, place, "C7")


def may_record_care(world: World, who: Who, place: Enrolment) -> bool:
    """C5 ✓w: key person, manager; a practitioner has the safety items, ✓ without w (4.2)."""
    return (keys(world, who, place) or leads(world, who, place)) and not is_family(world, who, place, "C5")


def may_ask_medicine(world: World, who: Who, place: Enrolment) -> bool:
    """C8 ✓w of the desk, about C5: manager, deputy (E-32)."""
    return leads(world, who, place) and not is_family(world, who, place, "C5")


def may_bring_medicine(world: World, who: Who, place: Enrolment) -> bool:
    """“written permission for that particular medicine” (E-32): a PR holder's, C8 ✓w."""
    # DECIDED: To bring it somewhere is to know that the child is there: closed by what closes C7 places.
    child = world.at.child.get(place.child)
    return (
        child is not None
        and child.provider == place.provider
        and has_responsibility(world, who, child)
        and not denies.denied(world, who.person, place.child, "C5")
        and not denies.bound_by(world, who.person, place.child, denies.PLACES)
    )


def may_ask_permission(world: World, who: Who, place: Enrolment) -> bool:
    """C8 ✓w: manager, deputy (4.2)."""
    return leads(world, who, place) and not is_family(world, who, place, "C8")


def may_see_outcome(world: World, who: Who, place: Enrolment) -> bool:
    """C8 “yes/no only” of a practitioner on roster; ✓ of key person, manager and DSL (4.2)."""
    return team_reads(world, who, place) and not is_family(world, who, place, "C8")
