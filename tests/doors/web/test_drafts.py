"""What somebody typed and could not send: kept for a day, for them alone, at this browser."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from seren.doors.demo.world import World
from seren.foundation.access.door import NotThere
from seren.foundation.kernel import clock
from tests import world as worlds
from tests.doors.web import drafts_urls

pytestmark = [pytest.mark.db, pytest.mark.django_db]
SignedIn = Callable[[str], Client]
HERE = "/stars/new/mali/"
WORDS = "Mali counted the ducks in Welsh."


@pytest.fixture(autouse=True)
def _a_page_with_a_form(settings: Any) -> Iterator[None]:
    settings.ROOT_URLCONF = "tests.doors.web.drafts_urls"
    drafts_urls.SENT.clear()
    yield
    drafts_urls.SENT.clear()


def fields(client: Client, path: str = HERE) -> dict[str, str]:
    """What the form of the page carries besides what is typed."""
    html = client.get(path).content.decode()
    found = re.findall(r'<input type="hidden" name="(draft-[a-z]+)" value="([^"]*)"', html)
    return {name: unescape(value) for name, value in found}


def sign_out(client: Client) -> None:
    client.cookies.pop("seren-session")


def test_a_refused_star_is_there_again_when_she_comes_back(signed_in: SignedIn):
    rhian = signed_in("mother")
    typed = {**fields(rhian), "words": "rude ducks", "who": ["family"], "seen_day": "3", "seen_month": "5"}
    assert rhian.post(HERE, typed).status_code == 422
    html = rhian.get(HERE).content.decode()
    assert "rude ducks" in html
    assert re.search(r'value="family"[^>]* checked', html)
    assert not re.search(r'value="team"[^>]* checked', html)
    assert re.search(r'name="seen_day"[^>]* value="3"', html)
    assert "Your words from 14 May, 10:40 are still here." in html


def test_what_was_sent_is_not_offered_again(signed_in: SignedIn):
    rhian = signed_in("mother")
    rhian.post(HERE, {**fields(rhian), "words": "rude ducks"})
    assert rhian.post(HERE, {**fields(rhian), "words": "kind ducks"}).status_code == 303
    html = rhian.get(HERE).content.decode()
    assert "ducks" not in html
    assert len(drafts_urls.SENT) == 1


def test_words_sent_after_the_sign_in_ran_out_come_back_after_signing_in(world: World, signed_in: SignedIn):
    rhian = signed_in("mother")
    carried = fields(rhian)
    sign_out(rhian)
    photo = SimpleUploadedFile("ducks.jpg", b"not kept", "image/jpeg")
    answer = rhian.post(HERE, {**carried, "words": WORDS, "photo": photo})
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/in/?next={HERE}")
    assert drafts_urls.SENT == []
    worlds.sign_in(rhian, world, "mother")
    html = rhian.get(HERE).content.decode()
    assert WORDS in html
    assert "We did not keep your photos. Choose them again." in html


def test_nobody_else_at_the_same_browser_is_offered_them(world: World, signed_in: SignedIn):
    browser = signed_in("mother")
    carried = fields(browser)
    sign_out(browser)
    browser.post(HERE, {**carried, "words": WORDS})
    worlds.sign_in(browser, world, "father-other-home")
    assert WORDS not in browser.get(HERE).content.decode()


def test_she_is_offered_them_at_no_other_browser(signed_in: SignedIn):
    rhian = signed_in("mother")
    rhian.post(HERE, {**fields(rhian), "words": "rude ducks"})
    assert "ducks" not in signed_in("mother").get(HERE).content.decode()


def test_another_child_has_a_form_of_its_own(signed_in: SignedIn):
    rhian = signed_in("mother")
    rhian.post(HERE, {**fields(rhian), "words": "rude ducks"})
    assert "ducks" not in rhian.get("/stars/new/other/").content.decode()


def test_words_of_one_are_never_sent_as_another(world: World, signed_in: SignedIn):
    """Rhian’s page was open in one tab; in another Gareth signed in. Her words stay hers."""
    browser = signed_in("mother")
    carried = fields(browser)
    worlds.sign_in(browser, world, "father-other-home")
    answer = browser.post(HERE, {**carried, "words": WORDS}, follow=True)
    assert drafts_urls.SENT == []
    assert "Somebody else was signed in when you wrote it." in answer.content.decode()
    worlds.sign_in(browser, world, "mother")
    assert WORDS in browser.get(HERE).content.decode()


def test_typing_is_kept_while_she_types(signed_in: SignedIn):
    rhian = signed_in("mother")
    carried = fields(rhian)
    assert rhian.post("/drafts/tests.star/", {**carried, "words": WORDS}).status_code == 204
    assert WORDS in rhian.get(HERE).content.decode()
    assert rhian.post("/drafts/tests.star/", {**carried, "words": " "}).status_code == 422


@pytest.mark.parametrize(
    "change", [{"draft-stamp": "x"}, {"draft-form": "journal.nothing"}, {"draft-form": ""}]
)
def test_a_draft_without_our_stamp_is_not_there(signed_in: SignedIn, change: dict[str, str]):
    rhian = signed_in("mother")
    assert rhian.post("/drafts/tests.star/", {**fields(rhian), "words": WORDS, **change}).status_code == 404
    assert WORDS not in rhian.get(HERE).content.decode()


def test_her_stamp_keeps_nothing_for_him(world: World, signed_in: SignedIn):
    browser = signed_in("mother")
    carried = fields(browser)
    worlds.sign_in(browser, world, "father-other-home")
    assert browser.post("/drafts/tests.star/", {**carried, "words": WORDS}).status_code == 404


def test_a_stranger_with_no_stamp_leaves_nothing(signed_in: SignedIn):
    stranger = Client()
    answer = stranger.post(
        HERE, {"words": WORDS, "draft-form": "tests.star", "draft-page": "https://bad.example/"}
    )
    assert answer.headers["Location"] == f"/in/?next={HERE}"


@pytest.mark.parametrize("about", ["mali" * 40, "ma\0li"])
def test_what_no_form_of_ours_is_about_is_not_kept_and_breaks_nothing(signed_in: SignedIn, about: str):
    rhian = signed_in("mother")
    forged = {**fields(rhian), "draft-about": about, "words": "rude ducks"}
    assert rhian.post(HERE, forged).status_code == 422
    assert rhian.post("/drafts/tests.star/", forged).status_code == 404
    assert "ducks" not in rhian.get(HERE).content.decode()


def test_words_for_a_page_that_is_gone_meanwhile_are_kept_for_when_it_is_back(
    signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch
):
    rhian = signed_in("mother")
    carried = fields(rhian)

    def gone(*args: object, **ids: object) -> str:
        raise NotThere("no child of hers any more")

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(drafts_urls.StarPage, "act", gone)
        assert rhian.post(HERE, {**carried, "words": WORDS}).status_code == 404
    assert drafts_urls.SENT == []
    assert WORDS in rhian.get(HERE).content.decode()


def test_where_to_go_back_to_is_always_here(world: World, signed_in: SignedIn):
    rhian = signed_in("mother")
    carried = {**fields(rhian), "draft-page": "https://bad.example/", "words": WORDS}
    sign_out(rhian)
    assert rhian.post(HERE, carried).headers["Location"] == "/in/?next=/"


def test_she_begins_again_with_an_empty_page(signed_in: SignedIn):
    rhian = signed_in("mother")
    rhian.post(HERE, {**fields(rhian), "words": "rude ducks"})
    answer = rhian.post("/drafts/tests.star/drop/", fields(rhian))
    assert (answer.status_code, answer.headers["Location"]) == (303, HERE)
    assert "ducks" not in rhian.get(HERE).content.decode()


def test_after_a_day_they_are_gone(world: World, signed_in: SignedIn):
    rhian = signed_in("mother")
    rhian.post(HERE, {**fields(rhian), "words": "rude ducks"})
    with time_machine.travel(clock.now() + timedelta(hours=24), tick=False):
        worlds.sign_in(rhian, world, "mother")
        assert "ducks" not in rhian.get(HERE).content.decode()


def test_a_page_whose_token_is_too_old_keeps_the_words(world: World, signed_in: SignedIn):
    rhian = Client(enforce_csrf_checks=True)
    worlds.sign_in(rhian, world, "mother")
    answer = rhian.post(HERE, {**fields(rhian), "words": WORDS})
    assert (answer.status_code, answer.headers["Location"]) == (303, HERE)
    assert drafts_urls.SENT == []
    html = rhian.get(HERE).content.decode()
    assert WORDS in html
    assert "Send it once more." in html
