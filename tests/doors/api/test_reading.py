"""What a program sees: what its adult sees on the pages, and not a byte more."""

import json

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from seren.partnership.journal.queries.stars import LIMIT, Asked, stars_of
from seren.people.families.queries import children_followed

NOT_THERE = b'{"type":"about:blank","title":"Not found","status":404}'
NOBODY = "0196c8fb-b020-7fd7-99ae-7eb89b790fff"
pytestmark = pytest.mark.db


def same(answer):
    """Status, body and headers, less what differs each time."""
    told = {name: value for name, value in answer.headers.items() if name not in ("Date", "X-Request-Id")}
    return answer.status_code, answer.content, told


def test_mother_and_father_see_the_tower_and_only_their_own_talk(world, program):
    path = f"/moments/{world.moments['tower']}"
    mother, father = program("mother").get(path), program("father-other-home").get(path)
    mine, theirs = mother.json(), father.json()
    assert mine["words"] == theirs["words"]
    hers, his = ({reply["id"] for reply in one["replies"]} for one in (mine, theirs))
    assert str(world.replies["tower-from-mother"]) in hers
    assert str(world.replies["tower-from-father"]) in his
    assert not hers & his
    assert "Gareth" not in mother.content.decode()
    assert "Rhian" not in father.content.decode()


def test_a_star_of_the_other_home_is_told_by_its_day_and_no_name(world, program):
    told = program("father-other-home").get(f"/moments/{world.moments['mother-to-family']}").json()
    assert (told["signed"], told["author"]) == ("from-home", "")
    assert (told["happened_at"], told["shared_at"], told["precision"]) == (None, None, "day")
    assert told["audience"] is None
    hers = program("mother").get(f"/moments/{world.moments['mother-to-family']}").json()
    assert hers["signed"] == "me"
    assert hers["shared_at"]


@pytest.mark.parametrize("who", ["stranger-parent", "father-restricted", "other-setting-manager", "mother"])
def test_missing_and_not_yours_are_one_answer(world, program, who):
    moment = world.moments["ellie" if who != "stranger-parent" else "tower"]
    child, photo = world.children["Ellie"], world.photos["ellie"]
    if who in ("stranger-parent",):
        child, photo = world.children["Mali Evans"], world.photos["tower"]
    caller = program(who)
    for theirs, missing in (
        (f"/moments/{moment}", f"/moments/{NOBODY}"),
        (f"/children/{child}/moments", f"/children/{NOBODY}/moments"),
        (f"/photos/{photo}/page", f"/photos/{NOBODY}/page"),
        (f"/moments/{moment}", "/moments/not-an-id"),
        (f"/moments/{moment}", "/nothing/here"),
    ):
        assert same(caller.get(theirs)) == same(caller.get(missing))
        assert caller.get(theirs).content == NOT_THERE
    for act in ("share", "withdraw", "acknowledge", "ask-for-record"):
        answers = [same(caller.post(f"/moments/{one}/{act}")) for one in (moment, NOBODY)]
        assert answers[0] == answers[1]
        assert answers[0][:2] == (404, NOT_THERE)
    reply = {"words": "Hello", "language": "en", "kind": "words"}
    for one in (moment, NOBODY):
        assert caller.put(f"/moments/{one}/replies/{NOBODY}", reply).content == NOT_THERE
        assert caller.put_form(f"/moments/{one}/photos/{NOBODY}", {"alt": ""}).content == NOT_THERE
        decision = {"accept": True}
        assert caller.post(f"/moments/{one}/record-decision", decision).content == NOT_THERE


def test_a_wrong_method_tells_no_more_than_a_wrong_address(world, program):
    caller = program("stranger-parent")
    moment = world.moments["tower"]
    assert same(caller.post(f"/moments/{moment}")) == same(caller.post("/moments/nowhere"))
    assert caller.post("/me").content == NOT_THERE


@pytest.mark.parametrize("header", [None, "Bearer wrong", "Basic bWU6bWU=", "Bearer"])
def test_a_visitor_is_not_signed_in_whatever_they_ask_for(world, header):
    visitor = Client(headers={"authorization": header} if header else {})
    answers = {
        (answer.status_code, answer.content)
        for path in ("me", f"moments/{world.moments['tower']}", "nothing", "openapi.json", "docs")
        for answer in [visitor.get(f"/api/v1/{path}")]
    }
    assert answers == {(401, b'{"type":"about:blank","title":"Not signed in","status":401}')}


def test_children_are_those_visible_and_go_on_by_a_signed_place(world, program):
    key_person = program("key-person")
    whole = key_person.get("/children", limit=50).json()
    assert whole["next"] is None
    walked, cursor = [], ""
    while cursor is not None:
        page = key_person.get("/children", limit=2, cursor=cursor).json()
        assert len(page["items"]) <= 2
        walked += page["items"]
        cursor = page["next"]
    assert walked == whole["items"]
    place = key_person.get("/children", limit=2).json()["next"]
    stolen = program("manager").get("/children", cursor=place)
    assert stolen.status_code == 422
    assert stolen.json()["code"] == "bad-cursor"


def test_a_grandmother_is_told_no_name(world, program):
    told = program("grandmother").get("/me").json()
    assert [child["known_as"] for child in told["children"]] == [""]


FAMILY = ("mother", "father-other-home", "grandmother", "foster-carer", "parent-urdu", "parent-polish",
          "parent-welsh", "stranger-parent", "parent-and-staff", "parent-without-pr")  # fmt: skip


@pytest.mark.parametrize("who", FAMILY)
def test_the_list_of_the_api_is_the_list_of_the_page(world, program, who):
    actor = world.actor(who)
    caller = program(who)
    for child in children_followed(actor):
        page = stars_of(actor, ("en",), Asked(child=child.id))
        told = caller.get(f"/children/{child.id}/moments", limit=LIMIT).json()
        cards = [card.id for month in page.months for card in month.cards]
        assert [one["id"] for one in told["items"]] == cards
        assert bool(told["next"]) == bool(page.older)


def test_as_many_questions_for_one_moment_as_for_thirty(world, program):
    caller = program("mother")
    child = world.children["Mali Evans"]
    caller.get("/me")
    asked = {}
    for limit in (1, 3, 30):
        with CaptureQueriesContext(connection) as queries:
            told = caller.get(f"/children/{child}/moments", limit=limit).json()
        asked[len(told["items"])] = len(queries)
    assert len(asked) > 1
    assert len(set(asked.values())) == 1, asked
    assert max(asked.values()) <= 12


@pytest.mark.parametrize("path", ["/me", "/children", "/moments/{moment}", "/children/{child}"])
def test_no_call_asks_more_than_twelve_questions(world, program, path):
    caller = program("mother")
    with CaptureQueriesContext(connection) as queries:
        answer = caller.get(path.format(moment=world.moments["tower"], child=world.children["Mali Evans"]))
    assert answer.status_code == 200
    assert len(queries) <= 12


def test_staff_who_see_a_strangers_photos_leave_a_note(world, program):
    from seren.foundation.audit.models import Entry

    before = Entry.objects.filter(event="audit.saw").count()
    program("manager").get(f"/children/{world.children['Mali Evans']}/moments")
    seen = Entry.objects.filter(event="audit.saw").count()
    assert seen > before
    program("key-person").get(f"/moments/{world.moments['tower']}")
    program("mother").get(f"/moments/{world.moments['tower']}")
    assert Entry.objects.filter(event="audit.saw").count() == seen


def test_the_schema_names_every_call_of_the_contract(program):
    paths = program("mother").get("/openapi.json").json()["paths"]
    calls = {f"{method.upper()} {path}" for path, methods in paths.items() for method in methods}
    moment = "/api/v1/moments/{moment}"
    assert calls == {
        "GET /api/v1/me",
        "GET /api/v1/children",
        "GET /api/v1/children/{child}",
        "GET /api/v1/children/{child}/moments",
        f"PUT {moment}",
        f"GET {moment}",
        f"PUT {moment}/photos/{{photo}}",
        f"POST {moment}/share",
        f"POST {moment}/withdraw",
        f"PUT {moment}/replies/{{reply}}",
        f"POST {moment}/acknowledge",
        f"POST {moment}/ask-for-record",
        f"POST {moment}/record-decision",
    }


def test_the_page_of_the_api_lists_them(signed_in):
    page = signed_in("mother").get("/api/v1/docs")
    assert page.status_code == 200
    assert "/api/v1/moments/{moment}/record-decision" in page.content.decode()
    assert json.loads(signed_in("mother").get("/api/v1/me").content)["hats"] == ["family"]
