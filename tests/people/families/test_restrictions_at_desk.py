"""Orders and decisions on a child's page at the desk, and as the first lines of what needs a leader today."""

import re
from datetime import timedelta

import pytest
import time_machine

from seren.foundation.access.door import SystemReason, system
from seren.people.families.domain import ask_lift
from seren.people.families.models import Order, Restriction
from seren.people.families.terms import RestrictionBasis, RestrictionCode
from tests.binding import caution
from tests.people.families.test_restrictions import do
from tests.world import sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def of(world, rest: str = "") -> str:
    return f"/desk/children/{world.children['Mali Evans']}/{rest}"


def html(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def typed(world, **other):
    return {
        "adult": str(world.people["father-other-home"]), "kind": "prohibited-steps",
        "codes": ["no-collect", "no-images"], "terms": "He may not take Mali out of school.",
        "court": "Family court", "number": "QX25P00001", "copy_seen": "on",
        "made_on_day": "12", "made_on_month": "5", "made_on_year": "2025",
        "ends_on_day": "", "ends_on_month": "", "ends_on_year": "", **other,
    }  # fmt: skip


def test_an_order_is_recorded_and_stands_on_the_page_with_what_it_stops(signed_in, world):
    bev = signed_in("manager")
    assert bev.post(of(world, "orders/add/"), typed(world)).status_code == 303
    page = html(bev, of(world))
    for words in (
        "Prohibited steps order",
        "May not collect",
        "No pictures",
        "QX25P00001",
        "It names no end.",
    ):
        assert words in page
    assert "No information" not in page


def test_who_may_not_collect_is_not_said_to_collect(signed_in, world):
    bev = signed_in("manager")

    def tags() -> list[str]:
        adults = bev.get(of(world)).context_data["page"].adults
        return [str(tag.words) for adult in adults if adult.name == "Gareth Evans" for tag in adult.tags]

    assert "May collect" in tags()
    bev.post(of(world, "orders/add/"), typed(world))
    assert "May collect" not in tags()
    assert "May not collect" in tags()


def test_what_one_order_stops_stands_together(signed_in, world):
    bev = signed_in("manager")
    bev.post(of(world, "orders/add/"), typed(world))
    (paper,) = bev.get(of(world)).context_data["page"].of.bound
    assert {one.code.value for one in paper.restrictions} == {"no-collect", "no-images"}


def test_the_words_of_an_order_are_sealed(signed_in, world):
    signed_in("manager").post(of(world, "orders/add/"), typed(world))
    order = system(SystemReason.SHOWING, Order).get(adult=world.people["father-other-home"])
    assert b"school" not in bytes(order.__dict__["details"])
    assert order.details["terms"] == "He may not take Mali out of school."


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"codes": []}, "What it stops"),
        ({"made_on_year": "2026"}, "An order cannot be made on a day to come."),
        (
            {"ends_on_day": "1", "ends_on_month": "5", "ends_on_year": "2025"},
            "The last day is before the day it was made.",
        ),
    ],
)
def test_what_makes_no_sense_is_told_and_what_was_typed_stays(signed_in, world, wrong, told):
    answer = signed_in("manager").post(of(world, "orders/add/"), typed(world, **wrong))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert told in page
    assert "He may not take Mali out of school." in page
    assert not system(SystemReason.SHOWING, Order).filter(adult=world.people["father-other-home"]).exists()


def test_a_manager_is_offered_a_caution_and_the_safeguarding_lead_a_decision(signed_in, world):
    offered = html(signed_in("manager"), of(world, "restrictions/add/"))
    assert "Caution, to be decided" in offered
    assert "Decision of the safeguarding lead" not in offered
    assert "Decision of the safeguarding lead" in html(
        signed_in("safeguarding-lead"), of(world, "restrictions/add/")
    )


def test_one_asks_another_agrees_and_the_father_sees_his_child_again(signed_in, world):
    held = caution(world)
    gareth, bev, tom = (signed_in(who) for who in ("father-other-home", "manager", "deputy"))
    assert "Mali" not in html(gareth, "/today/")
    asked = of(world, f"restrictions/{held.pk}/ask/")
    assert "Lift what binds Gareth Evans about Mali" in html(bev, asked)
    assert bev.post(asked, {"reason": "The court found nothing."}).status_code == 303
    assert "You asked. Another leader must agree." in html(bev, of(world))
    assert "Agree and lift it" not in html(bev, of(world))
    assert "Somebody asks to lift a restriction" in html(tom, "/desk/")
    assert "Somebody asks to lift a restriction" not in html(bev, "/desk/")
    page = html(tom, of(world))
    assert "The court found nothing." in page
    assert "Agree and lift it" in page
    tom.post(of(world, f"restrictions/{held.pk}/lift/"))
    assert "Mali" in html(gareth, "/today/")


def test_whoever_looks_again_lets_it_stand_and_is_reminded_later(signed_in, world):
    held = caution(world)
    do(ask_lift, world, "manager", held, world.present, reason="He is nice.")
    signed_in("deputy").post(of(world, f"restrictions/{held.pk}/keep/"))
    held.refresh_from_db()
    assert held.lift_asked_by_id is None
    assert held.lifted_at is None
    assert held.review_on == world.present.date() + timedelta(days=90)


def test_what_is_overdue_is_the_first_line_of_the_desk_and_its_author_cannot_end_it(client, world):
    held = caution(world)
    after = held.decide_by + timedelta(hours=9)
    with time_machine.travel(after, tick=False):
        bev, tom = (sign_in(type(client)(), world, who) for who in ("manager", "deputy"))
        for leader in (bev, tom):
            late = leader.get("/desk/").context_data["page"].late
            assert late[0].title == "A decision about Mali is overdue"
            assert len(late) > 1
        assert "End it now" not in html(bev, of(world))
        assert "End it now" in html(tom, of(world))
        tom.post(of(world, f"restrictions/{held.pk}/lift/"))
    held.refresh_from_db()
    assert held.lifted_by_id == world.people["deputy"]


def test_before_its_day_a_caution_is_on_the_list_with_its_day(signed_in, world):
    caution(world)
    page = signed_in("safeguarding-lead").get("/desk/").context_data["page"]
    assert [need.title for need in page.later if "Decide" in need.title] == ["Decide about Mali"]


def without_tokens(client, address: str) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", html(client, address))


def test_staff_of_the_room_and_the_other_parent_are_told_nothing_of_it(signed_in, world):
    homes = {"mother": "/today/", "key-person": "/room/"}
    before = {who: without_tokens(signed_in(who), page) for who, page in homes.items()}
    caution(world, RestrictionCode.NO_COLLECT, RestrictionBasis.SAFEGUARDING, by="safeguarding-lead")
    assert {who: without_tokens(signed_in(who), page) for who, page in homes.items()} == before
    held = system(SystemReason.SHOWING, Restriction).get(adult=world.people["father-other-home"])
    for who in ("key-person", "mother", "father-other-home", "stranger-parent"):
        client = signed_in(who)
        for rest in ("orders/add/", "restrictions/add/", f"restrictions/{held.pk}/ask/"):
            assert client.get(of(world, rest)).status_code == 404
