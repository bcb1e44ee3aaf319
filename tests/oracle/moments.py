"""Who sees a moment, and as what (issue 2, items 12–14; trust.md 4.2 C3 and C4; house.md 6)."""

from __future__ import annotations

from datetime import timedelta

from . import denies, family, gate, staff
from .facts import Moment, Who
from .world import World, remembered

UNFILED_ALONE = timedelta(hours=24)


def has_been_shared(world: World, moment: Moment) -> bool:
    """draft → shared → withdrawn (item 12). A time of sharing nobody knows, or still to come, is not
    shared."""
    return moment.shared_at is not None and moment.shared_at <= world.now


def undo_is_running(world: World, moment: Moment) -> bool:
    """Shared, and nobody is told yet: its time of sharing is still to come."""
    return moment.state == "shared" and moment.shared_at is not None and moment.shared_at > world.now


def is_its_author(world: World, who: Who, moment: Moment) -> bool:
    # DECIDED: Until the undo has run out its author alone sees it, and may take it back.
    return (wrote_it_at_home(world, who, moment) and gate.family_may_ask(world, who, moment.provider)) or (
        wrote_it_as_staff(world, who, moment) and gate.staff_may_ask(world, who, moment.provider)
    )


def waited_a_day(world: World, moment: Moment) -> bool:
    """“Unfiled drafts: author, key persons of the marked children, after 24 h the manager” (house 6)."""
    return moment.written_at is not None and world.now - moment.written_at >= UNFILED_ALONE


def wrote_it_as_staff(world: World, who: Who, moment: Moment) -> bool:
    """Staff authors keep their own words in sight."""
    # DECIDED: A staff author keeps sight of their own moments while they work at that setting in a role
    # 4.2 lets read C3, in whichever room; a leaver, a volunteer and a committee member do not (“ended
    # membership sees 0”, I6).
    return (
        moment.origin == "setting"
        and moment.author == who.person
        and any(hat.role in staff.CAN_BE_KEY for hat in staff.hats_at(world, who, moment.setting))
    )


def wrote_it_at_home(world: World, who: Who, moment: Moment) -> bool:
    """“own = authored by” (4.2). A paper slip is the credited adult's, not the typist's (item 13)."""
    # DECIDED: Authorship opens a star only while its author is still guardian of a child in it.
    return (
        moment.origin == "home"
        and moment.author == who.person
        and any(family.guardian_of(world, who.person, child) for child in moment.children)
    )


def audience_has_family(moment: Moment) -> bool:
    """A moment from the setting is for every guardian (“default is equal access for every guardian”,
    0); a star from home for those its author chose: “key person / team / all the child's family”
    (item 13)."""
    return moment.origin == "setting" or (moment.origin == "home" and moment.audience == "family")


def audience_has_team(moment: Moment) -> bool:
    """Does the audience take in the team?"""
    # DECIDED: The three choices are nested: family takes in the team, the team takes in the key person.
    return moment.origin == "setting" or (moment.origin == "home" and moment.audience in ("team", "family"))


def audience_has_key_person(moment: Moment) -> bool:
    """Does the audience take in key person and buddy?"""
    # DECIDED: A star for the key person is for key person and buddy and nobody else of the staff, manager
    # and DSL included: the parent was asked “who may see”.
    return audience_has_team(moment) or (moment.origin == "home" and moment.audience == "key_person")


def reached_as_guardian(world: World, who: Who, moment: Moment) -> bool:
    """Any child of one's own is enough: “permits use EXISTS” (4.4)."""
    return audience_has_family(moment) and any(
        family.guardian_of(world, who.person, c) for c in moment.children
    )


def reached_as_viewer(world: World, who: Who, moment: Moment) -> bool:
    """“family viewer: shared items” (4.2)."""
    # DECIDED: Only what the granter sees as family: never a star kept to the staff though the granter
    # wrote it, never what the granter sees as a member of staff.
    return audience_has_family(moment) and any(
        True
        for child in moment.children
        for _ in family.viewer_of(world, who.person, child, moment.children, "C3")
    )


def between_homes(world: World, who: Who, moment: Moment) -> bool:
    """A star not meant for the family is closed to every other parent of a child in it, staff or not
    (see `denies`)."""
    return (
        moment.origin == "home"
        and not audience_has_family(moment)
        and any(denies.is_another_parent(world, who, child, moment.author) for child in moment.children)
    )


def reached_as_staff(world: World, who: Who, moment: Moment) -> bool:
    """Staff who may read this moment or star."""
    # DECIDED: Staff reach a moment or star by the setting it carries (“objects carry their own setting
    # and decide”, house 6), never by another setting the child also goes to.
    if between_homes(world, who, moment):
        return False
    if audience_has_team(moment) and any(
        staff.is_of_the_team(world, who, c, moment.setting) for c in moment.children
    ):
        return True
    return audience_has_key_person(moment) and any(
        staff.is_key_person_or_buddy(world, who, child, moment.setting) for child in moment.children
    )


def sees_shared(world: World, who: Who, moment: Moment) -> bool:
    if gate.family_may_ask(world, who, moment.provider) and (
        wrote_it_at_home(world, who, moment)
        or reached_as_guardian(world, who, moment)
        or reached_as_viewer(world, who, moment)
    ):
        return True
    return gate.staff_may_ask(world, who, moment.provider) and (
        wrote_it_as_staff(world, who, moment) or reached_as_staff(world, who, moment)
    )


def holds_draft(world: World, who: Who, moment: Moment) -> bool:
    """Author and “key persons of the marked children” (house 6)."""
    # DECIDED: Not the buddy.
    if moment.origin == "home":
        return gate.family_may_ask(world, who, moment.provider) and wrote_it_at_home(world, who, moment)
    return gate.staff_may_ask(world, who, moment.provider) and (
        wrote_it_as_staff(world, who, moment)
        or any(staff.is_key_person(world, who, child, moment.setting) for child in moment.children)
    )


def sees_draft(world: World, who: Who, moment: Moment) -> bool:
    """“Unfiled” (item 12; house 6): whoever holds it, and after a day the manager."""
    # DECIDED: A draft from home is its author's alone; the deputy is in the manager's row; the DSL is
    # not.
    if holds_draft(world, who, moment):
        return True
    return (
        moment.origin == "setting"
        and waited_a_day(world, moment)
        and gate.staff_may_ask(world, who, moment.provider)
        and staff.leads(world, who, moment.setting)
    )


@remembered
def moment_shown_as(world: World, who: Who, moment: Moment) -> str | None:
    """full, tombstone or None. “Bin = out of every visible()”; “families see: This star was taken back
    on 3 May” (house 6)."""
    # DECIDED: A tombstone is for all who could see it shared, author, staff and viewer alike; a moment
    # that marks no child is nobody's.
    if moment.state not in ("draft", "shared", "withdrawn") or not moment.children:
        return None
    if denies.denied_on_any(world, who.person, moment.children, "C3"):
        return None
    if moment.state == "draft":
        return "full" if sees_draft(world, who, moment) else None
    if undo_is_running(world, moment):
        return "full" if is_its_author(world, who, moment) else None
    if not has_been_shared(world, moment) or not sees_shared(world, who, moment):
        return None
    return "full" if moment.state == "shared" else "tombstone"


def may_see_moment(world: World, who: Who, moment: Moment) -> bool:
    """Its words. A tombstone is not seeing it."""
    return moment_shown_as(world, who, moment) == "full"
