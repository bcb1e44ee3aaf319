"""Who looks after whom, and the sessions on which neither of two is there."""

from datetime import date

import pytest

from seren.foundation.access.door import SystemReason, system
from seren.people.families.models import KeyPerson
from seren.people.families.queries.desk import cover_gaps, key_map
from seren.people.provision.domain import be_away
from seren.people.provision.models import WorkingPattern
from seren.people.provision.queries.desk import desk_of

pytestmark = [pytest.mark.db, pytest.mark.django_db]

MONDAY = date(2025, 5, 19)


@pytest.fixture
def bev(world):
    return world.actor("manager")


@pytest.fixture
def pre_school(world):
    return world.setting("pre-school")


def names_in_gaps(bev, setting, first, last):
    gaps = cover_gaps(bev, setting.pk, first, last)
    return {(gap.day, gap.session, child.name) for gap in gaps for child in gap.children}


def test_kai_has_no_buddy_and_hannah_does_not_work_on_mondays(bev, pre_school):
    assert names_in_gaps(bev, pre_school, MONDAY, MONDAY) == {(MONDAY, "Morning", "Kai")}


def test_a_buddy_covers_while_the_key_person_is_away(world, bev, pre_school):
    be_away(
        actor=bev, person=world.people["key-person"], setting=pre_school,
        first_day=MONDAY, last_day=MONDAY, now=bev.at,
    )  # fmt: skip
    gaps = names_in_gaps(bev, pre_school, MONDAY, MONDAY)
    # Karen, Mali’s buddy, works; Hannah, buddy of the others, does not on Mondays.
    assert {name for _day, _session, name in gaps} == {"Kai", "Alfie", "Noah", "Yusuf", "Zofia"}


def test_half_term_has_no_gaps(bev, pre_school):
    assert names_in_gaps(bev, pre_school, date(2025, 5, 26), date(2025, 5, 30)) == set()


def test_gaps_cost_the_same_however_long_one_looks(bev, pre_school, django_assert_num_queries):
    with django_assert_num_queries(1):
        cover_gaps(bev, pre_school.pk, MONDAY, MONDAY)
    with django_assert_num_queries(1):
        cover_gaps(bev, pre_school.pk, MONDAY, date(2025, 7, 18))


def test_nobody_working_leaves_every_booked_child_in_a_gap(bev, pre_school):
    system(SystemReason.WRITING, WorkingPattern).filter(setting=pre_school).delete()
    gaps = names_in_gaps(bev, pre_school, MONDAY, MONDAY)
    assert {"Mali", "Kai", "Ellie"} <= {name for _day, _session, name in gaps}


def test_the_map_says_who_looks_after_whom_and_whom_nobody(world, bev):
    desk = desk_of(bev, world.settings["pre-school"])
    found = key_map(bev, desk)
    sian = next(one for one in found.carers if one.name == "Sian Prosser")
    assert [child.name for child in sian.key_of] == ["Alfie", "Mali", "Noah", "Yusuf", "Zofia"]
    assert sian.languages == ("en", "cy")
    assert found.without == ()
    system(SystemReason.WRITING, KeyPerson).filter(child=world.children["Mali Evans"]).delete()
    assert [child.name for child in key_map(bev, desk).without] == ["Mali"]


def test_more_children_than_the_rule_says_is_shown_as_a_question(world, bev, signed_in, pre_school):
    rows = system(SystemReason.WRITING, KeyPerson).filter(setting=pre_school, kind="key")
    rows.update(person=world.people["key-person"])
    html = signed_in("manager").get("/desk/people/key-people/").content.decode()
    assert "10, more than 8" in html


def test_the_page_of_gaps_leads_to_naming_a_buddy(world, signed_in):
    html = signed_in("manager").get("/desk/people/cover/").content.decode()
    assert f"/desk/children/{world.children['Kai']}/buddy/" in html
    assert "Mali" not in html


@pytest.mark.parametrize("who", ["key-person", "mother", "other-setting-manager", "committee-chair"])
def test_the_map_of_this_setting_is_for_its_leaders(who, signed_in):
    for address in ("/desk/people/key-people/", "/desk/people/cover/"):
        answer = signed_in(who).get(address)
        assert answer.status_code == 404 or "Mali" not in answer.content.decode()
