"""Who keeps what about a child, and who lets others near it: C3 and C7 of a family, C5 and C12 of the desk
(trust.md 4.1–4.3, 4.5; P-03, P-05, P-08, P-14)."""

from __future__ import annotations

from . import acts, children, denies, family, gate, staff
from .facts import Adult, Child, Id, Who
from .world import World, remembered


def may_follow_child(world: World, who: Who, child: Child) -> bool:
    """C3 of the family: guardian PR ✓w, carer ✓w, family viewer “shared items” (4.2)."""
    if denies.denied(world, who.person, child.id, "C3"):
        return False
    if not gate.family_may_ask(world, who, child.provider):
        return False
    let_in = family.viewer_of(world, who.person, child.id, (child.id,), "C3")
    return family.guardian_of(world, who.person, child.id) or any(True for _ in let_in)


def may_invite_viewer(world: World, who: Who, child: Child) -> bool:
    """“only by a PR holder's grant” (P-03); nobody grants what is denied to them."""
    return has_responsibility(world, who, child) and not denies.denied(world, who.person, child.id, "C3")


def has_responsibility(world: World, who: Who, child: Child) -> bool:
    return gate.family_may_ask(world, who, child.provider) and any(
        family.has_pr(row) for row in family.guardianships(world, who.person, child.id)
    )


def may_name_collector(world: World, who: Who, child: Child) -> bool:
    """A PR holder (P-14); C7 is closed by NO-INFO, its places by NO-ADDRESS and NO-CONTACT-AT-SITE, “own
    collection slots” by NO-COLLECT and SUPERVISED (P-08)."""
    # DECIDED: Whom the child is not given to, and who may not know where it is, names nobody either.
    return (
        has_responsibility(world, who, child)
        and not denies.denied(world, who.person, child.id, "C7")
        and not denies.bound_by(world, who.person, child.id, denies.PLACES | denies.NOT_GIVEN)
    )


def may_show_oneself(world: World, who: Who, child: Child) -> bool:
    """“other adults only where both chose to be shown” (item 14): each chooses for their own child."""
    return children.writes_c3_as_guardian(world, who, child)


def may_see_history(world: World, who: Who, child: Child) -> bool:
    """C14: “guardian = own child's access history” (4.2)."""
    # DECIDED: Who read a child's C3 is told to nobody to whom its C3 is closed.
    return children.writes_c3_as_guardian(world, who, child)


def may_look_after(world: World, who: Who, child: Child) -> bool:
    """C3 ✓ of the child's team (4.2)."""
    return children.team_asks(world, who, child) and not denies.denied(world, who.person, child.id, "C3")


def is_their_own(world: World, who: Who, child: Child) -> bool:
    """A conflict (4.1): what the desk writes about a child is never written by its own parent, nor by an
    adult a restriction about it closes C5 to."""
    return denies.denied(world, who.person, child.id, "C5") or denies.is_or_was_parent(
        world, who.person, child.id
    )


def holds_office_over(world: World, who: Who, child: Child, roles: frozenset[str]) -> bool:
    """At a setting this child is, was or will be at, in a role that counts now; and not their own child."""
    return (
        gate.staff_may_ask(world, who, child.provider)
        and not is_their_own(world, who, child)
        and any(
            hat.role in roles
            for setting in staff.places(world, child.id)
            for hat in staff.hats_at(world, who, setting)
        )
    )


def may_keep_record(world: World, who: Who, child: Child) -> bool:
    """C5 ✓w: “manager/deputy” (4.2)."""
    # DECIDED: The register (names, dates, homes, who is guardian) is the manager's and deputy's; the key
    # person reads C5 and writes about health.
    return holds_office_over(world, who, child, staff.LEADERS)


def may_restrict(world: World, who: Who, child: Child) -> bool:
    """C12 ✓w: manager, deputy, DSL, deputy DSL (4.2); “only staff may restrict” (abuse 5)."""
    return holds_office_over(world, who, child, staff.WHOLE_SETTING)


def may_decide_for_safety(world: World, who: Who, child: Child) -> bool:
    """“a safeguarding decision” (P-05): the DSL's."""
    return holds_office_over(world, who, child, staff.SAFEGUARDING)


def may_see_ledger(world: World, who: Who, child: Child) -> bool:
    """C14: “DSL/manager read-only” (4.2)."""
    return holds_office_over(world, who, child, staff.WHOLE_SETTING)


def may_chase(world: World, who: Who, child: Child) -> bool:
    """C6 ✓w of whom a letter did not reach: manager, deputy (4.2)."""
    return holds_office_over(world, who, child, staff.LEADERS)


def may_key_slip(world: World, who: Who, child: Child) -> bool:
    """“A paper slip is the credited adult's, not the typist's” (item 13): keyed by those who write C3 at
    work, and by the manager."""
    # DECIDED: Never by a parent of the child: what another home writes passes through no parent's hands.
    if denies.denied(world, who.person, child.id, "C3") or denies.is_or_was_parent(
        world, who.person, child.id
    ):
        return False
    return acts.may_note_moment(world, who, child) or (
        gate.staff_may_ask(world, who, child.provider)
        and any(staff.leads(world, who, setting) for setting in staff.places(world, child.id))
    )


def may_see_plan(world: World, who: Who, child: Child) -> bool:
    """“the agreed step is … seen by all” (item 14): guardian, carer and the child's team, C3."""
    if denies.denied(world, who.person, child.id, "C3"):
        return False
    return children.guardian_asks(world, who, child) or children.team_asks(world, who, child)


@remembered
def in_their_hands(world: World, who: Who) -> set[Id]:
    """Children this adult leads a setting of."""
    return {
        child.id
        for child in world.children
        if child.provider is not None
        and any(staff.leads(world, who, setting) for setting in staff.places(world, child.id))
    }


@remembered
def keyed(world: World, who: Who) -> set[Id]:
    return {
        child.id
        for child in world.children
        if any(
            staff.is_key_person_or_buddy(world, who, child.id, setting)
            for setting in staff.places(world, child.id)
        )
    }


def ties_now(world: World, adult: Id) -> set[Id]:
    """Children this adult is guardian of by any fact in force, or let in to."""
    return {child for child, row_in_force in ties(world, adult) if row_in_force}


def ties(world: World, adult: Id) -> set[tuple[Id, bool]]:
    rows = (*world.at.guardianships_of_adult.get(adult, ()), *world.at.viewers_of_adult.get(adult, ()))
    return {(row.child, family.dates.in_force(row, world.now)) for row in rows}


def of_their_own_home(world: World, who: Who, adult: Adult) -> bool:
    """“co-parents never see each other's contact” (abuse 1), in no hat; an order about a child closes the
    C6 of everybody tied to it."""
    # DECIDED: Whoever is or was parent of a child does nothing, in a staff hat, to the account of another
    # adult tied to that child: a letter with a code would be a key to the other home.
    return any(
        denies.is_or_was_parent(world, who.person, child) or denies.denied(world, who.person, child, "C6")
        for child, _now in ties(world, adult.id)
    )


def may_mend_account(world: World, who: Who, adult: Adult) -> bool:
    """“The address an adult signs in with is C1: … shown only to its owner and the manager” (4.2): invited,
    corrected, recovered and closed by manager or deputy, through a child of theirs or as one of the staff."""
    return (
        gate.staff_may_ask(world, who, adult.provider)
        and not of_their_own_home(world, who, adult)
        and (
            bool(ties_now(world, adult.id) & in_their_hands(world, who)) or leads_member(world, who, adult.id)
        )
    )


def leads_member(world: World, who: Who, adult: Id) -> bool:
    return any(
        staff.leads(world, who, row.setting)
        for row in world.at.memberships.get(adult, ())
        if family.dates.in_force(row, world.now)
    )


def may_confirm_face_to_face(world: World, who: Who, adult: Adult) -> bool:
    """“by staff face to face” (4.3, 1): a manager, or the key person who knows them."""
    if may_mend_account(world, who, adult):
        return True
    return (
        gate.staff_may_ask(world, who, adult.provider)
        and not of_their_own_home(world, who, adult)
        and bool(ties_now(world, adult.id) & keyed(world, who))
    )
