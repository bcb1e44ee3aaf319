"""In which language and theme a page comes: one, whole, and the adult's."""

from collections.abc import Iterator
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.utils import translation
from hypothesis import example, given
from hypothesis import strategies as st

from seren.foundation.ui import completeness, wishes
from seren.foundation.ui.door import Wishes, register_wishes
from seren.foundation.ui.frame import registered

WHOLE = {"cy": ["open", "family", "staff"], "ur": ["open", "family"], "pl": ["open"]}


@pytest.fixture(autouse=True)
def _languages(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(
        completeness, "read_manifest", lambda: {code: frozenset(whole) for code, whole in WHOLE.items()}
    )
    yield
    registered.wishes = registered.keep_language = None
    translation.activate("en")


def asked(address: str = "/", *, accept: str = "", actor: object = None, **cookies: str) -> HttpRequest:
    request = RequestFactory().get(address, headers={"Accept-Language": accept} if accept else {})
    request.COOKIES.update({key.replace("_", "-"): value for key, value in cookies.items()})
    request.actor = actor  # type: ignore[attr-defined]
    return request


def wishing(*languages: str, theme: str = "") -> list[tuple[object, str]]:
    kept: list[tuple[object, str]] = []
    register_wishes(lambda request: Wishes(languages, theme), lambda *pair: kept.append(pair))
    return kept


def test_an_adults_own_wish_comes_first():
    wishing("ur", "pl")
    assert wishes.language_for(asked(accept="cy", seren_lang="cy"), "family") == "ur"


def test_a_page_that_is_not_whole_is_shown_whole_in_the_adults_next_language():
    wishing("ur", "cy")
    assert wishes.language_for(asked(), "staff") == "cy"
    wishing("ur")
    assert wishes.language_for(asked(), "staff") == "en"


def test_a_visitor_is_met_in_the_language_of_the_browser():
    assert wishes.language_for(asked(accept="pl-PL,pl;q=0.9,en;q=0.5"), "open") == "pl"
    assert wishes.language_for(asked(accept="pl-PL,pl;q=0.9,en;q=0.5"), "family") == "en"
    assert wishes.language_for(asked(accept="pl", seren_lang="cy"), "open") == "cy"
    assert wishes.language_for(asked(), "open") == "en"


@example("a" * 600, "")
@example("en-GB," * 200, "")
@given(st.text(max_size=40), st.text(max_size=12))
def test_no_header_or_cookie_leads_to_a_language_we_do_not_speak(header: str, cookie: str):
    request = asked(seren_lang=cookie)
    request.META["HTTP_ACCEPT_LANGUAGE"] = header
    assert wishes.language_for(request, "family") in {"en", "cy", "ur"}


def answered(request: HttpRequest, audience: str = "family") -> HttpResponse:
    view = SimpleNamespace(audience=audience)

    def respond(request: HttpRequest) -> HttpResponse:
        middleware.process_view(request, view, (), {})
        return HttpResponse(translation.get_language())

    middleware = wishes.WishesMiddleware(respond)
    response = middleware(request)
    assert isinstance(response, HttpResponse)
    return response


def test_the_page_says_its_language_and_what_it_depends_on():
    response = answered(asked(accept="cy"))
    assert response.content == b"cy"
    assert response.headers["Content-Language"] == "cy"
    assert response.headers["Vary"] == "Accept-Language, Cookie"
    assert translation.get_language() == "en"


def test_a_view_without_words_asks_nobody_for_their_wishes():
    calls = []
    register_wishes(lambda request: calls.append(request), lambda *_: None)  # type: ignore[func-returns-value]
    response = answered(asked(), audience="")
    assert calls == []
    assert "Content-Language" not in response.headers
    assert "Vary" not in response.headers


def test_choosing_a_language_keeps_it_and_comes_back_to_the_same_page():
    kept = wishing("en")
    mother = SimpleNamespace(person=uuid4())
    response = answered(asked("/stars/?lang=cy&child=x&child=y", actor=mother))
    assert response.status_code == 303
    assert response.headers["Location"] == "/stars/?child=x&child=y"
    assert response.cookies["seren-lang"].value == "cy"
    assert kept == [(mother.person, "cy")]


def test_a_visitors_choice_is_kept_in_the_browser_alone():
    kept = wishing()
    response = answered(asked("/in/?lang=pl"))
    assert response.cookies["seren-lang"].value == "pl"
    assert kept == []


@pytest.mark.parametrize("query", ["lang=xx", "lang=", "theme=pink", "lang=en-GB", "other=cy"])
def test_an_unknown_choice_is_no_choice(query: str):
    assert answered(asked(f"/stars/?{query}")).status_code == 200


def test_a_post_is_never_led_elsewhere():
    request = RequestFactory().post("/stars/?lang=cy")
    assert answered(request).status_code == 200


@pytest.mark.parametrize("path", ["//evil.example/", "/\\evil.example/", "///evil.example/x/"])
def test_a_choice_never_leads_to_another_host(path: str):
    request = asked("/?lang=cy")
    request.path = path
    to = answered(request).headers["Location"]
    assert to.startswith("/")
    assert not to.startswith(("//", "/\\"))


def test_a_theme_is_the_browsers_choice_then_the_adults_wish():
    wishing(theme="night")
    assert wishes.theme_of(asked()) == "night"
    assert wishes.theme_of(asked(seren_theme="plain")) == "plain"
    assert wishes.theme_of(asked(seren_theme="pink")) == ""
    assert answered(asked("/?theme=phone")).cookies["seren-theme"].value == ""


def test_languages_are_beside_each_other_and_only_whole_ones_are_offered(client: Client):
    page = client.get("/gallery/").content.decode()
    head = page[: page.index("<main")]
    assert head.index(">English<") < head.index('href="?lang=cy"')
    assert "More languages" not in head
    missing = client.get("/nothing/").content.decode()
    assert 'lang="ur" hreflang="ur" dir="rtl"' in missing
    assert 'hreflang="pl"' not in missing
