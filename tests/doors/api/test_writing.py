"""What a program does: the verbs of the pages. A call sent twice is one."""

import json
from datetime import timedelta

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seren.foundation.access.door import SystemReason, system
from seren.foundation.kernel import clock, ids
from seren.partnership.journal.models import Moment, RecordRequest, Reply
from tests import world as worlds

pytestmark = pytest.mark.db
PROBLEM = "application/problem+json"


def rows(model):
    return system(SystemReason.MENDING, model)


@pytest.fixture
def moment_body(world):
    """A moment of Mali, noted by her key person."""
    return {
        "children": [str(world.children["Mali Evans"])],
        "words": "Mali built a bridge from the long blocks.",
        "language": "en",
        "happened_at": (clock.now() - timedelta(minutes=20)).isoformat(),
    }


def test_a_star_from_home_is_put_once(program, star_body, new_id):
    mother, key = program("mother"), new_id()
    first = mother.put(f"/moments/{key}", star_body)
    assert (first.status_code, first.json()["state"], first.json()["audience"]) == (201, "shared", "family")
    again = mother.put(f"/moments/{key}", star_body)
    assert (again.status_code, again.json()) == (200, first.json())
    other = mother.put(f"/moments/{key}", star_body | {"words": "Something else."})
    assert (other.status_code, other["Content-Type"], other.json()["code"]) == (409, PROBLEM, "conflict")
    assert rows(Moment).filter(pk=key).count() == 1


def test_the_id_of_somebody_else_is_not_there(world, program, star_body):
    answer = program("mother").put(f"/moments/{world.moments['ellie']}", star_body)
    assert answer.status_code == 404


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=60),
    language=st.sampled_from(["en", "cy", "pl", "pt-BR"]),
    exact=st.booleans(),
    audience=st.sampled_from(["family", "team", "key_person"]),
)
def test_put_twice_is_put_once(world, program, star_body, words, language, exact, audience):
    mother, key = program("mother"), str(ids.new())
    at = star_body["happened_at"] if exact else star_body["happened_at"][:10]
    body = star_body | {"words": words, "language": language, "happened_at": at, "audience": audience}
    first, again = (mother.put(f"/moments/{key}", body) for _ in range(2))
    if first.status_code == 201:
        assert (again.status_code, again.json()) == (200, first.json())
    else:
        assert first.status_code == 422
        assert (again.status_code, again.content) == (422, first.content)
        assert not rows(Moment).filter(pk=key).exists()


def test_staff_put_a_draft_share_it_and_take_it_back(world, program, moment_body, new_id):
    sian, key = program("key-person"), new_id()
    assert sian.put(f"/moments/{key}", moment_body).json()["state"] == "draft"
    assert program("mother").get(f"/moments/{key}").status_code == 404
    for _ in range(2):
        shared = sian.post(f"/moments/{key}/share")
        assert (shared.status_code, shared.json()["state"]) == (200, "shared")
    for _ in range(2):
        gone = sian.post(f"/moments/{key}/withdraw")
        assert (gone.status_code, gone.json()["state"], gone.json()["words"]) == (200, "withdrawn", None)
    back = sian.post(f"/moments/{key}/share")
    assert (back.status_code, back["Content-Type"]) == (404, PROBLEM)


def test_words_that_name_another_child_are_stopped(world, program, moment_body, new_id):
    body = moment_body | {"words": "Mali and Zofia built a bridge.", "share": True}
    answer = program("key-person").put(f"/moments/{new_id()}", body)
    assert (answer.status_code, answer.json()["code"]) == (422, "names-other-child")
    assert "Zofia" in answer.json()["detail"]


@pytest.mark.parametrize(
    "change",
    [
        {"happened_at": "2035-01-01T10:00:00Z"},
        {"happened_at": "0001-01-01T00:00:00+14:00"},
        {"happened_at": "2025-05-14T10:00:00"},
        {"quick_word": "no-such-word"},
        {"areas": ["X.NONE"]},
        {"language": "not a language"},
        {"children": []},
        {"words": "a\x00b"},
        {"words": "x" * 20_001},
        {"nothing_we_know": 1},
        {"share": False},
        {"words": "", "quick_word": ""},
    ],
)
def test_what_cannot_be_taken_says_why(program, star_body, new_id, change):
    key = new_id()
    answer = program("mother").put(f"/moments/{key}", star_body | change)
    assert (answer.status_code, answer["Content-Type"]) == (422, PROBLEM)
    assert answer.json()["detail"]
    assert not rows(Moment).filter(pk=key).exists()


def test_an_id_that_is_no_uuid7_is_refused(program, star_body):
    answer = program("mother").put("/moments/6f1f0f0e-7a44-4d4f-9a54-0d6f1f5c7d11", star_body)
    assert (answer.status_code, answer.json()["code"]) == (422, "no-uuid7")


def test_no_json_is_a_problem_too(world, program, new_id):
    mother = program("mother")
    answer = mother._client.put(f"/api/v1/moments/{new_id()}", "{", content_type="application/json")
    assert (answer.status_code, answer["Content-Type"]) == (422, PROBLEM)


def test_both_homes_answer_and_staff_answer_each(world, program, new_id):
    tower, key = world.moments["tower"], new_id()
    said = {"words": "He builds them at home as well.", "language": "en", "kind": "words"}
    mother = program("mother")
    first = mother.put(f"/moments/{tower}/replies/{key}", said)
    assert (first.status_code, first.json()["mine"]) == (201, True)
    assert mother.put(f"/moments/{tower}/replies/{key}", said).status_code == 200
    other = mother.put(f"/moments/{tower}/replies/{key}", said | {"words": "Other words."})
    assert (other.status_code, other.json()["code"]) == (409, "conflict")
    taken = program("father-other-home").put(f"/moments/{tower}/replies/{key}", said)
    assert taken.status_code == 404
    father = program("father-other-home").get(f"/moments/{tower}").json()["replies"]
    assert key not in {reply["id"] for reply in father}

    answer = {"words": "Thank you for telling us.", "language": "en", "kind": "words"}
    to_mother = answer | {"talk_with": str(world.people["mother"])}
    kept = program("key-person").put(f"/moments/{tower}/replies/{new_id()}", to_mother)
    assert kept.status_code == 201
    assert kept.json()["id"] in {one["id"] for one in mother.get(f"/moments/{tower}").json()["replies"]}
    heart = program("key-person").put(
        f"/moments/{tower}/replies/{new_id()}", to_mother | {"kind": "heart", "words": ""}
    )
    assert (heart.status_code, heart.json()["code"]) == (422, "staff-words")


def test_a_heart_is_given_once(world, program, new_id):
    group = world.moments["group"]
    heart = {"words": "", "language": "en", "kind": "heart"}
    mother = program("mother")
    first = mother.put(f"/moments/{group}/replies/{new_id()}", heart)
    again = mother.put(f"/moments/{group}/replies/{new_id()}", heart)
    assert {first.status_code, again.status_code} <= {200, 201}
    assert first.json()["id"] == again.json()["id"]


def test_the_key_person_thanks_for_a_star(world, program):
    waiting = world.moments["waiting"]
    answer = program("key-person").post(f"/moments/{waiting}/acknowledge")
    assert (answer.status_code, answer.json()["thanked"]) == (200, True)
    assert program("key-person").post(f"/moments/{waiting}/acknowledge").status_code == 200
    assert rows(Moment).get(pk=waiting).thanked_by_id == world.people["key-person"]


def test_a_wish_for_the_record_is_asked_and_decided(world, program, star_body, new_id):
    mother, key = program("mother"), new_id()
    mother.put(f"/moments/{key}", star_body)
    rows(Moment).filter(pk=key).update(shared_at=clock.now())  # the undo has run out
    from seren.partnership.journal.models import MomentChild

    rows(MomentChild).filter(moment=key).update(shared_at=clock.now())
    for _ in range(2):
        asked = mother.post(f"/moments/{key}/ask-for-record")
        assert (asked.status_code, asked.json()["requests"][0]["decision"]) == (200, "asked")
    sian = program("key-person")
    silent = sian.post(f"/moments/{key}/record-decision", {"accept": False})
    assert (silent.status_code, silent.json()["code"]) == (422, "reason-missing")
    done = sian.post(f"/moments/{key}/record-decision", {"accept": False, "reason": "It is in the plan."})
    assert (done.status_code, done.json()["requests"][0]["decision"]) == (200, "declined")
    told = mother.get(f"/moments/{key}").json()["requests"][0]
    assert told["reason"]["body"] == "It is in the plan."
    assert sian.post(f"/moments/{key}/record-decision", {"accept": True}).status_code == 404
    assert rows(RecordRequest).filter(moment=key).count() == 1


def test_one_asks_for_the_record_of_ones_own_answer(world, program):
    reply = rows(Reply).get(pk=world.replies["tower-from-mother"])
    body = {"reply": str(reply.pk)}
    assert program("mother").post(f"/moments/{reply.moment_id}/ask-for-record", body).status_code == 200
    assert program("father-other-home").post(
        f"/moments/{reply.moment_id}/ask-for-record", body
    ).status_code == 404  # fmt: skip
    other = world.moments["group"]
    assert program("mother").post(f"/moments/{other}/ask-for-record", body).status_code == 404


def test_a_session_needs_the_header_of_our_pages(world, star_body, new_id):
    client = worlds.sign_in(Client(enforce_csrf_checks=True), world, "mother")
    path, body = f"/api/v1/moments/{new_id()}", json.dumps(star_body)
    refused = client.put(path, body, content_type="application/json")
    assert (refused.status_code, refused["Content-Type"], refused.json()["code"]) == (403, PROBLEM, "csrf")
    client.get("/stars/new/")
    token = "a" * 32
    client.cookies["csrftoken"] = token
    from django.conf import settings as product

    client.cookies[product.CSRF_COOKIE_NAME] = token
    taken = client.put(path, body, content_type="application/json", headers={"x-csrftoken": token})
    assert taken.status_code == 201, taken.content
