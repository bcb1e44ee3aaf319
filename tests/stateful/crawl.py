"""The pages, at the end of a history: what must not reach somebody stands nowhere, and is noted once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html import unescape
from typing import Any

import time_machine
from django.test import Client

from seren.foundation.access.door import RecordClass
from seren.foundation.audit.door import anchor_here, seal_waiting, verify
from seren.foundation.audit.models import Entry
from tests.stateful.ground import History
from tests.sweep.canaries import forbidden_to
from tests.world import sign_in

PLACES = ("/stars/", "/family/people/", "/family/permissions/", "/today/", "/desk/families/")
WATCHED = {one.value for one in RecordClass} - {"C0", "C1", "C2", "C3", "C4"}  # each reading leaves its line


def crawl(history: History, people: int = 2) -> int:
    """As those most could be told too much: the bound, then others. How many answers were read."""
    law, read = history.law, 0
    bound = sorted({who for who, _child in law.bound()} - law.closed)
    others = [who for who in law.people() if who not in law.closed and who not in bound]
    with time_machine.travel(law.now, tick=False):
        for who in (bound + history.random.sample(others, len(others)))[:people]:
            read += _as(history, who)
        seal_waiting()
        fault = verify().fault
    assert not fault, f"I12 {fault}"
    return read


def end() -> None:
    """The rows of a history are undone, and with them its part of the chain."""
    anchor_here()


def _as(history: History, who: str) -> int:
    world: Any = history.nursery
    client = sign_in(Client(), world, who)
    forbidden = forbidden_to(history.actor(who), world)
    texts = forbidden.texts | _other_homes(history, who)
    for name in _met(history, who):
        texts.pop(name, None)
    addresses = [
        *PLACES, *(f"/stars/{_dashed(row)}/" for row in history.law.moments),
        *(f"/desk/children/{child}/" for child in world.children.values()),
        *(f"/room/children/{child}/" for child in world.children.values()),
    ]  # fmt: skip
    for address in addresses:
        before = Entry.objects.count()
        answer = client.get(address)
        shown = unescape(answer.content.decode()) + str(answer.headers.items())
        hits = type(forbidden)(texts).found_in(shown)
        assert not hits, [who, address, hits, *history.story]
        _noted_once(who, address, before)
    return len(addresses)


def _other_homes(history: History, who: str) -> dict[str, str]:
    """I2, from what happened alone: the lines of every home that is the other one to this parent."""
    found = {}
    for home, key in history.nursery.homes.items():
        if who in history.law.strangers_to(home):
            address = history.nursery.row("families.Household", key).address or {}
            found |= dict.fromkeys(address.get("lines", ()), f"the address of {home}")
    return found


def _met(history: History, who: str) -> Iterator[str]:
    """Whom they let in, and who chose to be shown as they did: their names are no secret."""
    law = history.law
    let_in = {viewer for granter, viewer, _child in law.grants if granter == who}
    for other in let_in | {one for one in law.people() if law.chose_each_other(who, one)}:
        person = history.nursery.row("accounts.Person", history.nursery.people[other])
        yield from (person.given_name, f"{person.given_name} {person.family_name}")


def _noted_once(who: str, address: str, before: int) -> None:
    """I11."""
    rows = Entry.objects.order_by("id")[before:].values_list("event", "actor_id", "record_class", "child_id")
    read = Counter((actor, held, child) for event, actor, held, child in rows if event == "audit.saw")
    twice = [one for one, times in read.items() if times > 1 and one[1] in WATCHED]
    assert not twice, f"I11 {who} at {address}: {twice}"


def _dashed(row: str) -> str:
    return f"{row[:8]}-{row[8:12]}-{row[12:16]}-{row[16:20]}-{row[20:]}"
