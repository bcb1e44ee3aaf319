"""What is kept about a child, and what becomes of a moment after it is written."""

from __future__ import annotations

import pytest

from . import people
from .asking import thing, who_may, yes
from .facts import Who
from .filing import children_walked
from .people import APRIL, guardian, looks_after, moment, order, the_world, works

pytestmark = pytest.mark.oracle
TEAM = {"sian", "dai", "prys", "bev", "del", "meera"}
HOMES = {"rhian", "gareth", "huw"}
PARENTS = {"rhian", "gareth"}


def walks(world, name, about):
    return children_walked(world, Who(name), thing(world, "moments", about))


def test_osians_sky_is_walked_by_his_homes_and_by_nain_who_was_let_in():
    assert who_may(the_world(), "follow child", "osian") == HOMES | {"nia"}


def test_nain_walks_no_further_than_rhian_who_let_her_in():
    bound = the_world().plus(restrictions=order("rhian", "osian", "NO-INFO"))
    assert not yes(bound, "nia", "follow child", "osian")
    assert not yes(bound, "rhian", "follow child", "osian")
    assert yes(bound, "gareth", "follow child", "osian")


def test_only_a_holder_of_responsibility_lets_family_in_and_names_who_collects():
    for question in ("invite viewer", "name collector"):
        assert who_may(the_world(), question, "osian") == PARENTS


@pytest.mark.parametrize("code", ["NO-INFO", "NO-ADDRESS", "NO-CONTACT-AT-SITE", "NO-COLLECT", "SUPERVISED"])
def test_whom_osian_is_not_given_to_names_nobody_who_collects_him(code):
    bound = the_world().plus(restrictions=order("gareth", "osian", code))
    assert who_may(bound, "name collector", "osian") == {"rhian"}


def test_an_order_about_pictures_leaves_gareth_his_collectors():
    bound = the_world().plus(restrictions=order("gareth", "osian", "NO-IMAGES"))
    assert who_may(bound, "name collector", "osian") == PARENTS


def test_a_guardian_reads_who_read_and_shows_themselves_unless_bound():
    bound = the_world().plus(restrictions=order("gareth", "osian", "NO-INFO"))
    for question in ("see history", "show oneself", "add home words"):
        assert who_may(the_world(), question, "osian") == HOMES
        assert who_may(bound, question, "osian") == HOMES - {"gareth"}


def test_the_register_is_kept_by_the_manager_and_orders_by_safeguarding_too():
    assert who_may(the_world(), "keep record", "osian") == {"bev", "del"}
    assert who_may(the_world(), "chase", "osian") == {"bev", "del"}
    assert who_may(the_world(), "restrict", "osian") == {"bev", "del", "meera"}
    assert who_may(the_world(), "see ledger", "osian") == {"bev", "del", "meera"}
    assert who_may(the_world(), "decide for safety", "osian") == {"meera"}


def test_bev_keeps_nothing_about_her_own_child_and_nothing_an_order_closes_to_her():
    own = the_world().plus(guardianships=guardian("bev", "osian", pr="no", until_at=APRIL))
    bound = the_world().plus(restrictions=order("bev", "osian", "NO-INFO"))
    for question in ("keep record", "restrict", "see ledger", "chase", "key slip"):
        assert not yes(own, "bev", question, "osian")
        assert not yes(bound, "bev", question, "osian")
        assert yes(own, "bev", question, "elsi")


def test_the_team_looks_after_him_and_the_family_reads_the_plan_too():
    assert who_may(the_world(), "look after", "osian") == TEAM
    assert who_may(the_world(), "see plan", "osian") == TEAM | HOMES
    bound = the_world().plus(restrictions=order("prys", "osian", "NO-INFO"))
    assert not yes(bound, "prys", "look after", "osian")
    assert not yes(bound, "prys", "see plan", "osian")


def test_a_slip_is_keyed_by_who_writes_and_by_the_manager():
    assert who_may(the_world(), "key slip", "osian") == {"sian", "dai", "prys", "bev", "del"}


def test_rhians_account_is_mended_by_the_manager_and_sian_has_met_her():
    assert who_may(the_world(), "mend account", "rhian") == {"bev", "del"}
    assert who_may(the_world(), "confirm face to face", "rhian") == {"bev", "del", "sian", "dai"}
    assert who_may(the_world(), "mend account", "nia") == {"bev", "del"}
    assert who_may(the_world(), "mend account", "owain") == {"bev", "del"}
    assert who_may(the_world(), "confirm face to face", "owain") == {"bev", "del"}


def test_gareth_who_manages_gets_no_key_to_the_other_home():
    manages = the_world().plus(memberships=works("gareth", "manager"))
    for adult in ("rhian", "huw", "nia", "gareth"):
        assert not yes(manages, "gareth", "mend account", adult)
        assert not yes(manages, "gareth", "confirm face to face", adult)
    assert yes(manages, "gareth", "mend account", "marged")


def test_a_manager_an_order_keeps_from_his_address_mends_no_account_of_osians_homes():
    bound = the_world().plus(restrictions=order("bev", "osian", "NO-ADDRESS"))
    assert who_may(bound, "mend account", "rhian") == {"del"}
    assert yes(bound, "bev", "mend account", "marged")


def test_who_was_tied_to_a_child_in_another_year_is_nobodys_to_mend():
    rows = tuple(
        people.replace(g, until_at=APRIL) if g.adult == "gareth" else g for g in the_world().guardianships
    )
    world = the_world().having(guardianships=rows)
    assert who_may(world, "mend account", "gareth") == set()
    manages = world.plus(memberships=works("huw", "manager"))
    assert not yes(manages, "huw", "mend account", "gareth")


def test_at_the_door_osian_is_given_by_those_who_write_and_read_by_safeguarding_too():
    assert who_may(the_world(), "see door", "osian at preschool") == TEAM
    assert who_may(the_world(), "release", "osian at preschool") == TEAM - {"meera"}
    assert who_may(the_world(), "lead at door", "osian at preschool") == {"bev", "del"}
    assert who_may(the_world(), "see door", "tomos at preschool") == {"carys", "bev", "del", "meera"}


def test_care_is_written_by_key_person_and_leaders_and_medicines_are_asked_for_by_these():
    assert who_may(the_world(), "record care", "osian at preschool") == {"sian", "dai", "bev", "del"}
    assert who_may(the_world(), "ask medicine", "osian at preschool") == {"bev", "del"}
    assert who_may(the_world(), "bring medicine", "osian at preschool") == PARENTS


def test_permission_is_asked_by_leaders_and_its_outcome_read_by_the_team():
    assert who_may(the_world(), "ask permission", "osian at preschool") == {"bev", "del"}
    assert who_may(the_world(), "see outcome", "osian at preschool") == TEAM
    assert who_may(the_world(), "work with child", "osian at preschool") == TEAM


def test_the_setting_of_the_place_decides_and_no_other_of_the_child():
    both = the_world().plus(enrolments=people.attends("osian", "hall", "club"))
    assert who_may(both, "see door", "osian at club") == {"lowri"}
    assert "lowri" not in who_may(both, "see door", "osian at preschool")


@pytest.mark.parametrize("question", ["see door", "release", "record care", "ask permission", "see outcome"])
def test_at_work_nobody_is_staff_of_their_own_child(question):
    own = the_world().plus(guardianships=guardian("bev", "osian", pr="no", until_at=APRIL))
    bound = the_world().plus(restrictions=order("bev", "osian", "NO-INFO"))
    assert not yes(own, "bev", question, "osian at preschool")
    assert not yes(bound, "bev", question, "osian at preschool")
    assert yes(own, "bev", question, "elsi at preschool")


@pytest.mark.parametrize("code", ["NO-INFO", "NO-ADDRESS", "NO-CONTACT-AT-SITE"])
def test_who_is_kept_from_where_osian_is_brings_no_medicine_there(code):
    bound = the_world().plus(restrictions=order("gareth", "osian", code))
    assert who_may(bound, "bring medicine", "osian at preschool") == {"rhian"}


def test_a_draft_is_mended_by_who_holds_it_and_a_star_by_who_wrote_it():
    assert who_may(the_world(), "edit", "draft") == {"prys", "sian"}
    assert who_may(the_world(), "edit", "paint") == set()
    for about in ("bath", "home draft", "to sian"):
        assert who_may(the_world(), "edit", about) == {"rhian"}
    bound = the_world().plus(restrictions=order("rhian", "osian", "NO-INFO"))
    assert not yes(bound, "rhian", "edit", "bath")


def test_bev_finds_a_draft_after_a_day_and_never_one_from_home():
    assert who_may(the_world(), "see unfiled", "draft") == {"prys", "sian"}
    assert who_may(the_world(), "see unfiled", "old draft") == {"prys", "sian", "bev", "del"}
    assert who_may(the_world(), "see unfiled", "home draft") == set()


def test_what_was_taken_back_is_brought_back_or_thrown_away_by_who_may():
    for question in ("restore", "bin"):
        assert who_may(the_world(), question, "taken back") == {"sian", "bev", "del"}
        assert who_may(the_world(), question, "never shared") == set()
        assert who_may(the_world(), question, "paint") == set()
    back = the_world().plus(moments=people.star("back", "rhian", "family", "osian", state="withdrawn"))
    assert who_may(back, "restore", "back") == {"rhian"}
    assert who_may(the_world(), "bin", "old draft") == {"prys", "sian", "bev", "del"}
    assert who_may(the_world(), "bin", "home draft") == {"rhian"}


def test_the_bin_is_open_to_who_noted_it_and_to_the_manager():
    assert who_may(the_world(), "find in bin", "binned") == {"sian", "bev", "del"}
    assert who_may(the_world(), "find in bin", "taken back") == set()
    bound = the_world().plus(restrictions=order("bev", "osian", "NO-INFO"))
    assert who_may(bound, "find in bin", "binned") == {"sian", "del"}
    gone = the_world().plus(moments=moment("glyns", "glyn", "osian", state="binned"))
    assert not yes(gone, "glyn", "find in bin", "glyns")


def test_a_preview_names_the_family_a_draft_would_reach():
    assert who_may(the_world(), "see when shared", "draft") == HOMES | {"nia"}
    assert who_may(the_world(), "see when shared", "to the team") == set()
    assert who_may(the_world(), "see when shared", "binned") == set()
    bound = the_world().plus(restrictions=order("gareth", "osian", "NO-INFO"))
    assert who_may(bound, "see when shared", "draft") == {"rhian", "huw", "nia"}


def test_a_moment_of_two_children_stands_in_the_sky_of_ones_own():
    assert walks(the_world(), "rhian", "circle") == {"osian"}
    assert walks(the_world(), "nia", "circle") == {"osian"}
    assert walks(the_world(), "marged", "circle") == {"elsi"}
    assert walks(the_world(), "sian", "mixed rooms") == {"osian", "tomos"}
    assert walks(the_world(), "carys", "mixed rooms") == {"tomos"}
    assert walks(the_world(), "carys", "paint") == set()
    assert walks(the_world(), "rhian", "taken back") == {"osian"}


def test_one_who_noted_it_and_left_walks_only_the_sky_of_their_own_child():
    left = the_world().plus(
        moments=moment("two", "glyn", "osian", "elsi"), guardianships=guardian("glyn", "elsi")
    )
    assert walks(left, "glyn", "two") == {"elsi"}


def test_ones_own_words_are_taken_back_and_asked_for_the_record():
    assert who_may(the_world(), "withdraw reply", "rhian on paint") == {"rhian"}
    assert who_may(the_world(), "withdraw reply", "sian to rhian") == {"sian"}
    assert who_may(the_world(), "ask reply for record", "rhian on paint") == {"rhian"}
    assert who_may(the_world(), "ask reply for record", "sian to rhian") == set()
    assert who_may(the_world(), "withdraw reply", "rhian on taken back") == set()


def test_a_step_is_agreed_with_a_guardian_and_by_who_writes_here():
    assert who_may(the_world(), "agree step", "climb") == HOMES | {"sian", "dai", "prys"}
    assert who_may(the_world(), "agree step", "swim") == set()
    club = the_world().plus(
        steps=people.f.NextStep("hop", "afon", "club", "osian", "agreed"),
        key_persons=looks_after("carys", "osian"),
    )
    assert who_may(club, "agree step", "hop") == HOMES
