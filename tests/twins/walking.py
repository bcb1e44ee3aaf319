"""All that one person gets: page, header, answer of the API, feed, mail; without what is new each time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

import time_machine
from django.core import mail
from django.db import transaction
from django.test import Client

from seren.doors.demo.world import World
from seren.foundation.jobs import door as jobs
from seren.foundation.kernel import ids
from seren.partnership.journal import domain as journal
from tests.twins.facts import CHILD, OUTCOME, STAFF, Hidden
from tests.world import sign_in

Gets = dict[str, Any]  # address, or a mail → all that comes
_NEW_EACH_TIME = re.compile(
    r'nonce="[^"]*"'
    r"|'nonce-[^']*'"
    r'|name="(?:draft-stamp|reply|moment)"[^>]* value="[^"]*"'
    r'|csrf[^>]*value="[^"]*"'
    r'|"X-CSRFToken": ?"[^"]*"'
    r"|&quot;X-CSRFToken&quot;: ?&quot;[^&]*&quot;"
)
_HEADERS = {"Date", "X-Request-Id", "Content-Length"}
_ID = re.compile(r"\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b")


def gets(world: World, who: str, addresses: Iterable[str]) -> Gets:
    client = sign_in(Client(raise_request_exception=False), world, who)
    outcome = OUTCOME if who in STAFF else None
    return {address: _told(client.get(address), outcome) for address in addresses}


def _told(answer: Any, outcome: re.Pattern[str] | None) -> tuple[int, str, str]:
    headers = {name: value for name, value in answer.headers.items() if name not in _HEADERS}
    if "Content-Security-Policy" in headers:
        headers["Content-Security-Policy"] = _NEW_EACH_TIME.sub("", headers["Content-Security-Policy"])
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    shown = _NEW_EACH_TIME.sub("", body.decode("latin-1"))
    return answer.status_code, repr(sorted(headers.items())), outcome.sub("", shown) if outcome else shown


def mails(world: World) -> Gets:
    """What goes out after a star is shared with all the family: each as it leaves the house."""
    at = world.present + timedelta(hours=1)
    mail.outbox.clear()
    with time_machine.travel(at, tick=False):
        actor = world.actor("key-person", at=at)
        said = journal.Said(ids.new(), (world.children[CHILD],), "A tall tower.", "en", at)
        journal.note_moment(actor=actor, said=said, now=at, share=True)
    with time_machine.travel(at + timedelta(hours=12), tick=False):
        while jobs.run_due():
            pass
    return {
        f"mail to {one.to[0]}": (one.subject, _ID.sub("…", one.message().as_string())) for one in mail.outbox
    }


def twins(world: World, hidden: Hidden, people: Iterable[str], addresses: Any, *, post: bool) -> list[str]:
    """What differs, and for whom, between the world with the fact and the one without."""
    sights = []
    hidden.said(world)  # once: both worlds have the same rows of it
    for happens in (None, hidden.happens):
        point = transaction.savepoint()
        if happens is not None:
            happens(world)
        sights.append({who: gets(world, who, addresses(who)) for who in people if who not in hidden.told})
        if post:
            told = {world.person(who).email for who in hidden.told}
            sent = {
                one: text for one, text in mails(world).items() if one.partition("mail to ")[2] not in told
            }
            sights[-1]["the post"] = {one: _without_what_is_new(text) for one, text in sent.items()}
        transaction.savepoint_rollback(point)
    without, with_it = sights
    return [
        f"{who}: {address}: {_first_difference(one.get(address), with_it[who].get(address))}"
        for who, one in without.items()
        for address in sorted(one.keys() | with_it[who].keys())
        if one.get(address) != with_it[who].get(address)
    ]


def _first_difference(one: Any, other: Any) -> str:
    pairs = zip(repr(one), repr(other), strict=False)
    at = next((n for n, (a, b) in enumerate(pairs) if a != b), 0)
    return f"{repr(one)[max(at - 60, 0) : at + 60]} <> {repr(other)[max(at - 60, 0) : at + 60]}"


def _without_what_is_new(text: tuple[str, str]) -> tuple[str, str]:
    """Message ids, boundaries, and the tokens in links."""
    plain = re.sub(r"(?im)^(message-id|date):.*$", "", text[1])
    plain = re.sub(r"={3,}\d+==", "", plain)
    return text[0], re.sub(r"/[A-Za-z0-9_-]{30,}", "/…", plain)
