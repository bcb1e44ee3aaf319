"""Who sees a moment, as what, naming whom, with which picture."""

from __future__ import annotations

import pytest

from . import people
from .asking import thing, who_may, yes
from .facts import Who
from .names import children_named, signed_as
from .people import (
    APRIL,
    HOUR,
    JUNE,
    guardian,
    kept_out,
    lets_in,
    looks_after,
    moment,
    order,
    star,
    the_world,
    works,
)
from .world import NOW

pytestmark = pytest.mark.oracle
TEAM = {"sian", "dai", "prys", "bev", "del", "meera"}


def named(world, name, about):
    return children_named(world, Who(name), thing(world, "moments", about))


def signed(world, name, about):
    return signed_as(world, Who(name), thing(world, "moments", about))


def changed(world, name, **more):
    rows = tuple(people.replace(m, **more) if m.id == name else m for m in world.moments)
    return world.having(moments=rows)


def test_both_homes_and_nain_see_what_sian_shared():
    assert who_may(the_world(), "see moment", "paint") == TEAM | {"rhian", "gareth", "huw", "nia"}


def test_a_moment_whose_undo_still_runs_is_its_authors_alone():
    soon = changed(the_world(), "paint", shared_at=JUNE)
    for question in ("see moment", "withdraw"):
        assert who_may(soon, question, "paint") == {"sian"}
    assert not yes(soon, "sian", "see moment", "paint", level="known")
    at_home = changed(the_world(), "bath", shared_at=JUNE)
    assert who_may(at_home, "see moment", "bath") == {"rhian"}
    assert who_may(changed(the_world(), "paint", shared_at=None), "see moment", "paint") == set()


def test_a_restricted_father_does_not_see_a_shared_moment():
    world = the_world().plus(restrictions=order("gareth", "osian", "NO-INFO"))
    assert not yes(world, "gareth", "see moment", "paint")
    assert yes(world, "rhian", "see moment", "paint")


def test_a_restricted_father_does_not_see_it_as_manager_either():
    world = the_world().plus(
        restrictions=order("gareth", "osian", "NO-INFO"), memberships=works("gareth", "manager")
    )
    assert not yes(world, "gareth", "see moment", "paint")
    assert not yes(world, "gareth", "see moment", "old draft")
    assert not yes(world, "gareth", "withdraw", "paint")


@pytest.mark.parametrize(
    "code", ["NO-COLLECT", "NO-CONTACT-AT-SITE", "NO-ADDRESS", "SUPERVISED", "NO-IMAGES"]
)
def test_an_order_about_something_else_leaves_gareth_the_moment(code):
    world = the_world().plus(restrictions=order("gareth", "osian", code))
    assert yes(world, "gareth", "see moment", "paint")


def test_a_review_date_gone_by_lifts_nothing():
    world = the_world().plus(restrictions=order("gareth", "osian", "NO-INFO", review_on=APRIL))
    assert not yes(world, "gareth", "see moment", "paint")


@pytest.mark.parametrize(
    ("lifted_by", "sees"), [((), False), (("bev",), False), (("bev", "bev"), False), (("bev", "meera"), True)]
)
def test_lifting_takes_two_people(lifted_by, sees):
    world = the_world().plus(restrictions=order("gareth", "osian", "NO-INFO", lifted_by=lifted_by))
    assert yes(world, "gareth", "see moment", "paint") is sees


@pytest.mark.parametrize(
    ("by", "decide_by", "lifted_at", "sees"),
    [
        ("meera", APRIL, NOW, True),
        ("meera", APRIL, APRIL, True),
        ("bev", APRIL, NOW, False),
        ("meera", NOW, APRIL, False),
        ("meera", None, NOW, False),
        ("meera", APRIL, None, False),
    ],
)
def test_a_caution_nobody_decided_in_time_is_ended_by_one_who_did_not_set_it(by, decide_by, lifted_at, sees):
    caution = order(
        "gareth",
        "osian",
        "NO-INFO",
        imposed_by="bev",
        decide_by=decide_by,
        lifted_by=(by,),
        lifted_at=lifted_at,
    )
    assert yes(the_world().plus(restrictions=caution), "gareth", "see moment", "paint") is sees


def test_a_caution_nobody_decided_in_time_stands():
    caution = order("gareth", "osian", "NO-INFO", imposed_by="bev", decide_by=APRIL)
    assert not yes(the_world().plus(restrictions=caution), "gareth", "see moment", "paint")


def test_an_order_without_a_first_day_binds():
    world = the_world().plus(restrictions=order("gareth", "osian", "NO-INFO", from_at=None))
    assert not yes(world, "gareth", "see moment", "paint")


def test_a_group_moment_is_closed_to_a_father_denied_on_any_child_in_it():
    world = the_world().plus(
        guardianships=guardian("gareth", "elsi"), restrictions=order("gareth", "osian", "NO-INFO")
    )
    assert not yes(world, "gareth", "see moment", "circle")
    assert not yes(world, "gareth", "see photo", "circle elsi")
    other = the_world().plus(
        guardianships=guardian("gareth", "elsi"), restrictions=order("gareth", "elsi", "NO-INFO")
    )
    assert not yes(other, "gareth", "see moment", "circle")
    assert yes(other, "gareth", "see moment", "paint")


def test_readers_of_a_group_see_their_own_child_and_a_number():
    assert named(the_world(), "rhian", "circle") == ({"osian"}, 1)
    assert named(the_world(), "marged", "circle") == ({"elsi"}, 1)
    assert named(the_world(), "prys", "circle") == ({"osian", "elsi"}, 0)
    assert named(the_world(), "carys", "mixed rooms") == ({"tomos"}, 1)
    assert named(the_world(), "nia", "circle") == (frozenset(), 2)
    assert named(the_world(), "joy", "circle") == (frozenset(), 0)


def test_a_moment_taken_back_leaves_its_day_and_nothing_else():
    world = the_world()
    expected = TEAM | {"rhian", "gareth", "huw", "nia"}
    assert who_may(world, "see tombstone", "taken back") == expected
    assert who_may(world, "see moment", "taken back") == set()
    assert who_may(world, "see photo", "taken back photo") == set()
    assert who_may(world, "see reply", "rhian on taken back") == set()
    assert named(world, "rhian", "taken back") == (frozenset(), 0)
    assert signed(world, "rhian", "taken back") is None


def test_a_draft_taken_back_before_anyone_saw_it_leaves_nothing():
    assert who_may(the_world(), "see tombstone", "never shared") == set()


def test_a_moment_in_the_bin_is_nobodys():
    assert (
        who_may(the_world(), "see moment", "binned") | who_may(the_world(), "see tombstone", "binned")
        == set()
    )


def test_a_state_nobody_knows_is_nobodys():
    assert who_may(changed(the_world(), "paint", state=None), "see moment", "paint") == set()


def test_an_unfiled_draft_is_for_its_author_and_the_key_person():
    assert who_may(the_world(), "see moment", "draft") == {"prys", "sian"}


def test_after_a_day_the_manager_sees_an_unfiled_draft():
    assert who_may(the_world(), "see moment", "old draft") == {"prys", "sian", "bev", "del"}


@pytest.mark.parametrize(("hours", "sees"), [(23, False), (25, True)])
def test_the_day_is_twenty_four_hours(hours, sees):
    world = changed(the_world(), "draft", written_at=NOW - hours * HOUR)
    assert yes(world, "bev", "see moment", "draft") is sees


def test_a_draft_whose_beginning_nobody_knows_does_not_reach_the_manager():
    assert not yes(changed(the_world(), "draft", written_at=None), "bev", "see moment", "draft")


def test_no_parent_sees_a_draft_of_the_staff():
    assert not {"rhian", "gareth", "huw", "nia"} & who_may(the_world(), "see moment", "old draft")


def test_a_draft_from_home_is_rhians_alone():
    assert who_may(the_world(), "see moment", "home draft") == {"rhian"}


def test_a_star_for_all_the_family_reaches_the_other_home_and_the_team():
    assert who_may(the_world(), "see moment", "bath") == TEAM | {"rhian", "gareth", "huw", "nia"}


def test_a_star_for_the_team_stays_with_rhian_and_the_team():
    assert who_may(the_world(), "see moment", "to the team") == TEAM | {"rhian"}


def test_a_star_for_sian_is_for_key_person_and_buddy():
    assert who_may(the_world(), "see moment", "to sian") == {"rhian", "sian", "dai"}


def test_a_star_with_no_audience_is_its_authors():
    assert who_may(changed(the_world(), "bath", audience=None), "see moment", "bath") == {"rhian"}


def test_nain_does_not_see_what_rhian_kept_for_the_team():
    assert not yes(the_world(), "nia", "see moment", "to the team")


def test_gareth_on_the_team_does_not_read_rhians_star_to_the_team():
    world = the_world().plus(memberships=works("gareth", "practitioner", "acorns"))
    assert not yes(world, "gareth", "see moment", "to the team")
    assert yes(world, "gareth", "see moment", "bath")


def test_a_paper_slip_is_the_credited_parents_star_and_not_the_typists():
    world = the_world()
    assert yes(world, "rhian", "see moment", "slip")
    assert yes(world, "rhian", "withdraw", "slip")
    assert not yes(world, "carys", "see moment", "slip")


def test_a_star_is_signed_by_name_at_home_and_to_staff_and_from_home_elsewhere():
    world = the_world()
    assert {
        name: signed(world, name, "bath") for name in ("rhian", "huw", "sian", "bev", "gareth", "nia")
    } == {
        "rhian": "by name",
        "huw": "by name",
        "sian": "by name",
        "bev": "by name",
        "gareth": "from home",
        "nia": "from home",
    }


def test_gareth_in_his_staff_hat_still_reads_from_home():
    world = the_world().plus(memberships=works("gareth", "manager"))
    assert signed(world, "gareth", "bath") == "from home"


def test_huw_moved_out_and_reads_from_home():
    world = the_world()
    rows = tuple(
        people.replace(x, until_at=APRIL) if x.adult == "huw" else x for x in world.household_members
    )
    assert signed(world.having(household_members=rows), "huw", "bath") == "from home"


def test_nain_reads_a_name_only_where_the_one_who_let_her_in_does():
    world = the_world().plus(moments=star("dads", "gareth", "family", "osian"))
    world = world.plus(household_members=people.lives("nia", "flat"))
    assert signed(world, "nia", "dads") == "from home"
    world = world.having(viewers=(lets_in("nia", "osian", "gareth"),))
    assert signed(world, "nia", "dads") == "by name"


def test_a_home_the_child_does_not_live_in_makes_no_home_of_two_adults():
    world = the_world()
    rows = tuple(x for x in world.lives if x.household != "terrace")
    assert signed(world.having(lives=rows), "huw", "bath") == "from home"


def test_nain_sees_no_further_than_rhian_and_ends_with_her():
    for change in (
        {"guardianships": tuple(g for g in the_world().guardianships if g.adult != "rhian")},
        {"restrictions": (order("rhian", "osian", "NO-INFO"),)},
        {"viewers": (lets_in("nia", "osian", "rhian", until_at=APRIL),)},
        {
            "adults": tuple(
                people.adult(a.id, a.provider, "closed" if a.id == "rhian" else "open")
                for a in the_world().adults
            )
        },
    ):
        assert not yes(the_world().having(**change), "nia", "see moment", "paint")


def test_a_carer_without_responsibility_lets_nobody_in():
    world = the_world().having(viewers=(lets_in("nia", "osian", "huw"),))
    assert not yes(world, "nia", "see moment", "paint")


def test_nain_bound_herself_sees_nothing():
    world = the_world().plus(restrictions=order("nia", "osian", "NO-INFO"))
    assert not yes(world, "nia", "see moment", "paint")


def test_nain_let_in_by_a_mother_who_prints_everything_still_sees():
    adults = tuple(
        people.adult(a.id, a.provider, "paper" if a.id == "rhian" else "open") for a in the_world().adults
    )
    assert yes(the_world().having(adults=adults), "nia", "see moment", "paint")


def test_rhians_job_in_the_room_shows_nain_no_more():
    world = the_world().plus(
        memberships=works("rhian", "practitioner", "acorns"), moments=moment("elsis", "sian", "elsi")
    )
    assert yes(world, "rhian", "see moment", "elsis")
    assert not yes(world, "nia", "see moment", "elsis")


def test_a_picture_of_one_child_is_for_that_childs_family_and_team():
    world = the_world()
    assert who_may(world, "see photo", "circle osian") == TEAM | {"rhian", "gareth", "huw", "nia"}
    assert "rhian" not in who_may(world, "see photo", "circle elsi")


RHIANS = {"rhian", "gareth", "huw", "nia"}


def saying(*words, world=None):
    return (world or the_world()).having(permissions=tuple(people.says(*word) for word in words))


def test_a_picture_of_two_children_nobody_was_asked_about_stays_with_staff():
    assert who_may(the_world(), "see photo", "circle photo") == TEAM


def test_it_reaches_the_family_of_each_child_where_the_other_family_said_yes():
    world = saying(("marged", "elsi", "yes"))
    assert who_may(world, "see photo", "circle photo") == TEAM | RHIANS
    world = saying(("rhian", "osian", "yes"))
    assert who_may(world, "see photo", "circle photo") == TEAM | {"marged"}
    world = saying(("marged", "elsi", "yes"), ("rhian", "osian", "yes"))
    assert who_may(world, "see photo", "circle photo") == TEAM | RHIANS | {"marged"}


def test_a_yes_at_the_club_opens_nothing_at_the_preschool():
    world = saying(("marged", "elsi", "yes", "club"))
    assert who_may(world, "see photo", "circle photo") == TEAM


def test_two_parents_who_disagree_are_a_no():
    world = saying(("rhian", "osian", "yes"), ("gareth", "osian", "no"))
    assert who_may(world, "see photo", "circle photo") == TEAM


@pytest.mark.parametrize(
    ("name", "more"), [("huw", {}), ("rhian", {"guardianships": ()})], ids=["a carer", "nobody any more"]
)
def test_a_yes_needs_responsibility(name, more):
    world = saying((name, "osian", "yes"), world=the_world().having(**more))
    assert not may_go(world, "osian")


@pytest.mark.parametrize(("code", "goes"), [("NO-INFO", False), ("NO-IMAGES", True), ("NO-ADDRESS", True)])
def test_a_yes_of_somebody_kept_from_consents_does_not_count(code, goes):
    world = saying(
        ("gareth", "osian", "yes"), world=the_world().plus(restrictions=order("gareth", "osian", code))
    )
    assert may_go(world, "osian") is goes


@pytest.mark.parametrize("change", ["over", "bound"])
def test_a_no_stands_whoever_said_it(change):
    world = saying(("rhian", "osian", "yes"), ("gareth", "osian", "no"))
    if change == "over":
        kept = tuple(row for row in world.guardianships if row.adult != "gareth")
        world = world.having(guardianships=kept)
    else:
        world = world.plus(restrictions=order("gareth", "osian", "NO-INFO"))
    assert not may_go(world, "osian")


def may_go(world, child):
    """Elsi's mother sees the picture of both."""
    assert child == "osian"
    return yes(world, "marged", "see photo", "circle photo")


def test_a_mother_of_both_children_sees_their_picture_with_nobody_asked():
    world = the_world().plus(guardianships=guardian("rhian", "elsi"))
    assert yes(world, "rhian", "see photo", "circle photo")
    assert not yes(world, "nia", "see photo", "circle photo")
    world = world.plus(viewers=lets_in("nia", "elsi", "rhian"))
    assert yes(world, "nia", "see photo", "circle photo")


def test_nain_let_in_by_two_families_sees_no_more_than_one_of_them():
    world = the_world().plus(viewers=lets_in("nia", "elsi", "marged"))
    assert not yes(world, "nia", "see photo", "circle photo")


def test_nain_sees_no_picture_of_a_child_the_one_who_let_her_in_is_kept_from():
    world = saying(("marged", "elsi", "yes"))
    assert yes(world, "nia", "see photo", "circle photo")
    world = world.plus(restrictions=order("rhian", "elsi", "NO-IMAGES"))
    assert yes(world, "nia", "see moment", "circle")
    assert not yes(world, "nia", "see photo", "circle photo")


def test_a_picture_of_the_other_child_alone_is_not_rhians():
    world = saying(("marged", "elsi", "yes"))
    assert not yes(world, "rhian", "see photo", "circle elsi")


def test_a_restriction_about_the_other_child_closes_the_picture_of_both():
    world = saying(("marged", "elsi", "yes")).plus(restrictions=order("gareth", "elsi", "NO-IMAGES"))
    assert not yes(world, "gareth", "see photo", "circle photo")
    assert yes(world, "rhian", "see photo", "circle photo")


def test_a_child_kept_to_her_own_journal_is_in_nobody_elses():
    world = saying(("marged", "elsi", "yes"), ("rhian", "osian", "yes")).plus(no_images=kept_out("elsi"))
    assert who_may(world, "see photo", "circle photo") == TEAM | {"marged"}
    assert who_may(world, "see photo", "circle elsi") == TEAM | {"marged"}


def test_a_child_kept_to_his_own_journal_is_not_shown_to_nain():
    world = the_world().plus(no_images=kept_out("osian"))
    assert who_may(world, "see photo", "paint photo") == TEAM | {"rhian", "gareth", "huw"}


OFFICE = {"bev", "del", "meera"}


def test_a_child_kept_out_of_all_pictures_is_seen_by_those_who_can_take_them_out():
    world = the_world().plus(no_images=kept_out("osian", "all"))
    assert who_may(world, "see photo", "paint photo") == OFFICE
    assert who_may(world, "see photo", "circle photo") == OFFICE
    assert who_may(world, "see photo", "bath photo") == OFFICE | {"rhian"}
    assert who_may(world, "see photo", "circle elsi") == TEAM | {"marged"}


def test_a_reach_nobody_knows_closes_everything():
    world = the_world().plus(no_images=kept_out("osian", None))
    assert who_may(world, "see photo", "paint photo") == OFFICE


def test_a_flag_taken_away_closes_nothing():
    world = the_world().plus(no_images=kept_out("osian", "all", lifted=True))
    assert who_may(world, "see photo", "paint photo") == TEAM | RHIANS


def test_no_images_closes_the_picture_and_not_the_words():
    world = the_world().plus(restrictions=order("gareth", "osian", "NO-IMAGES"))
    assert yes(world, "gareth", "see moment", "paint")
    assert not yes(world, "gareth", "see photo", "paint photo")


def test_no_images_on_rhian_closes_nains_pictures_too():
    world = the_world().plus(restrictions=order("rhian", "osian", "NO-IMAGES"))
    assert yes(world, "nia", "see moment", "paint")
    assert not yes(world, "nia", "see photo", "paint photo")


def test_a_picture_that_marks_nobody_is_nobodys():
    assert who_may(the_world(), "see photo", "unmarked photo") == set()


def test_a_draft_picture_goes_with_its_draft():
    assert who_may(the_world(), "see photo", "draft photo") == {"prys", "sian"}


def test_a_picture_with_a_child_of_another_room_is_for_those_who_see_both():
    world = the_world().plus(photos=people.f.Photo("both rooms", "afon", "mixed rooms", ("osian", "tomos")))
    assert who_may(world, "see photo", "both rooms") == {"bev", "del", "meera"}


def test_a_key_person_from_another_room_sees_the_star_sent_to_the_key_person():
    world = the_world().plus(
        key_persons=looks_after("carys", "elsi"), moments=star("margeds", "marged", "key_person", "elsi")
    )
    assert who_may(world, "see moment", "margeds") == {"marged", "carys"}


def test_an_ended_carers_own_star_is_closed_to_her():
    world = the_world().plus(moments=star("joys", "joy", "family", "tomos"))
    assert yes(world, "joy", "see moment", "joys")
    rows = tuple(people.replace(g, until_at=APRIL) if g.adult == "joy" else g for g in world.guardianships)
    assert not yes(world.having(guardianships=rows), "joy", "see moment", "joys")
