"""The keys: there, of this database, and not older than it."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from seren.doors.commands.checkup.finding import Finding, ill, well
from seren.doors.commands.ground import Ground


def installation_key(ground: Ground) -> Iterator[Finding]:
    if ground.has_key:
        yield well(f"The installation’s key is in {ground.keys}.")
    else:
        yield ill(f"There is no key in {ground.keys}.", "Put the keys back from their own copy.")


def audit(_: Ground) -> Iterator[Finding]:
    """The log under its key: other keys, or another hand, and it does not verify."""
    from seren.foundation.audit.door import verify

    verdict = verify()
    if verdict.fault:
        yield ill(
            f"The audit does not verify: {verdict.fault}.",
            "Are these the keys of this database? If so, somebody changed the log: keep a copy of it all.",
        )
    elif verdict.waiting > 1000:
        yield ill(
            f"{verdict.waiting} entries of the audit wait to be sealed.",
            "Background jobs do not run. Start `seren serve` without --no-work, or `seren work`.",
        )
    else:
        yield well(f"The audit verifies: {verdict.entries} entries.")


def subjects(_: Ground) -> Iterator[Finding]:
    """Every sealed value needs its subject's key. Keys older than the database lack the newest."""
    from seren.foundation.sealing.door import lacking

    wanted = sealed_subjects()
    missing = lacking(wanted)
    if missing:
        yield ill(
            f"{len(missing)} of {len(wanted)} subjects have sealed words that no key here opens.",
            "The key store is older than the database. Put back the newest copy of the keys.",
        )
    else:
        yield well(f"Each of {len(wanted)} subjects has its key.")


def sealed_subjects() -> set[UUID]:
    """Every subject for whom something is sealed. A subject may be a column, or worked out from the row."""
    from django.apps import apps

    from seren.foundation.sealing.door import SealedJSON, SealedText

    found: set[UUID] = set()
    for model in apps.get_models():
        columns = {field.attname for field in model._meta.concrete_fields}
        for field in model._meta.fields:
            if not isinstance(field, SealedJSON | SealedText):
                continue
            held = _rows(model).filter(**{f"{field.attname}__isnull": False})
            if field.subject in columns:
                found.update(held.values_list(field.subject, flat=True).distinct())
            else:
                found.update(getattr(row, field.subject) for row in held.iterator())
    return found


def _rows(model: Any) -> Any:
    from seren.foundation.access.door import Protected, SystemReason, system

    return system(SystemReason.MENDING, model) if issubclass(model, Protected) else model.objects.all()
