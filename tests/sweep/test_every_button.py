"""Every button as everybody, on rows that are not theirs: as if nothing were there, and nothing is written.

The buttons are drawn from the URL table; whose a row is, is asked of the rule the button declares.
"""

import json
from collections import Counter
from typing import Any

import pytest
from django.test import Client

from seren.doors.demo import cast
from seren.doors.demo.world import World
from seren.foundation.access.door import routes
from seren.people.accounts.queries import hats_of
from tests.bluebell import Bluebell
from tests.sweep.addresses import methods, worn
from tests.sweep.kept import Kept, written
from tests.sweep.strangers import Stranger, strangers
from tests.sweep.test_every_address import folded
from tests.world import sign_in

pytestmark = [pytest.mark.sweep, pytest.mark.django_db]
CAST = [part.slug for part in cast()]
_REFUSED = (401, 403, 404)


class Hand:
    """One person's hand on the buttons of other people."""

    def __init__(self, world: World, who: str) -> None:
        self.client = sign_in(Client(raise_request_exception=False), world, who)
        self.pressed: Counter[str] = Counter()
        self.faults: list[str] = []

    def press(self, method: str, one: Stranger, body: dict[str, Any]) -> None:
        answer, tables = self._send(method, one.address, body)
        self.pressed[method] += 1
        said = f"{method} {one.address}: {answer.status_code}"
        if tables:
            self.faults.append(f"{said}, and it wrote to {tables}")
        if method == "PUT":  # who puts makes the id; then it is the body that leads to other people's rows
            self.faults += [] if answer.status_code in (*_REFUSED, 409, 415, 422) else [said]
        elif _refused(answer):
            missing, _ = self._send(method, one.missing, body)
            if _like(answer) != _like(missing):
                self.faults.append(f"{said}, and {missing.status_code} where nothing is")
        elif not self._done_before(one.address, answer):
            self.faults.append(said)

    def _done_before(self, address: str, answer: Any) -> bool:
        """A program may say again what is done: it is shown what it may read, and nothing is written."""
        read, _, done = address.rpartition("/")
        told = address.startswith("/api/") and done in ("share", "withdraw") and answer.status_code == 200
        return told and self.client.get(read).json() == answer.json()

    def _send(self, method: str, address: str, body: dict[str, Any]) -> tuple[Any, list[str]]:
        api = address.startswith("/api/")
        sent = {"data": json.dumps(body), "content_type": "application/json"} if api else {"data": body}
        with written() as tables:
            answer = getattr(self.client, method.lower())(address, **sent)
        return answer, sorted(tables)


def _refused(answer: Any) -> bool:
    """Nowhere, or the way to sign in once more."""
    if answer.status_code == 303:
        return answer.headers["Location"].startswith("/in/")
    return answer.status_code in _REFUSED


def _like(answer: Any) -> tuple[Any, ...]:
    """What a person could tell one answer from another by."""
    return answer.status_code, folded([answer.headers.get("Location", "") + answer.content.decode()])


def body_of(name: str, bluebell: Bluebell) -> dict[str, Any]:
    """What a call must say to be understood at all. Forms go empty."""
    said = {"words": "Nothing", "language": "en"}
    return {
        "api:put_moment": {**said, "children": [str(bluebell.child)], "happened_at": "2025-05-14"},
        "api:put_reply": {**said, "kind": "words"},
        "api:decide": {"accept": True},
    }.get(name, {})


@pytest.fixture
def all_rows(request: pytest.FixtureRequest) -> bool:
    """With --long: every button for everybody, on several rows. Else all persons together press them all."""
    return bool(request.config.getoption("--long"))


@pytest.mark.parametrize("who", CAST)
def test_nobody_presses_a_button_on_what_is_not_theirs(
    world: World, bluebell: Bluebell, who: str, all_rows: bool
):
    hand, before = Hand(world, who), Kept()
    actor, turn = world.actor(who), CAST.index(who)
    hats = hats_of(actor.person, actor.at)
    for place, route in enumerate(routes()):
        if not all_rows and not worn(route.path, hats) and (place + turn) % 4:
            continue
        found = list(strangers(route, actor, hats, world))
        for one in found if all_rows else found[turn % len(found or [0]) :][:1]:
            for method in sorted(methods(one.address) - {"GET"}):
                hand.press(method, one, body_of(route.name, bluebell))
    assert folded(hand.faults) == {}
    assert hand.pressed["POST"] > 20
    assert before.otherwise(before.tables) == {}
