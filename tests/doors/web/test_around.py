"""What stands around a page, for each of the cast; and what must never stand there."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from seren.doors.demo.world import World
from seren.people.families.terms import RestrictionCode
from tests.binding import bind

pytestmark = [pytest.mark.db, pytest.mark.django_db]
Read = Callable[..., Any]


def test_mali_s_mum_sees_the_setting_the_key_person_and_whom_to_ring(around: Read):
    page = around("mother", "/today/")
    assert page.brand == "Hill Lane Pre-school"
    assert "Sian Prosser is Mali’s key person." in page.foot
    assert "Ring us:" in page.foot
    assert "Get help in another way" in page.foot


def test_nan_is_told_no_place_and_no_name(around: Read):
    page = around("grandmother", "/today/")
    assert page.brand == "Seren"
    assert "Mali" not in page.foot
    assert "Sian" not in page.foot
    assert "Ring us" not in page.foot


def test_a_father_kept_from_news_learns_no_place_and_no_name(around: Read):
    page = around("father-restricted", "/today/")
    assert page.brand == "Seren"
    for canary in ("Ellie", "Hill Lane", "key person", "Ring us"):
        assert canary not in page.foot + page.head


@pytest.mark.parametrize("code", list(RestrictionCode))
def test_whom_an_order_keeps_from_the_place_the_foot_does_not_tell(
    world: World, around: Read, code: RestrictionCode
):
    bind(world, "father-other-home", code)
    page = around("father-other-home", "/today/")
    told = code in (RestrictionCode.NO_COLLECT, RestrictionCode.SUPERVISED, RestrictionCode.NO_IMAGES)
    assert ("Hill Lane" in page.brand) is told
    assert ("Sian Prosser" in page.foot) is told
    assert ("Ring us" in page.foot) is told


def test_bev_sees_both_her_settings_and_what_she_is(around: Read):
    page = around("manager", "/desk/")
    assert "Bev Hartley, Manager" in page.head
    assert "Change setting" in page.head
    assert "Bryn Awel" not in page.head


def test_hannah_has_two_hats_and_the_one_of_the_page_is_current(signed_in: Callable[[str], Client]):
    html = signed_in("parent-and-staff").get("/today/").content.decode()
    assert '<span aria-current="true">Family</span>' in html
    assert 'name="hat" value="room"' in html
    html = signed_in("parent-and-staff").get("/room/").content.decode()
    assert '<span aria-current="true">Staff</span>' in html


def test_a_mother_with_one_hat_has_no_switch(signed_in: Callable[[str], Client]):
    assert 'name="hat"' not in signed_in("mother").get("/today/").content.decode()


def test_what_is_not_there_looks_alike_under_every_hat(signed_in: Callable[[str], Client]):
    hannah = signed_in("parent-and-staff")
    pages = {
        hannah.get(path).content for path in ("/today/nothing/", "/room/nothing/", "/desk/nothing/", "/x/")
    }
    assert len(pages) == 1


@pytest.mark.parametrize("who", ["mother", "key-person", "manager"])
def test_the_frame_costs_one_query(
    world: World, signed_in: Callable[[str], Client], who: str, django_assert_max_num_queries: Any
):
    path = {"mother": "/today/", "key-person": "/room/", "manager": "/desk/"}[who]
    client = signed_in(who)
    client.get(path)
    with django_assert_max_num_queries(3):  # the session, who it is, what stands around
        client.get(path)
