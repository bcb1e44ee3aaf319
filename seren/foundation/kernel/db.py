"""Database sections: `reading()` for a read model, `writing()` for a verb.

SQLite: reading is BEGIN DEFERRED, writing is BEGIN IMMEDIATE. PostgreSQL: reading is one REPEATABLE READ
READ ONLY snapshot, writing is READ COMMITTED with the rows it decides on locked.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction


class WroteOnRead(RuntimeError):
    """A request that only asks (GET, HEAD) opened a writing section."""


class WroteUnrecorded(RuntimeError):
    """A verb changed rows and left no audit record. Checked wherever `STRICT_SECTIONS` is on."""


@dataclass
class Section:
    """One writing section, and what has been noted of it."""

    housekeeping: bool
    recorded: bool = False
    changed: set[str] = field(default_factory=set)


_section: ContextVar[Section | None] = ContextVar("section", default=None)
_only_asking: ContextVar[bool] = ContextVar("only_asking", default=False)


@contextmanager
def only_asking() -> Iterator[None]:
    """Within this, `writing()` refuses: the request has no business changing anything."""
    token = _only_asking.set(True)
    try:
        yield
    finally:
        _only_asking.reset(token)


@contextmanager
def reading() -> Iterator[None]:
    """One snapshot for all queries of a read model. Inside another section it is that section."""
    if connection.in_atomic_block:
        yield
        return
    with _deferred(), transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield


@contextmanager
def _deferred() -> Iterator[None]:
    wrapper: Any = connection
    if connection.vendor != "sqlite":
        yield
        return
    wrapper.ensure_connection()  # the mode is known once there is one
    before, wrapper.transaction_mode = wrapper.transaction_mode, "DEFERRED"
    try:
        yield
    finally:
        wrapper.transaction_mode = before


@contextmanager
def writing(*, housekeeping: bool = False) -> Iterator[Section]:
    """One transaction of a verb. A verb called by a verb joins the outer one.

    `housekeeping` marks a mechanism tending its own rows (a queue, an index): those need no audit
    record. Nothing slow belongs inside: no files, mail, hashing or network.
    """
    outer = _section.get()
    if outer is not None:
        yield outer
        return
    if _only_asking.get() and not housekeeping:
        raise WroteOnRead("a verb was called while answering a GET")
    section = Section(housekeeping)
    token = _section.set(section)
    try:
        with transaction.atomic(), _watched(section):
            yield section
            if section.changed and not (section.recorded or housekeeping):
                raise WroteUnrecorded(f"changed {sorted(section.changed)} without an audit record")
    finally:
        _section.reset(token)


def one_at_a_time(key: UUID) -> None:
    """Within a writing section: whoever else names this id waits until the section ends.

    SQLite lets one writer in at a time anyway.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [key.int % (1 << 63)])


def note_recorded() -> None:
    """Called by the audit: this section has its record."""
    section = _section.get()
    if section is not None:
        section.recorded = True


def in_writing() -> bool:
    return _section.get() is not None


@contextmanager
def _watched(section: Section) -> Iterator[None]:
    if not settings.STRICT_SECTIONS:
        yield
        return

    def watch(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        verb, _, rest = sql.lstrip().partition(" ")
        if verb in ("INSERT", "UPDATE", "DELETE"):
            section.changed.add(rest.replace("INTO ", "").replace("FROM ", "").split(" ")[0].strip('"'))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        yield
