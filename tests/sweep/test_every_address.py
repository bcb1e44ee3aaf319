"""Every address as everybody of the cast: nothing breaks, nobody sees what is not theirs, no page asks much.

The addresses are drawn from the URL table, the people from the cast, what is forbidden from the rules.
"""

import re
from collections import Counter
from html import unescape
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from seren.doors.demo import cast
from seren.doors.demo.world import World
from seren.people.accounts.policies import is_open
from seren.people.accounts.queries import hats_of
from seren.people.accounts.terms import Hat
from tests.counting import MOST, asked
from tests.sweep.addresses import addresses
from tests.sweep.canaries import forbidden_to
from tests.world import sign_in

pytestmark = [pytest.mark.sweep, pytest.mark.django_db]
CAST = [part.slug for part in cast()]
_MOST_LINKS = 60  # addresses with a question that one person is led to
_SAME_PLACE = 4  # and of these to one place
# Pages that ask more: who opens another page is found out by opening it, as each who might.
ASK_MORE = ("/desk/why/", "/desk/who/")
# Hand-made samples with people of their own.
SAMPLES = ("/gallery/", "/desk/import/example/")
# What is nowhere, by how an address begins: a page, and an answer for a machine.
NOWHERE = {"/": "/there-is-nothing-here/", "/api/": f"/api/v1/children/{UUID(int=7)}"}


class Walk:
    """One person's walk through everything."""

    def __init__(self, world: World, who: str, *, whole: bool = False) -> None:
        self.whole = whole
        self.client = sign_in(Client(raise_request_exception=False), world, who)
        self.forbidden = forbidden_to(world.actor(who), world)
        self.faults: list[str] = []
        self.nowhere = {start: self.client.get(NOWHERE[start]) for start in NOWHERE}
        self.leads: dict[str, None] = {}

    def look(self, address: str) -> None:
        response, statements = asked(self.client, address)
        if response.status_code >= 500:
            self.faults.append(f"{response.status_code} {address}: {_what_broke(response)}")
            return
        much = (statements or 0) > MOST and not address.startswith(ASK_MORE)
        if much and (asked(self.client, address)[1] or 0) > MOST:
            self.faults.append(f"{address}: asks the database more than {MOST} times")
        body = _body(response)
        if response.status_code == 404 and not self._is_nowhere(response, body):
            self.faults.append(f"{address}: missing and not yours do not look alike")
        if address.startswith(SAMPLES):
            return
        shown = unescape(body) + str(response.headers.items())
        self.faults += [f"{address}: {hit}" for hit in self.forbidden.found_in(shown)]
        for link in re.findall(r'href="([^"#]*\?[^"#]+)', body):
            lead = unescape(link if link.startswith("/") else address.partition("?")[0] + link)
            if lead.startswith("/") and not re.search(r"[?&](lang|theme)=", lead):
                self._lead(lead)

    def _lead(self, lead: str) -> None:
        place = lead.partition("?")[0]
        if self.whole or sum(one.startswith(place + "?") for one in self.leads) < _SAME_PLACE:
            self.leads.setdefault(lead)

    def _is_nowhere(self, response: Any, body: str) -> bool:
        nowhere = self.nowhere["/api/" if response.wsgi_request.path.startswith("/api/") else "/"]
        same = _headers(response) == _headers(nowhere) and body == nowhere.content.decode()
        return same or is_open(response.wsgi_request.path)


def folded(faults: list[str]) -> Counter[str]:
    """Faults of one kind, however many ids they were found with."""
    return Counter(re.sub(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "…", fault) for fault in faults)


def _headers(response: Any) -> dict[str, str]:
    return {name: value for name, value in response.headers.items() if name not in ("Date", "X-Request-Id")}


def _body(response: Any) -> str:
    kind = response.headers.get("Content-Type", "")
    if response.streaming or not ("text/" in kind or "json" in kind):
        return ""
    text: str = response.content.decode()
    return text


def _what_broke(response: Any) -> str:
    found = getattr(response, "exc_info", None)
    return f"{found[0].__name__}: {found[1]}" if found else "no exception"


@pytest.fixture
def all_ids(request: pytest.FixtureRequest) -> bool:
    """With --long: every id of the world in every address, whoever asks."""
    return bool(request.config.getoption("--long"))


@pytest.mark.parametrize("who", CAST)
def test_nobody_sees_what_is_not_theirs_and_nothing_breaks(world: World, who: str, all_ids: bool):
    walk = Walk(world, who, whole=all_ids)
    hats = hats_of(world.people[who], world.present)
    for address in addresses(world, hats, CAST.index(who), whole=all_ids):
        walk.look(address)
    for lead in list(walk.leads)[:_MOST_LINKS]:
        walk.look(lead)
    assert folded(walk.faults) == {}


def test_a_visitor_gets_one_answer_everywhere(world: World):
    client = Client(raise_request_exception=False)
    faults = []
    for address in addresses(world, list(Hat)):
        if is_open(address):
            continue
        response = client.get(address)
        if address.startswith(("/photos/", "/api/")):
            same = response.status_code == 401
        else:
            same = (response.status_code, response.headers["Location"]) == (303, f"/in/?next={address}")
        if not same or response.content not in (b"", client.get("/photos/x/").content):
            faults.append(f"{response.status_code} {address}")
    assert faults == []
