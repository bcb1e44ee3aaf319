"""Accounts, levels, tenants and hats."""

from __future__ import annotations

import pytest

from . import people
from .asking import who_may, yes
from .people import APRIL, JUNE, the_world, works
from .world import NOW

pytestmark = pytest.mark.oracle
OSIANS_TEAM = {"sian", "dai", "prys", "bev", "del", "meera"}


def with_hat(name, role, room=None, setting="preschool", **more):
    """The world where this adult wears this hat and no other."""
    world = the_world()
    others = tuple(row for row in world.memberships if row.person != name)
    return world.having(memberships=(*others, works(name, role, room, setting, **more)))


def with_account(name, account):
    world = the_world()
    rows = tuple(people.adult(x.id, x.provider, account) if x.id == name else x for x in world.adults)
    return world.having(adults=rows)


def test_osians_page_is_for_his_guardians_and_his_rooms_team():
    assert who_may(the_world(), "see child", "osian") == OSIANS_TEAM | {"rhian", "gareth", "huw"}


@pytest.mark.parametrize("account", ["closed", "paper", None])
def test_rhian_sees_nothing_with_an_account_that_is_not_open(account):
    world = with_account("rhian", account)
    assert not yes(world, "rhian", "see child", "osian")
    assert not yes(world, "rhian", "see moment", "bath")
    assert not yes(world, "rhian", "see household address", "terrace")


def test_bevs_closed_account_opens_no_child_and_no_desk():
    world = with_account("bev", "closed")
    assert not yes(world, "bev", "see child", "osian")
    assert not yes(world, "bev", "run setting", "preschool")


@pytest.mark.parametrize("level", ["none", "code", None, "very strong"])
def test_a_code_on_an_unknown_phone_shows_gareth_nothing(level):
    for question, about in [("see child", "osian"), ("see moment", "paint"), ("see photo", "paint photo")]:
        assert not yes(the_world(), "gareth", question, about, level)


def test_a_known_phone_is_enough_for_a_parent_and_for_nain():
    assert yes(the_world(), "gareth", "see moment", "paint", "known")
    assert yes(the_world(), "nia", "see moment", "paint", "known")


@pytest.mark.parametrize("name", sorted(OSIANS_TEAM))
def test_staff_read_nothing_before_a_second_factor(name):
    assert not yes(the_world(), name, "see child", "osian", "known")
    assert not yes(the_world(), name, "see moment", "paint", "known")
    assert yes(the_world(), name, "see child", "osian", "strong")


def test_prys_who_is_also_a_father_reads_his_own_child_with_the_lower_proof():
    world = the_world().plus(guardianships=people.guardian("prys", "tomos"))
    assert yes(world, "prys", "see child", "tomos", "known")
    assert not yes(world, "prys", "see child", "osian", "known")


def test_iolo_of_another_provider_sees_nobody_here():
    world = the_world()
    assert {x for x in ("osian", "elsi", "tomos") if yes(world, "iolo", "see child", x)} == set()
    assert yes(world, "iolo", "see child", "ifor")
    assert not yes(world, "bev", "see child", "ifor")


def test_a_hat_here_on_an_adult_of_another_provider_opens_nothing():
    world = the_world().plus(memberships=works("iolo", "manager"))
    assert not yes(world, "iolo", "see child", "osian")
    assert not yes(world, "iolo", "see moment", "paint")
    assert not yes(world, "iolo", "run setting", "preschool")


def test_a_child_whose_provider_is_unknown_is_nobodys():
    world = the_world()
    rows = tuple(people.f.Child(x.id, None) for x in world.children)
    assert who_may(world.having(children=rows), "see child", "osian") == set()


def test_glyn_left_in_april_and_sees_nothing_of_his_old_room():
    world = the_world().plus(moments=people.moment("glyns", "glyn", "osian"))
    assert not yes(world, "glyn", "see child", "osian")
    assert not yes(world, "glyn", "see moment", "glyns")


def test_a_job_that_begins_in_june_opens_nothing_in_may():
    assert not yes(with_hat("carys", "manager", from_at=JUNE), "carys", "see child", "osian")


def test_a_job_that_ends_this_instant_is_over():
    assert not yes(with_hat("bev", "manager", until_at=NOW), "bev", "see child", "osian")


def test_a_job_whose_first_day_nobody_wrote_opens_nothing():
    assert not yes(with_hat("bev", "manager", from_at=None), "bev", "see child", "osian")


@pytest.mark.parametrize("statement", [None, JUNE])
def test_bev_opens_no_child_before_her_confidentiality_statement(statement):
    world = with_hat("bev", "manager", statement_at=statement)
    assert not yes(world, "bev", "see child", "osian")
    assert not yes(world, "bev", "run setting", "preschool")


def test_sian_as_key_person_opens_nothing_without_a_statement():
    world = with_hat("sian", "practitioner", "acorns", statement_at=None)
    assert not yes(world, "sian", "see child", "osian")
    assert not yes(world, "sian", "see moment", "to sian")


def test_lowri_leads_safeguarding_at_the_club_and_opens_nothing_here():
    world = the_world()
    assert not yes(world, "lowri", "see child", "osian")
    assert not yes(world, "lowri", "see moment", "paint")
    assert not yes(world, "lowri", "see household address", "flat")


def test_lowris_safeguarding_hat_there_adds_nothing_to_her_practitioner_hat_here():
    world = the_world().plus(memberships=works("lowri", "practitioner", "oaks"))
    assert not yes(world, "lowri", "see child", "osian")
    assert yes(world, "lowri", "see child", "tomos")
    assert not yes(world, "lowri", "see legal", "tomos")


def test_a_manager_sees_another_setting_only_with_a_hat_there():
    world = the_world().plus(enrolments=people.attends("osian", "hall", "club"))
    world = world.plus(moments=people.moment("at club", "lowri", "osian", setting="club"))
    assert not yes(world, "bev", "see moment", "at club")
    assert yes(world, "lowri", "see moment", "at club")
    assert not yes(world, "lowri", "see moment", "paint")


def test_carys_of_the_other_room_does_not_see_osian():
    assert not yes(the_world(), "carys", "see child", "osian")


def test_a_practitioner_without_a_room_sees_no_room():
    assert not yes(with_hat("carys", "practitioner"), "carys", "see child", "tomos")


def test_a_child_without_a_room_is_on_no_roster():
    world = the_world()
    rows = tuple(people.attends("osian", None) if e.child == "osian" else e for e in world.enrolments)
    world = world.having(enrolments=rows)
    assert not yes(world, "prys", "see child", "osian")
    assert yes(world, "sian", "see child", "osian")


def test_owain_and_cadi_have_first_names_and_allergy_words_only():
    world = the_world()
    for name in ("owain", "cadi"):
        assert yes(world, name, "see first name", "osian")
        assert yes(world, name, "see allergy words", "osian")
        assert not yes(world, name, "see first name", "tomos")
        for question in (
            "see child",
            "see safety items",
            "see legal",
            "see emergency contacts",
            "note moment",
        ):
            assert not yes(world, name, question, "osian")
        assert not yes(world, name, "see moment", "paint")


@pytest.mark.parametrize("role", ["owner", "chair", "treasurer", "secretary", "committee", "cook", None])
def test_a_seat_on_the_committee_or_an_owners_hat_opens_no_child(role):
    world = with_hat("fflur", role, "acorns")
    for question in ("see child", "see first name", "see allergy words", "open committee child data"):
        assert not yes(world, "fflur", question, "osian")
    assert not yes(world, "fflur", "see moment", "paint")
    assert not yes(world, "fflur", "run setting", "preschool")


def test_the_desk_is_for_manager_and_deputy_of_this_setting():
    assert who_may(the_world(), "run setting", "preschool") == {"bev", "del"}


def test_fflur_named_key_person_while_only_chairing_sees_nothing():
    world = the_world().plus(key_persons=people.looks_after("fflur", "osian"))
    assert not yes(world, "fflur", "see child", "osian")


def test_carys_as_key_person_of_a_child_in_another_room_sees_that_child():
    world = the_world().plus(key_persons=people.looks_after("carys", "elsi"))
    assert yes(world, "carys", "see legal", "elsi")
    assert not yes(world, "carys", "see child", "osian")


def test_a_key_person_of_last_term_is_one_no_more():
    world = the_world().plus(key_persons=people.looks_after("carys", "elsi", until_at=APRIL))
    assert not yes(world, "carys", "see child", "elsi")


def test_when_osian_has_left_only_the_office_and_home_keep_his_page():
    world = the_world()
    rows = tuple(
        people.attends("osian", "acorns", state="left") if e.child == "osian" else e for e in world.enrolments
    )
    assert who_may(world.having(enrolments=rows), "see child", "osian") == {
        "bev",
        "del",
        "meera",
        "rhian",
        "gareth",
        "huw",
    }


def test_a_child_who_joins_in_june_is_on_no_roster_in_may_but_has_a_key_person():
    world = the_world()
    joining = people.attends("osian", "acorns", state="joining", from_at=JUNE)
    rows = tuple(joining if e.child == "osian" else e for e in world.enrolments)
    seen = who_may(world.having(enrolments=rows), "see child", "osian")
    assert seen & OSIANS_TEAM == {"sian", "dai", "bev", "del", "meera"}
