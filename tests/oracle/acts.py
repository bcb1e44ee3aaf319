"""What may be done (issue 2, items 12–15; trust.md 4.2, “w”)."""

from __future__ import annotations

from . import children, contact, dates, denies, family, gate, moments, staff
from .facts import Child, Household, Moment, NextStep, Who
from .world import World


def may_note_moment(world: World, who: Who, child: Child) -> bool:
    """“Moments by staff” (item 12): C3 ✓w at a setting of the child."""
    return any(
        children.writes_c3_as_staff(world, who, child, setting) for setting in staff.places(world, child.id)
    )


def may_share_star(world: World, who: Who, child: Child) -> bool:
    """“Stars from home by a guardian” (item 13)."""
    # DECIDED: While the child is joining or attending somewhere.
    return children.writes_c3_as_guardian(world, who, child) and staff.belongs_anywhere(world, child.id)


def writes_about_every_child(world: World, who: Who, moment: Moment) -> bool:
    """C3 ✓w, child by child."""
    # DECIDED: To share a draft is to write about each child in it, so C3 ✓w is needed for every one.
    for child_id in moment.children:
        child = world.at.child.get(child_id)
        if child is None:
            return False
        if moment.origin == "home":
            if not may_share_star(world, who, child):
                return False
        elif not children.writes_c3_as_staff(world, who, child, moment.setting):
            return False
    return True


def may_share_draft(world: World, who: Who, moment: Moment) -> bool:
    """The author, or a key person of a marked child."""
    # DECIDED: The manager sees a draft after 24 h and does not share it (C3 ✓ without w).
    return (
        moment.state == "draft"
        and moments.may_see_moment(world, who, moment)
        and moments.holds_draft(world, who, moment)
        and writes_about_every_child(world, who, moment)
    )


def may_withdraw(world: World, who: Who, moment: Moment) -> bool:
    """draft → shared → withdrawn: only what is shared. Its author; for the setting's moments the
    manager too."""
    # DECIDED: And the deputy, one row of 4.2; a star from home only by the adult credited with it.
    if moment.state != "shared" or not moments.may_see_moment(world, who, moment):
        return False
    if moment.origin == "home":
        return moment.author == who.person and gate.family_may_ask(world, who, moment.provider)
    return gate.staff_may_ask(world, who, moment.provider) and (
        moments.wrote_it_as_staff(world, who, moment) or staff.leads(world, who, moment.setting)
    )


def is_told(world: World, who: Who, moment: Moment) -> bool:
    """Shared, its undo over, and seen by this reader: before that there is nobody to talk with."""
    return (
        moment.state == "shared"
        and moments.has_been_shared(world, moment)
        and moments.may_see_moment(world, who, moment)
    )


def may_reply(world: World, who: Who, moment: Moment) -> bool:
    """C3 ✓w for a child in a shared moment they see: guardian, carer, key person, buddy, room
    practitioner."""
    # DECIDED: A heart is a reply too; a viewer (“shared items”, read) sends none; manager and DSL read
    # only.
    if not is_told(world, who, moment):
        return False
    rows = [world.at.child[c] for c in moment.children if c in world.at.child]
    if any(children.writes_c3_as_guardian(world, who, child) for child in rows):
        return True
    return moments.reached_as_staff(world, who, moment) and any(
        children.writes_c3_as_staff(world, who, child, moment.setting) for child in rows
    )


def may_thank(world: World, who: Who, moment: Moment) -> bool:
    """“Acknowledged = a person (key person, buddy, cover) answered or thanked by name” (house 6)."""
    # DECIDED: Cover is no fact yet, so key person and buddy; never a parent of the child in their staff
    # hat.
    if moment.origin != "home" or not is_told(world, who, moment):
        return False
    if any(denies.is_or_was_parent(world, who.person, child) for child in moment.children):
        return False
    return gate.staff_may_ask(world, who, moment.provider) and any(
        staff.is_key_person_or_buddy(world, who, child, moment.setting) for child in moment.children
    )


def may_ask_for_record(world: World, who: Who, moment: Moment) -> bool:
    """“Put this in my child's record” (item 13, E-07)."""
    # DECIDED: Asked by the author of a shared star from home.
    if moment.origin != "home" or moment.author != who.person or not is_told(world, who, moment):
        return False
    rows = [world.at.child[c] for c in moment.children if c in world.at.child]
    return any(children.writes_c3_as_guardian(world, who, child) for child in rows)


def may_decide_record(world: World, who: Who, moment: Moment) -> bool:
    """“accepted, or declined with a reason” by staff."""
    # DECIDED: Those who see the star as staff and write C3 of a child in it; never a parent of a child in
    # it.
    if moment.origin != "home" or not is_told(world, who, moment):
        return False
    if any(denies.is_or_was_parent(world, who.person, child) for child in moment.children):
        return False
    rows = [world.at.child[c] for c in moment.children if c in world.at.child]
    return moments.reached_as_staff(world, who, moment) and any(
        children.writes_c3_as_staff(world, who, child, moment.setting) for child in rows
    )


def may_change_household(world: World, who: Who, household: Household) -> bool:
    """“change of address, phone or sign-in … need `fresh`” (4.3, 1)."""
    # DECIDED: By a member of the home, and by a manager of a child living there (C6 ✓w). The new proof is
    # asked of both: otherwise leaving a home would let a manager who lived in it change it with less.
    if not gate.proved_again(who) or not contact.may_see_household_address(world, who, household):
        return False
    return family.lives_in_home(world, who.person, household.id) or any(
        staff.leads(world, who, setting)
        for row in world.at.residents.get(household.id, ())
        if dates.in_force(row, world.now)
        for setting in staff.places(world, row.child)
    )


def may_agree_step(world: World, who: Who, step: NextStep) -> bool:
    """“the agreed step” (item 14): a guardian, and those who write C3 at work at the step's setting."""
    child = world.at.child.get(step.child)
    if child is None or step.provider != child.provider or step.state not in ("agreed", "closed"):
        return False
    return children.writes_c3_as_guardian(world, who, child) or children.writes_c3_as_staff(
        world, who, child, step.setting
    )
