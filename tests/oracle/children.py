"""The child's own facts: C2 and C5 (trust.md 4.2)."""

from __future__ import annotations

from . import denies, family, gate, staff
from .facts import Child, Id, Setting, Who
from .world import World


def guardian_asks(world: World, who: Who, child: Child) -> bool:
    return gate.family_may_ask(world, who, child.provider) and family.guardian_of(world, who.person, child.id)


def team_asks(world: World, who: Who, child: Child) -> bool:
    return gate.staff_may_ask(world, who, child.provider) and any(
        staff.is_of_the_team(world, who, child.id, setting) for setting in staff.places(world, child.id)
    )


def may_see_child(world: World, who: Who, child: Child) -> bool:
    """C2, “known-as name, face, room, sessions”: guardian and carer “own child”, key person and
    practitioner “room”, manager and DSL all; viewer, committee, owner “–” (4.2). No code of P-08
    closes C2, NO-INFO begins at C3."""
    if denies.denied(world, who.person, child.id, "C2"):
        return False
    return guardian_asks(world, who, child) or team_asks(world, who, child)


def helper_asks(world: World, who: Who, child: Child) -> bool:
    """“Volunteer, trainee, student: first names of the room on their dates and the session's allergy
    words” (4.2)."""
    return gate.staff_may_ask(world, who, child.provider) and any(
        staff.helps_in_room(world, who, child.id, setting) for setting in staff.places(world, child.id)
    )


def may_see_first_name(world: World, who: Who, child: Child) -> bool:
    """What a list of the room shows of a child."""
    # DECIDED: A first name is less than C2; a volunteer or trainee has it without the child's page.
    if denies.denied(world, who.person, child.id, "C2"):
        return False
    return may_see_child(world, who, child) or helper_asks(world, who, child)


def may_see_legal(world: World, who: Who, child: Child) -> bool:
    """Full C5: “legal name, date of birth, sex: C5” (4.2), health and family circumstances. Guardian
    PR ✓w, parent without PR as PR, key person ✓w, manager ✓w, DSL ✓. A carer and a practitioner
    have safety items only."""
    if denies.denied(world, who.person, child.id, "C5"):
        return False
    if gate.family_may_ask(world, who, child.provider) and family.parent_of(world, who.person, child.id):
        return True
    return gate.staff_may_ask(world, who, child.provider) and any(
        staff.sees_whole_setting(world, who, setting)
        or staff.is_key_person_or_buddy(world, who, child.id, setting)
        for setting in staff.places(world, child.id)
    )


def may_see_safety_items(world: World, who: Who, child: Child) -> bool:
    """“Safety items = allergies, diet, emergency medicine and plan, may not be photographed, intimate-
    care yes/no”: also a carer and a practitioner on roster (4.2)."""
    if denies.denied(world, who.person, child.id, "C5"):
        return False
    return guardian_asks(world, who, child) or team_asks(world, who, child)


def may_see_allergy_words(world: World, who: Who, child: Child) -> bool:
    """The session's allergy words: those with the safety items, and a volunteer or trainee of the room
    (4.2)."""
    if denies.denied(world, who.person, child.id, "C5"):
        return False
    return may_see_safety_items(world, who, child) or helper_asks(world, who, child)


def may_run_setting(world: World, who: Who, setting: Setting) -> bool:
    """The desk of one setting."""
    # DECIDED: Manager and deputy of this setting (one row of 4.2); the owner has “settings only”.
    return gate.staff_may_ask(world, who, setting.provider) and staff.leads(world, who, setting.id)


def may_open_committee_child_data(world: World, who: Who, child: Child) -> bool:
    """“committee role carries no child data” (0); “committee members get no child records” (E-10).
    Never."""
    return False


def writes_c3_as_guardian(world: World, who: Who, child: Child) -> bool:
    """C3 ✓w: guardian PR, “as guardian PR”, “Carer with day-to-day care: C3, C4 ✓w” (4.2)."""
    return guardian_asks(world, who, child) and not denies.denied(world, who.person, child.id, "C3")


def writes_c3_as_staff(world: World, who: Who, child: Child, setting: Id | None) -> bool:
    """C3 ✓w: key person, practitioner on roster. Manager and DSL have ✓ without w (4.2)."""
    # DECIDED: Literally so. A manager who also works in the room holds that membership too, or is a key
    # person.
    if denies.denied(world, who.person, child.id, "C3"):
        return False
    return gate.staff_may_ask(world, who, child.provider) and (
        staff.is_key_person_or_buddy(world, who, child.id, setting)
        or staff.on_roster(world, who, child.id, setting)
    )
