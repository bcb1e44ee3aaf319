"""What stands around a page, with and without anybody having registered it."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.messages.storage.base import Message
from django.http import HttpRequest
from django.template import RequestContext
from django.template.loader import render_to_string
from django.test import Client, RequestFactory

from seren.foundation.ui.context import around
from seren.foundation.ui.door import Frame, Place, Switch, register_frame, register_places, register_wearing
from seren.foundation.ui.frame import places_of, places_within, registered


@pytest.fixture(autouse=True)
def _nothing_registered() -> Iterator[None]:
    before = (dict(registered.places), registered.frame, registered.wears)
    registered.places.clear()
    registered.frame = registered.wears = None
    yield
    registered.places.clear()
    registered.places.update(before[0])
    registered.frame, registered.wears = before[1:]


def drawn(layout: str, path: str = "/stars/", **given: Any) -> str:
    request = RequestFactory().get(path)
    return render_to_string(f"ui/{layout}.html", given, request)


@pytest.mark.parametrize("layout", ["base", "family", "staff", "desk", "open", "print"])
def test_a_page_shows_without_anybody_having_registered(layout: str):
    html = drawn(layout)
    assert '<main id="main"' in html
    assert "<title> · Seren</title>" in html


def test_places_of_several_rooms_are_one_list_in_order():
    register_places("family", lambda request: [Place("/talk/", "Talk", "talk", 30)])
    register_places(
        "family",
        lambda request: [Place("/today/", "Today", "today", 10), Place("/stars/", "Stars", "star", 20)],
    )
    register_places("desk", lambda request: [Place("/desk/", "Needs you", "today")])
    shown = places_of("family", RequestFactory().get("/stars/new/"))
    assert [(place.label, place.current) for place in shown] == [
        ("Today", False),
        ("Stars", True),
        ("Talk", False),
    ]


def test_registering_twice_is_registering_once():
    def fill(request: HttpRequest) -> list[Place]:
        return [Place("/x/", "X", "go")]

    register_places("family", fill)
    register_places("family", fill)
    assert len(places_of("family", RequestFactory().get("/"))) == 1


def test_only_the_closest_place_is_the_current_one():
    register_places(
        "desk", lambda request: [Place("/desk/", "Today", "today"), Place("/desk/people/", "Staff", "people")]
    )
    shown = {p.label: p.current for p in places_of("desk", RequestFactory().get("/desk/people/7/"))}
    assert shown == {"Today": False, "Staff": True}


def test_a_place_is_current_on_its_pages_at_another_address():
    outings = Place("/room/outings/", "Outings", "on", within="/room/", also=("/room/outing/",))
    register_places("room", lambda request: [Place("/room/", "Room", "door"), outings])
    inside = {
        p.label: p.current for p in places_within("room", RequestFactory().get("/room/outing/7/sheet/"))
    }
    assert inside == {"Room": False, "Outings": True}
    assert [p.current for p in places_of("room", RequestFactory().get("/room/outing/7/"))] == [True]


def test_help_and_phone_and_languages_are_in_the_foot_of_every_page():
    register_frame(
        lambda request: Frame(
            brand="Hill Lane", foot=("Sian is here.",), phone="01632 960 512", help_url="/help/"
        )
    )
    for layout in ("family", "staff", "desk", "open"):
        foot = drawn(layout).partition("<footer")[2]
        order = [foot.index(words) for words in ("Sian is here.", "tel:01632960512", "/help/", "#langs")]
        assert order == sorted(order), layout


def test_names_and_numbers_keep_their_direction():
    register_frame(lambda request: Frame(phone="01632 960 512"))
    assert '<bdi dir="ltr">01632 960 512</bdi>' in drawn("family")


def test_what_the_frame_says_is_never_markup():
    register_frame(lambda request: Frame(brand="<b>Hill", foot=("<i>Sian",), me="<u>Bev", me_url="/x/"))
    html = drawn("desk")
    for trace in ("<b>Hill", "<i>Sian", "<u>Bev"):
        assert trace not in html


def test_the_frame_is_asked_for_once_a_request_and_only_if_it_is_shown():
    calls: list[HttpRequest] = []
    register_frame(lambda request: calls.append(request) or Frame())
    request = RequestFactory().get("/")
    RequestContext(request)
    around(request)
    assert calls == []
    render_to_string("ui/family.html", {}, request)
    assert len(calls) == 1


def test_hats_and_settings_are_posted():
    register_frame(
        lambda request: Frame(
            hats=(Switch("Family", "/as/", False, "family"), Switch("Staff", "/as/", True, "room")),
            settings=(
                Switch("Hill Lane", "/setting/", True, "1"),
                Switch("Mill Road", "/setting/", False, "2"),
            ),
        )
    )
    html = drawn("staff")
    assert '<form method="post" action="/as/">' in html
    assert 'name="hat" value="family"' in html
    assert 'value="room"' not in html
    assert '<span aria-current="true">Staff</span>' in html
    assert '<form method="post" action="/setting/">' in html
    assert 'name="setting" value="2"' in html
    assert 'value="1"' not in html


def test_nobody_is_led_into_places_of_a_hat_they_do_not_wear():
    register_places("family", lambda request: [Place("/today/", "Today", "today")])
    register_wearing(lambda request, hat: hat == "room")
    assert places_of("family", RequestFactory().get("/family/how-to-reach-me/")) == ()


def test_a_notice_of_the_demo_has_its_link_beside_it():
    register_frame(lambda request: Frame(notices=("Made up.",), elsewhere=Switch("Somebody else", "/demo/")))
    assert '<p>Made up. <a href="/demo/">Somebody else</a></p>' in drawn("family")


def test_welsh_stands_first_where_the_setting_says_so():
    register_frame(lambda request: Frame(welsh_first=True))
    nav = drawn("family").partition('class="langs')[2]
    assert nav.index("Cymraeg") < nav.index("English")


def test_links_to_other_languages_keep_what_was_asked():
    html = drawn("family", "/stars/?child=a&amp=1&lang=cy")
    assert 'href="?child=a&amp;amp=1&amp;lang=cy"' in html


def test_every_page_begins_with_a_way_past_the_navigation():
    body = drawn("family").partition("<body>")[2].lstrip()
    assert body.startswith('<a class="skip" href="#main">')


def test_a_note_is_shown_with_its_undo_and_a_refusal_without():
    notes = [Message(25, "Sent to Sian.", "/undo/1/"), Message(40, "Too late <b>.", "")]
    request = RequestFactory().get("/")
    html = render_to_string("ui/parts/notes.html", {"messages": notes}, request)
    assert 'action="/undo/1/"' in html
    assert html.count("<form") == 1
    assert "csrfmiddlewaretoken" in html
    assert "Too late &lt;b&gt;." in html


def test_print_pages_carry_no_script_and_no_navigation():
    html = drawn("print")
    assert "<script" not in html
    assert "places" not in html


def test_a_parents_page_is_small(client: Client):
    import gzip

    page = client.get("/nothing/")
    assert len(gzip.compress(page.content)) < 4_000
