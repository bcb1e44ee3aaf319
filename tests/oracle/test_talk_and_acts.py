"""Replies, plans, requests; and what each may do."""

from __future__ import annotations

import pytest

from . import people
from .asking import who_may, yes
from .people import APRIL, guardian, looks_after, moment, order, star, the_world, works

pytestmark = pytest.mark.oracle
TEAM = {"sian", "dai", "prys", "bev", "del", "meera"}


def test_rhians_reply_is_seen_by_her_and_the_team_and_by_no_other_parent():
    assert who_may(the_world(), "see reply", "rhian on paint") == TEAM | {"rhian"}


def test_sians_answer_to_rhian_is_not_seen_in_the_same_home_or_the_other():
    assert who_may(the_world(), "see reply", "sian to rhian") == TEAM | {"rhian"}


def test_rhian_does_not_see_gareths_reply_to_her_own_star():
    assert who_may(the_world(), "see reply", "gareth on bath") == TEAM | {"gareth"}


def test_gareth_who_works_in_the_room_does_not_read_rhians_reply():
    world = the_world().plus(memberships=works("gareth", "practitioner", "acorns"))
    assert not yes(world, "gareth", "see reply", "rhian on paint")
    assert not yes(world, "gareth", "see reply", "sian to rhian")


def test_a_parent_no_more_who_works_in_the_room_does_not_read_it_either():
    world = the_world().plus(memberships=works("gareth", "practitioner", "acorns"))
    rows = tuple(people.replace(g, until_at=APRIL) if g.adult == "gareth" else g for g in world.guardianships)
    assert not yes(world.having(guardianships=rows), "gareth", "see reply", "rhian on paint")


def test_a_restricted_mother_does_not_see_her_own_reply():
    world = the_world().plus(restrictions=order("rhian", "osian", "NO-INFO"))
    assert not yes(world, "rhian", "see reply", "rhian on paint")


def test_a_leaver_who_is_still_let_in_by_family_does_not_see_what_he_answered_at_work():
    world = the_world().plus(
        replies=people.f.Reply("glyn to rhian", "afon", "paint", "osian", "glyn", "rhian"),
        viewers=people.lets_in("glyn", "osian", "rhian"),
    )
    assert yes(world, "glyn", "see moment", "paint")
    assert not yes(world, "glyn", "see reply", "glyn to rhian")


def test_the_room_of_the_other_child_in_a_group_does_not_read_the_reply():
    world = the_world().plus(
        replies=people.f.Reply("on mixed", "afon", "mixed rooms", "osian", "rhian", "rhian")
    )
    assert yes(world, "carys", "see moment", "mixed rooms")
    assert not yes(world, "carys", "see reply", "on mixed")


def test_the_agreed_step_is_seen_by_every_guardian_and_a_draft_by_staff():
    assert who_may(the_world(), "see step", "climb") == TEAM | {"rhian", "gareth", "huw"}
    assert who_may(the_world(), "see step", "swim") == TEAM


def test_an_agreed_step_is_closed_to_a_restricted_father():
    world = the_world().plus(restrictions=order("gareth", "osian", "NO-INFO"))
    assert not yes(world, "gareth", "see step", "climb")
    assert not yes(world, "gareth", "see home words", "gareth on climb")


def test_each_homes_words_are_for_that_home_and_staff():
    assert who_may(the_world(), "see home words", "rhian on climb") == TEAM | {"rhian", "huw"}
    assert who_may(the_world(), "see home words", "gareth on climb") == TEAM | {"gareth"}


def test_huw_who_works_in_the_room_does_not_read_the_other_homes_words():
    world = the_world().plus(memberships=works("huw", "practitioner", "acorns"))
    assert not yes(world, "huw", "see home words", "gareth on climb")
    assert yes(world, "huw", "see home words", "rhian on climb")


def test_a_home_osian_moved_out_of_keeps_its_words_for_their_author():
    world = the_world()
    moved = tuple(people.replace(x, until_at=APRIL) if x.household == "terrace" else x for x in world.lives)
    assert who_may(world.having(lives=moved), "see home words", "rhian on climb") == TEAM | {"rhian"}


def test_a_lodger_in_the_terrace_does_not_read_its_words():
    world = the_world().plus(household_members=people.lives("marged", "terrace"))
    assert not yes(world, "marged", "see home words", "rhian on climb")


def test_a_record_request_is_the_askers_and_the_teams():
    assert who_may(the_world(), "see record request", "rhian asks") == TEAM | {"rhian"}


def test_moments_are_noted_by_key_person_buddy_and_room():
    assert who_may(the_world(), "note moment", "osian") == {"sian", "dai", "prys"}


def test_stars_are_sent_by_guardians_and_by_no_viewer():
    assert who_may(the_world(), "share star", "osian", "known") == {"rhian", "gareth", "huw"}


def test_a_father_without_known_responsibility_may_send_a_star():
    world = the_world()
    rows = tuple(people.replace(g, pr="unknown") if g.adult == "gareth" else g for g in world.guardianships)
    assert yes(world.having(guardianships=rows), "gareth", "share star", "osian")


def test_a_restricted_father_sends_no_star_and_no_reply():
    world = the_world().plus(restrictions=order("gareth", "osian", "NO-INFO"))
    assert not yes(world, "gareth", "share star", "osian")
    assert not yes(world, "gareth", "reply", "paint")


def test_no_star_is_sent_for_a_child_who_has_left():
    world = the_world()
    rows = tuple(people.replace(e, state="left") if e.child == "osian" else e for e in world.enrolments)
    assert not yes(world.having(enrolments=rows), "rhian", "share star", "osian")


def test_a_draft_is_shared_by_its_author_or_the_key_person_and_not_by_the_manager():
    assert who_may(the_world(), "share draft", "old draft") == {"prys", "sian"}
    assert who_may(the_world(), "share draft", "home draft", "known") == {"rhian"}


def test_a_shared_moment_is_not_shared_again():
    assert who_may(the_world(), "share draft", "paint") == set()


def test_a_key_person_of_one_child_does_not_share_a_draft_about_another_room():
    world = the_world().plus(moments=moment("both", "prys", "osian", "tomos", state="draft", shared_at=None))
    assert yes(world, "sian", "see moment", "both")
    assert not yes(world, "sian", "share draft", "both")


def test_a_moment_is_taken_back_by_its_author_or_the_manager():
    assert who_may(the_world(), "withdraw", "paint") == {"sian", "bev", "del"}


def test_a_star_is_taken_back_by_the_one_who_sent_it():
    assert who_may(the_world(), "withdraw", "bath") == {"rhian"}
    assert who_may(the_world(), "withdraw", "taken back") == set()


def test_replies_come_from_guardians_and_those_who_write_in_the_journal():
    assert who_may(the_world(), "reply", "paint") == {"rhian", "gareth", "huw", "sian", "dai", "prys"}
    assert who_may(the_world(), "reply", "taken back") == set()


def test_a_star_is_thanked_by_key_person_or_buddy():
    assert who_may(the_world(), "thank", "bath") == {"sian", "dai"}
    assert who_may(the_world(), "thank", "slip") == {"sian", "dai"}
    assert who_may(the_world(), "thank", "paint") == set()


def test_a_key_person_does_not_thank_for_their_own_child():
    world = the_world().plus(guardianships=guardian("dai", "osian"))
    assert not yes(world, "dai", "thank", "bath")


def test_the_parent_who_sent_the_star_asks_for_the_record_and_staff_decide():
    assert who_may(the_world(), "ask for record", "bath", "known") == {"rhian"}
    assert who_may(the_world(), "decide record", "bath") == {"sian", "dai", "prys"}
    assert who_may(the_world(), "decide record", "to sian") == {"sian", "dai"}


def test_a_new_key_person_answers_what_was_sent_to_the_last():
    world = the_world().having(
        key_persons=(looks_after("prys", "osian"), looks_after("sian", "osian", until_at=APRIL))
    )
    assert who_may(world, "thank", "to sian") == {"prys"}


def test_a_star_with_two_siblings_reaches_each_ones_father():
    world = the_world().plus(
        guardianships=guardian("rhian", "tomos"), moments=star("both", "rhian", "family", "osian", "tomos")
    )
    assert {"gareth", "joy", "carys"} <= who_may(world, "see moment", "both")
