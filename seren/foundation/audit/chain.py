"""One sealer lays the chain over committed entries; the verifier walks it again.

The head of the chain is kept beside the keys as well, so that a shortened table is found out.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.db.models import QuerySet

from seren.foundation.audit import codes
from seren.foundation.audit.models import Entry, Seal, Waiting
from seren.foundation.kernel import db

_START = b"\x00" * 32
_BATCH = 500
_LOCK = 7_301_441  # PostgreSQL: one sealer at a time


@dataclass(frozen=True)
class Verdict:
    """`fault` is empty where the log is whole; otherwise the first bad row, in words."""

    entries: int
    waiting: int
    fault: str = ""


def seal_waiting() -> int:
    """Lay all waiting entries into the chain. Returns how many. Safe to call from several processes."""
    total = 0
    while sealed := _seal_some():
        total += sealed
    return total


def _seal_some() -> int:
    with db.writing(housekeeping=True):
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        number, chain = _last()
        seals = []
        for entry_id, mac in _next_waiting():
            number += 1
            chain = codes.of_link(codes.chain_key(), chain, number, bytes(mac))
            seals.append(Seal(number=number, entry_id=entry_id, chain=chain))
        Seal.objects.bulk_create(seals)
        Waiting.objects.filter(entry_id__in=[seal.entry_id for seal in seals]).delete()
    if seals:
        _anchor(number, chain)
    return len(seals)


def _next_waiting() -> "QuerySet[Entry, tuple[Any, ...]]":
    waiting = Entry.objects.filter(id__in=Waiting.objects.values("entry_id"))
    return waiting.order_by("id").values_list("id", "mac")[:_BATCH]


def _last() -> tuple[int, bytes]:
    last = Seal.objects.order_by("-number").first()
    return (last.number, bytes(last.chain)) if last else (0, _START)


def _anchor_file() -> Path:
    return Path(settings.KEYS) / "audit.head"


def _anchor(number: int, chain: bytes) -> None:
    path = _anchor_file()
    fresh = path.with_suffix(f".{os.getpid()}")
    fresh.write_text(json.dumps({"number": number, "chain": chain.hex()}))
    os.replace(fresh, path)


def _anchored() -> tuple[int, str]:
    try:
        head = json.loads(_anchor_file().read_text())
        return int(head["number"]), str(head["chain"])
    except FileNotFoundError:
        return 0, ""


def anchor_here() -> None:
    """Take the chain as it stands for the whole one: after a restore, and only then."""
    _anchor(*_last())


def verify() -> Verdict:
    """Walk every entry and every link. Needs the keys; changes nothing."""
    with db.reading():
        waiting = Waiting.objects.count()
        entries = Entry.objects.count()
        fault = next(_faults(), "")
    return Verdict(entries, waiting, fault)


def _faults() -> Iterator[str]:
    yield from _broken_links()
    yield from _loose_entries()


def _broken_links() -> Iterator[str]:
    anchor, anchored_chain = _anchored()
    entry_key, chain_key = codes.entry_key(), codes.chain_key()
    expected, chain = 0, _START
    for number, entry_id, link, entry in _links():
        expected += 1
        if number != expected:
            yield f"link {expected} is missing"
            return
        if entry is None:
            yield f"link {number}: entry {entry_id} is missing"
            return
        *values, mac = entry
        if codes.of_entry(entry_key, tuple(values)) != bytes(mac):
            yield f"link {number}: entry {entry_id} was changed"
            return
        chain = codes.of_link(chain_key, chain, number, bytes(mac))
        if chain != link:
            yield f"link {number}: the chain was changed"
            return
        if number == anchor and chain.hex() != anchored_chain:
            yield f"link {number}: the chain is not the one that was anchored"
            return
    if expected < anchor:
        yield f"link {expected + 1} is missing: the log was {anchor} links long"


def _links() -> Iterator[tuple[int, UUID, bytes, tuple[Any, ...] | None]]:
    seals = Seal.objects.order_by("number").values_list("number", "entry_id", "chain")
    start = 0
    while batch := list(seals.filter(number__gt=start)[:2000]):
        ids = [entry_id for _, entry_id, _ in batch]
        found = {row[0]: row for row in Entry.objects.filter(id__in=ids).values_list(*codes.COVERED, "mac")}
        for number, entry_id, chain in batch:
            yield number, entry_id, bytes(chain), found.get(entry_id)
        start = batch[-1][0]


def _loose_entries() -> Iterator[str]:
    """Entries outside the chain: only those waiting may be, and their codes must hold."""
    for gone in Waiting.objects.exclude(entry_id__in=Entry.objects.values("id"))[:1]:
        yield f"entry {gone.entry_id} is missing: it was still to be sealed"
    key = codes.entry_key()
    sealed = Seal.objects.values("entry_id")
    waiting = set(Waiting.objects.values_list("entry_id", flat=True))
    loose = Entry.objects.exclude(id__in=sealed).values_list(*codes.COVERED, "mac")
    for *values, mac in loose.iterator():
        if values[0] not in waiting:
            yield f"entry {values[0]} stands outside the chain"
            return
        if codes.of_entry(key, tuple(values)) != bytes(mac):
            yield f"entry {values[0]} was changed before it was sealed"
            return
