"""When there is no page: one answer, the same bytes, whatever was asked."""

import re
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from django.test import Client, RequestFactory, override_settings
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seren.foundation.ui import errors
from seren.foundation.ui.door import Frame, Wishes, register_frame, register_wishes
from seren.foundation.ui.frame import registered

SITE = "tests.foundation.ui.sample_site"


@pytest.fixture(autouse=True)
def _unregistered() -> Iterator[None]:
    yield
    registered.frame = registered.wishes = registered.keep_language = None


def answer(address: str, client: Client | None = None) -> tuple[int, dict[str, str], bytes]:
    response = (client or Client()).get(address)
    return response.status_code, dict(response.headers), response.content


@override_settings(ROOT_URLCONF=SITE)
def test_missing_and_not_yours_are_one_answer():
    addresses = [
        "/family/0196d0f2-0000-7000-8000-000000000000/",
        "/family/0196d0f2-0000-7000-8000-00000000ffff/",
        "/family/not-an-id/",
        "/family/%3Cscript%3E/?x=%22",
        "/nothing/at/all/",
        "/robots.txt",
    ]
    answers = [answer(address) for address in addresses]
    assert answers[0][0] == 404
    assert all(other == answers[0] for other in answers)


@override_settings(ROOT_URLCONF=SITE)
def test_the_language_of_the_answer_does_not_depend_on_the_address(monkeypatch: pytest.MonkeyPatch):
    whole = {"ur": frozenset({"family"})}
    monkeypatch.setattr("seren.foundation.ui.completeness.read_manifest", lambda: whole)
    register_wishes(lambda request: Wishes(("ur",)), lambda *_: None)
    family = answer("/family/0196d0f2-0000-7000-8000-000000000000/")
    assert family == answer("/elsewhere/")
    assert family == answer("/staff/0196d0f2-0000-7000-8000-000000000000/")
    assert family[1]["Content-Language"] == "ur"
    assert b'dir="rtl"' in family[2]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.text(alphabet="abcxyz<>\"'/%-_.éŵ", max_size=30))
def test_no_address_is_echoed(path: str):
    status, _, body = answer(f"/q{path}q/")
    assert status == 404
    assert body == answer("/nothing/")[2]


def test_the_page_holds_no_form_no_token_no_name_and_leads_home():
    register_frame(lambda request: Frame(brand="Hill Lane", foot=("Sian is Mali’s key person.",), me="Rhian"))
    html = answer("/nothing/")[2].decode()
    for trace in ("<form", "csrf", "Sian", "Mali", "Rhian", "nothing"):
        assert trace not in html
    assert set(re.findall(r'href="(/\?[^"]*)"', html)) == {"/?lang=cy", "/?lang=ur"}


def test_pending_notes_are_not_spent_on_a_missing_page():
    html = answer("/nothing/")[2].decode()
    assert "undo" not in html


def test_a_broken_page_needs_nothing_that_may_be_broken(django_db_blocker):
    register_frame(lambda request: 1 / 0)  # type: ignore[arg-type, return-value]
    request = RequestFactory().get("/")
    response = errors.broken(request)
    assert response.status_code == 500
    assert "Something went wrong here" in response.content.decode()


@pytest.mark.parametrize(("page", "status"), [("refused", 403), ("unreadable", 400)])
def test_refused_requests_get_a_plain_page(page: str, status: int):
    response = getattr(errors, page)(RequestFactory().get("/"), None)
    assert response.status_code == status
    assert "Go back, load the page again" in response.content.decode()


@override_settings(ROOT_URLCONF=SITE)
def test_a_form_that_was_open_too_long_says_what_to_do():
    response = Client(enforce_csrf_checks=True).post("/reply/", {"kind": "heart"})
    assert response.status_code == 403
    assert "Nothing was sent." in response.content.decode()


def test_an_error_page_in_the_adults_language(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(
        "seren.foundation.ui.completeness.read_manifest", lambda: {"ur": frozenset({"family"})}
    )
    register_wishes(lambda request: Wishes(("ur",)), lambda *_: None)
    request = RequestFactory().get("/")
    request.actor = SimpleNamespace(person=1)  # type: ignore[attr-defined]
    assert 'lang="ur" dir="rtl"' in errors.stale(request).content.decode()
