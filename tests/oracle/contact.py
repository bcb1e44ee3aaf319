"""Where people live and how they are reached: C6, and who shows on a parent's own page (G9; P-09; item
14)."""

from __future__ import annotations

from . import children, dates, denies, family, gate, staff
from .facts import Adult, Child, Collector, Household, Id, Who
from .world import World, remembered


def needs_to_know(world: World, who: Who, child: Id) -> bool:
    """“need-to-know staff” (abuse 1): the rows with C6 whole, manager, deputy, DSL, deputy DSL (4.2).
    Key person and practitioner have the “emergency subset … never an address”."""
    return any(staff.sees_whole_setting(world, who, setting) for setting in staff.places(world, child))


def walled_off(world: World, who: Who, child: Id) -> bool:
    """NO-ADDRESS and NO-INFO close C6 in every hat; and “a parent's address must not leak to the
    other” (P-09)."""
    return denies.denied(world, who.person, child, "C6") or denies.is_or_was_parent(world, who.person, child)


def may_see_household_address(world: World, who: Who, household: Household) -> bool:
    """“address is a fact of a household; readable by its members + need-to-know staff only” (abuse 1)."""
    # DECIDED: NO-INFO and NO-ADDRESS leave an adult the home they belong to; a home the child has left
    # stays walled off.
    if family.lives_in_home(world, who.person, household.id):
        return gate.family_may_ask(world, who, household.provider)
    if not gate.staff_may_ask(world, who, household.provider):
        return False
    residents = world.at.residents.get(household.id, ())
    if any(walled_off(world, who, row.child) for row in residents):
        return False
    return any(dates.in_force(row, world.now) and needs_to_know(world, who, row.child) for row in residents)


def may_see_emergency_contacts(world: World, who: Who, child: Child) -> bool:
    """“Emergency subset = contacts' first name, relation, phones, order; never an address” (4.2): key
    person, room practitioner, manager, DSL. A guardian has “own only”."""
    # DECIDED: The list holds both homes' phones, so a parent of the child who works there does not open
    # it.
    return not walled_off(world, who, child.id) and children.team_asks(world, who, child)


def children_of(world: World, adult: Id) -> set[Id]:
    """Children this adult is or was tied to, as guardian or through a home."""
    own = {row.child for row in world.at.guardianships_of_adult.get(adult, ())}
    homes = {row.household for row in world.at.households_of_adult.get(adult, ())}
    return own | {row.child for home in homes for row in world.at.residents.get(home, ())}


def children_of_now(world: World, adult: Id) -> set[Id]:
    own = {r.child for r in world.at.guardianships_of_adult.get(adult, ()) if dates.in_force(r, world.now)}
    homes = {r.household for r in world.at.households_of_adult.get(adult, ()) if dates.in_force(r, world.now)}
    return own | {
        r.child for h in homes for r in world.at.residents.get(h, ()) if dates.in_force(r, world.now)
    }


def chose_to_be_shown(world: World, adult: Id, to: Id, kind: str) -> bool:
    return any(dates.in_force(row, world.now) for row in world.at.shown.get((adult, to, kind), ()))


def both_chose(world: World, who: Who, adult: Adult, kind: str) -> bool:
    """“other adults only where both chose to be shown” (item 14); “co-parents never see each other's
    contact by default (mutual opt-in both sides)” (abuse 1)."""
    # DECIDED: Chosen adult by adult, between two guardians of one child; NO-ADDRESS or NO-INFO on a child
    # they share closes it for the bound one.
    if not chose_to_be_shown(world, adult.id, who.person, kind) or not chose_to_be_shown(
        world, who.person, adult.id, kind
    ):
        return False
    theirs = {r.child for r in world.at.guardianships_of_adult.get(adult.id, ())}
    common = [child for child in theirs if family.guardian_of(world, who.person, child)]
    if denies.denied_on_any(world, who.person, common, "C6"):
        return False
    return any(family.guardian_of(world, adult.id, child) for child in common)


def may_see_contact_of(world: World, who: Who, adult: Adult) -> bool:
    """An adult's own phone, e-mail and address: self; need-to-know staff, through a child; the other
    parent by mutual opt-in."""
    # DECIDED: Nobody reads a colleague's contact through this rule.
    if who.person == adult.id:
        return gate.family_may_ask(world, who, adult.provider)
    if gate.family_may_ask(world, who, adult.provider) and both_chose(world, who, adult, "contact"):
        return True
    if not gate.staff_may_ask(world, who, adult.provider):
        return False
    if any(walled_off(world, who, child) for child in children_of(world, adult.id)):
        return False
    return any(needs_to_know(world, who, child) for child in children_of_now(world, adult.id))


@remembered
def own_children(world: World, who: Who) -> list[Id]:
    rows = world.at.guardianships_of_adult.get(who.person, ())
    return [row.child for row in rows if family.guardian_of(world, who.person, row.child)]


@remembered
def settings_of_own_children(world: World, who: Who) -> set[Id]:
    return {
        setting
        for child in own_children(world, who)
        for setting in staff.places(world, child)
        if staff.belongs(world, child, setting)
    }


def invited(world: World, who: Who, adult: Id) -> bool:
    """“adults they invited” (item 14): viewers let in by this guardian, while that lasts."""
    return any(
        grant in family.grants(world, adult, grant.child)
        for grant in world.at.granted.get((who.person, adult), ())
    )


def works_with_own_child(world: World, who: Who, adult: Id) -> bool:
    """“staff” (item 14)."""
    # DECIDED: Active practitioners, managers, deputies and DSLs of a setting where a child of theirs
    # belongs; not volunteers, trainees, committee or owner.
    worker = Who(adult)
    return any(
        hat.role in staff.CAN_BE_KEY
        for setting in settings_of_own_children(world, who)
        for hat in staff.hats_at(world, worker, setting)
    )


def may_see_on_family_page(world: World, who: Who, adult: Adult) -> bool:
    """“`/family/people/` shows a parent: themselves, adults they invited, staff, collectors they
    named; other adults only where both chose to be shown” (item 14). The page is a guardian's."""
    if not gate.family_may_ask(world, who, adult.provider) or not own_children(world, who):
        return False
    return (
        who.person == adult.id
        or invited(world, who, adult.id)
        or works_with_own_child(world, who, adult.id)
        or both_chose(world, who, adult, "name")
    )


def may_see_collector(world: World, who: Who, collector: Collector) -> bool:
    """“collectors they named” (item 14); staff of the child, C7 (4.2)."""
    # DECIDED: Never another parent, staff or not (“collector” is among what a restricted adult learns 0
    # of, G9); ended is gone for all.
    child = world.at.child.get(collector.child)
    if child is None or collector.provider != child.provider or not dates.in_force(collector, world.now):
        return False
    if denies.denied(world, who.person, child.id, "C7"):
        return False
    if who.person == collector.named_by:
        return children.guardian_asks(world, who, child)
    if denies.is_another_parent(world, who, child.id, collector.named_by):
        return False
    return children.team_asks(world, who, child)


def may_see_photo_of_collector(world: World, who: Who, collector: Collector) -> bool:
    """“photo optional” (P-14): one more thing said of that collector, to nobody more; C7, not C4."""
    return may_see_collector(world, who, collector)
