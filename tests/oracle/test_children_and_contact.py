"""C2, C5 and C6: what of a child, a home and an adult is whose to read."""

from __future__ import annotations

import pytest

from . import people
from .asking import who_may, yes
from .people import APRIL, guardian, order, shows, the_world, works

pytestmark = pytest.mark.oracle


def with_facts_of_gareth(pr, natural, care):
    world = the_world()
    rows = tuple(row for row in world.guardianships if row.adult != "gareth")
    return world.having(guardianships=(*rows, guardian("gareth", "osian", pr, natural, care=care)))


def test_legal_name_is_for_parents_key_persons_and_the_office():
    assert who_may(the_world(), "see legal", "osian") == {
        "rhian",
        "gareth",
        "sian",
        "dai",
        "bev",
        "del",
        "meera",
    }


def test_safety_items_are_also_for_the_carer_and_the_room():
    extra = who_may(the_world(), "see safety items", "osian") - who_may(the_world(), "see legal", "osian")
    assert extra == {"huw", "prys"}


def test_joy_the_foster_carer_sees_tomos_safety_and_not_his_legal_name():
    world = the_world()
    assert yes(world, "joy", "see child", "tomos")
    assert yes(world, "joy", "see safety items", "tomos")
    assert not yes(world, "joy", "see legal", "tomos")


@pytest.mark.parametrize("pr", ["no", "unknown", None])
def test_a_natural_father_without_known_responsibility_reads_as_a_parent(pr):
    world = with_facts_of_gareth(pr, True, None)
    assert yes(world, "gareth", "see legal", "osian")
    assert yes(world, "gareth", "see moment", "paint")


@pytest.mark.parametrize("pr", ["no", "unknown", None])
@pytest.mark.parametrize("unknown", [False, None])
def test_an_adult_of_whom_nothing_is_known_sees_nothing(pr, unknown):
    world = with_facts_of_gareth(pr, unknown, unknown)
    assert not yes(world, "gareth", "see child", "osian")
    assert not yes(world, "gareth", "see moment", "paint")


def test_living_in_the_terrace_is_not_a_tie_to_osian():
    world = the_world().plus(household_members=people.lives("marged", "terrace"))
    assert not yes(world, "marged", "see child", "osian")
    assert yes(world, "marged", "see household address", "terrace")


def test_joys_placement_ended_and_with_it_her_sight():
    world = the_world()
    rows = tuple(people.replace(g, until_at=APRIL) if g.adult == "joy" else g for g in world.guardianships)
    assert not yes(world.having(guardianships=rows), "joy", "see child", "tomos")


def test_a_restricted_father_loses_c5_and_keeps_the_known_as_name():
    world = the_world().plus(restrictions=order("gareth", "osian", "NO-INFO"))
    assert yes(world, "gareth", "see child", "osian")
    assert not yes(world, "gareth", "see legal", "osian")
    assert not yes(world, "gareth", "see safety items", "osian")


def test_a_code_nobody_knows_closes_everything():
    world = the_world().plus(restrictions=order("gareth", "osian", "NO-SOMETHING"))
    assert not yes(world, "gareth", "see child", "osian")


def test_neither_home_reads_the_others_address():
    world = the_world()
    assert who_may(world, "see household address", "flat") == {"gareth", "bev", "del", "meera"}
    assert who_may(world, "see household address", "terrace") == {"rhian", "huw", "bev", "del", "meera"}


def test_key_person_and_room_have_the_emergency_list_and_never_an_address():
    world = the_world()
    assert {"sian", "dai", "prys"} <= who_may(world, "see emergency contacts", "osian")
    assert not {"sian", "dai", "prys"} & who_may(world, "see household address", "terrace")


def test_no_parent_opens_the_emergency_list_with_the_other_homes_phone():
    assert not {"rhian", "gareth", "huw", "nia"} & who_may(the_world(), "see emergency contacts", "osian")


def test_gareth_who_manages_the_setting_still_does_not_read_rhians_address():
    world = the_world().plus(memberships=works("gareth", "manager"))
    assert not yes(world, "gareth", "see household address", "terrace")
    assert not yes(world, "gareth", "see contact", "rhian")
    assert not yes(world, "gareth", "see emergency contacts", "osian")
    assert yes(world, "gareth", "see household address", "farm")


@pytest.mark.parametrize("code", ["NO-ADDRESS", "NO-INFO"])
def test_a_bound_grandmother_who_is_deputy_reads_no_address_of_the_childs_homes(code):
    world = the_world().plus(memberships=works("nia", "deputy"), restrictions=order("nia", "osian", code))
    assert not yes(world, "nia", "see household address", "terrace")
    assert not yes(world, "nia", "see contact", "gareth")
    assert not yes(world, "nia", "see emergency contacts", "osian")
    assert yes(world, "nia", "see emergency contacts", "elsi")


def test_no_address_leaves_gareth_his_own_home():
    world = the_world().plus(restrictions=order("gareth", "osian", "NO-ADDRESS"))
    assert yes(world, "gareth", "see household address", "flat")
    assert yes(world, "gareth", "see moment", "paint")


def test_moving_out_of_the_terrace_ends_its_address_for_huw():
    world = the_world()
    rows = tuple(
        people.replace(x, until_at=APRIL) if x.adult == "huw" else x for x in world.household_members
    )
    assert not yes(world.having(household_members=rows), "huw", "see household address", "terrace")


def test_contact_is_ones_own_and_the_offices():
    assert who_may(the_world(), "see contact", "rhian") == {"rhian", "bev", "del", "meera"}


def test_one_choosing_to_be_shown_is_not_enough():
    world = the_world().plus(shown=shows("rhian", "gareth"))
    assert not yes(world, "gareth", "see contact", "rhian")
    assert not yes(world, "rhian", "see contact", "gareth")


def test_both_choosing_shows_each_to_the_other():
    world = the_world().plus(shown=shows("rhian", "gareth")).plus(shown=shows("gareth", "rhian"))
    assert yes(world, "gareth", "see contact", "rhian", "known")
    assert yes(world, "rhian", "see contact", "gareth", "known")
    assert not yes(world, "huw", "see contact", "gareth")


@pytest.mark.parametrize("code", ["NO-ADDRESS", "NO-INFO"])
def test_an_order_closes_what_both_once_chose(code):
    world = the_world().plus(shown=shows("rhian", "gareth")).plus(shown=shows("gareth", "rhian"))
    world = world.plus(restrictions=order("gareth", "osian", code))
    assert not yes(world, "gareth", "see contact", "rhian")


def test_the_family_page_shows_rhian_herself_nain_and_the_staff():
    world = the_world()
    seen = {row.id for row in world.adults if yes(world, "rhian", "see on family page", row.id)}
    assert seen == {"rhian", "nia", "sian", "dai", "prys", "carys", "bev", "del", "meera"}


def test_the_family_page_shows_gareth_only_where_both_chose():
    world = the_world().plus(shown=shows("rhian", "gareth", "name"))
    assert not yes(world, "rhian", "see on family page", "gareth")
    world = world.plus(shown=shows("gareth", "rhian", "name"))
    assert yes(world, "rhian", "see on family page", "gareth")
    assert not yes(world, "rhian", "see contact", "gareth")


def test_gareth_does_not_see_whom_rhian_let_in_or_named_to_collect():
    world = the_world()
    assert not yes(world, "gareth", "see on family page", "nia")
    assert not yes(world, "gareth", "see collector", "auntie")
    assert yes(world, "rhian", "see collector", "auntie")
    assert yes(world, "sian", "see collector", "auntie")
    for who, sees in (("gareth", False), ("rhian", True), ("sian", True)):
        assert yes(world, who, "see collector photo", "auntie") is sees


def test_changing_the_address_needs_a_new_proof():
    world = the_world()
    assert not yes(world, "rhian", "change household", "terrace", "known")
    assert yes(world, "rhian", "change household", "terrace", "known", fresh=True)
    assert not yes(world, "gareth", "change household", "terrace", "strong", fresh=True)
