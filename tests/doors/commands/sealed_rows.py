"""In a process of its own: rows of every model that has sealed fields, each field with a word of its own.

Models are found by walking them, so a new one joins by itself; so do the rows that these point at. What
the database would say of rows made so (its checks) is not asked.

    python -m tests.doors.commands.sealed_rows DIR put|read|all
"""

import logging
import os
import signal
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

OPEN = "canary-in-plain-sight"  # in a field that is not sealed: what finds this would find the others
WHEN = datetime(2025, 5, 14, 9, 40, tzinfo=UTC)


def canary(model: str, field: str) -> str:
    return f"canary-{model}-{field}".lower()


def sealed() -> list[tuple[Any, list[Any]]]:
    from django.apps import apps

    from seren.foundation.sealing.door import SealedJSON, SealedText

    found = []
    for model in apps.get_models():
        fields = [field for field in model._meta.fields if isinstance(field, SealedJSON | SealedText)]
        if fields:
            found.append((model, fields))
    return found


def put() -> None:
    """Then the process is killed: the write-ahead log stays as it is."""
    from django.db import connection

    from seren.foundation.kernel import db

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA ignore_check_constraints=ON")
    for model, _ in sealed():
        with db.writing(housekeeping=True):
            row = _row(model)
        logging.getLogger("seren").error("kept %r %s", row, row)
    read()
    os.kill(os.getpid(), signal.SIGKILL)


def read() -> None:
    """One line a field: its name, and its word or why it does not open."""
    from seren.doors.commands.telling import say

    for model, fields in sealed():
        for field in fields:
            name = f"{model._meta.label} {field.name}"
            try:
                what = repr(getattr(_rows(model).get(), field.name))
            except Exception as closed:
                what = type(closed).__name__
            say(f"{name} {what}")


def read_all() -> None:
    """Every word that is sealed, one a line, and its field."""
    from seren.doors.commands.telling import say

    for model, fields in sealed():
        for field in fields:
            for row in _rows(model).filter(**{f"{field.attname}__isnull": False}):
                for words in _flat(getattr(row, field.name)):
                    say(f"{model._meta.label} {field.name} {words!r}")


def _flat(value: Any) -> Iterator[str]:
    """A town is where the setting is, too."""
    if isinstance(value, dict):
        value = [part for name, part in value.items() if name != "town"]
    if isinstance(value, list):
        for part in value:
            yield from _flat(part)
    elif isinstance(value, str):
        yield value


def _rows(model: Any) -> Any:
    from seren.foundation.access.door import Protected, SystemReason, system

    return system(SystemReason.MENDING, model) if issubclass(model, Protected) else model.objects.all()


@cache
def _row(model: Any) -> Any:
    """The one row of the model."""
    from seren.foundation.sealing.door import SealedJSON, SealedText

    row = model()
    for field in model._meta.concrete_fields:
        if isinstance(field, SealedJSON | SealedText):
            words = canary(model._meta.label, field.name)
            setattr(row, field.attname, {"words": [words]} if isinstance(field, SealedJSON) else words)
        elif not field.null and not field.has_default() and getattr(row, field.attname) in (None, ""):
            setattr(row, field.attname, _something(field))
    row.save(force_insert=True)
    return row


def _something(field: Any) -> Any:
    """A value of the kind the column holds. Words are the one that may be found."""
    from seren.foundation.kernel import ids

    if field.is_relation:
        return _row(field.related_model).pk
    kinds = {
        "UUIDField": ids.new(),
        "DateTimeField": WHEN,
        "DateField": date(2025, 5, 14),
        "BooleanField": False,
        "BinaryField": b"\x00",
        "JSONField": {},
    }
    kind = field.get_internal_type()
    return 1 if "Integer" in kind or "Auto" in kind else kinds.get(kind, OPEN[: field.max_length])


def main(data: str, what: str) -> None:
    from seren.doors.commands import ground, opening

    ground.stand_on(data)
    opening.set_up("live")
    {"put": put, "read": read, "all": read_all}[what]()


if __name__ == "__main__":
    main(*sys.argv[1:])
