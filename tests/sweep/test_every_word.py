"""Every word of every page is translatable: in a made-up language nothing is left in plain English.

Drawn from the URL table: of each route the first address that opens, for each of those who between them open
all; and what stands there when its form is sent empty.
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from html.parser import HTMLParser
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from seren.doors.demo.world import World
from seren.partnership.journal.queries import startalks
from seren.people.accounts.queries import hats_of
from tests.binding import caution
from tests.sweep.addresses import methods, of_each_route, worn
from tests.sweep.data import Data
from tests.sweep.pseudo import STRANGE, MadeUp, spoken, strange
from tests.sweep.rare import leaders_look_at, rare
from tests.world import sign_in

pytestmark = [pytest.mark.sweep, pytest.mark.django_db]
READERS = ("", "mother", "key-person", "manager")
THE_LAST = ("manager", "safeguarding-lead", "parent-polish")  # who open what none of them may, or not there
SAID = ("title", "aria-label", "aria-description", "aria-roledescription", "placeholder", "alt", "label")
BUTTONS = ("submit", "button", "reset")
# Hand-made samples with people of their own; and calls of programs, which speak English as the schema does.
SAMPLES = ("/gallery/", "/api/", "/desk/import/example/")
# No pages: another one is shown, or nothing to be read.
NO_PAGES = {
    "/",
    "/.well-known/security.txt",
    "/desk/partnership/figures.csv",
    "/healthz",
    "/in/passkey/",
    "/in/second/passkey/",
    "/photos/<uuid:photo>/<slug:size>/",
    "/photos/collectors/<uuid:photo>/<slug:size>/",
    "/readyz",
    "/stars/records/<uuid:wish>/",
}
# Steps in the middle of something, where nobody of the world is.
ON_THE_WAY = {
    "/desk/import/<uuid:intake>/",
    "/in/again/code/",
    "/in/code/",
    "/in/second/",
    "/in/this-device/code/",
    "/in/this-device/met/",
    "/join/code/",
    "/join/contact/",
    "/join/proof/",
    "/join/waiting/",
}


class Words(HTMLParser):
    """Everything a page says: its texts, and what is said of things that are not text."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in ("script", "style")
        held = dict(attrs)
        self.said += [held[name] or "" for name in SAID if name in held]
        if tag == "input" and held.get("type") in BUTTONS:
            self.said.append(held.get("value") or "")
        for name, value in attrs:
            if name.startswith("data-") and " " in (value or ""):
                self.handle_data(value or "")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self._silent and not data.startswith("{"):  # what a script is given
            self.said.append(data)


def plain(html: str, data: Data) -> Iterator[str]:
    """What stands there in plain letters and is nobody’s word."""
    words = Words()
    words.feed(html)
    for text in words.said:
        for piece in STRANGE.split(text):
            if not data.covers(piece):
                yield re.sub(r"\s+", " ", piece).strip()


class Reader:
    """One person’s reading of every page: which routes opened, and what was left in plain letters."""

    def __init__(self, world: World, who: str, data: Data) -> None:
        self.client = sign_in(Client(), world, who) if who else Client()
        self.hats = hats_of(world.people[who], world.present) if who else set()
        self.data = data
        self.opened: set[str] = set()
        self.faults: list[str] = []

    def reads(self, route: str, addresses: list[str]) -> None:
        """The first address that opens; and what stands there when its form is sent empty."""
        for address in addresses if worn(route, self.hats) or route.startswith("/mine/") else ():
            answer = self.client.get(address)
            if answer.status_code == 200 and _is_page(answer):
                self.opened.add(route)
                self._looks(address, answer)
                if "POST" in methods(address):
                    self._looks(f"{address}, sent empty", self._sent_empty(address))
                return

    def _looks(self, where: str, answer: Any) -> None:
        found = plain(answer.content.decode(), self.data) if _is_page(answer) else ()
        self.faults += [f"{where}: {text}" for text in found]

    def _sent_empty(self, address: str) -> Any:
        """What is said then, also on the page it leads to. Nothing of it happened."""
        kept = deepcopy(self.client.cookies)
        with transaction.atomic():
            answer = self.client.post(address, {}, follow=True)
            transaction.set_rollback(True)
        self.client.cookies = kept
        return answer


def _is_page(answer: Any) -> bool:
    return "text/html" in answer.headers.get("Content-Type", "")


def read_by(world: World, readers: tuple[str, ...], routes: list[tuple[str, list[str]]]) -> list[Reader]:
    data = Data()
    found = [Reader(world, who, data) for who in readers]
    with spoken():
        for reader in found:
            for route, addresses in routes:
                reader.reads(route, addresses)
    return found


def test_no_word_is_left_in_plain_english(world: World):
    caution(world)
    rare(world)
    routes = [(route, found) for route, found in of_each_route(world) if not route.startswith(SAMPLES)]
    readers = read_by(world, READERS, routes)
    opened = set().union(*(reader.opened for reader in readers))
    left = [one for one in routes if one[0] not in opened | NO_PAGES | ON_THE_WAY]
    leaders_look_at(world, "pre-school")
    last = read_by(world, THE_LAST, left)
    assert [fault for reader in (*readers, *last) for fault in reader.faults] == []
    assert sorted({route for route, _ in left}.difference(*(reader.opened for reader in last))) == []


def test_a_word_nobody_translates_is_found_with_its_page(world: World, monkeypatch: pytest.MonkeyPatch):
    star = f"/stars/{world.moments['tower']}/"
    monkeypatch.setattr(
        MadeUp, "gettext", lambda _self, words: words if words == "Send to our team" else strange(words)
    )
    monkeypatch.setattr(startalks, "_", str)
    (mother,) = read_by(world, ("mother",), [("/stars/<uuid:moment>/", [star])])
    assert f"{star}: Send to our team" in mother.faults
    assert f"{star}: You and Sian" in mother.faults


def test_what_a_page_says_of_things_is_read_too(world: World):
    html = """<p title="A title">Mali</p><img alt="A picture"><input placeholder="A place">
    <a aria-label="A label"></a><input type="submit" value="A button"><i data-sorry="It did not go"></i>
    <p>⟦~⟧ A word, Mali, Sian</p><script>let a = "no word"</script>"""
    assert list(plain(html, Data())) == [
        "A title", "A picture", "A place", "A label", "A button", "It did not go", "A word, Mali, Sian",
    ]  # fmt: skip
