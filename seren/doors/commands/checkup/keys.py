"""The keys: there, of this database, and not older than it."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from seren.doors.commands.checkup.finding import Finding, ill, watch, well
from seren.doors.commands.ground import Ground
from seren.foundation.sealing import root


def installation_key(ground: Ground) -> Iterator[Finding]:
    mend = f"Bring the keys back: seren keys restore FILE --data {ground.data}."
    at = root.place(ground.keys)
    if not (ground.keys / root.STORE).is_file():
        yield ill(f"There is no key store in {ground.keys}: nothing sealed can be read.", mend)
    if ground.has_keys:
        yield well(f"The installation’s key is {f'in {at}' if at else 'given by a command'}.")
    elif at and not at.is_file():
        yield ill(f"There is no key at {at}.", mend)


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


def subjects(ground: Ground) -> Iterator[Finding]:
    """Every sealed value needs its subject's key. Keys older than the database lack the newest."""
    from seren.foundation.sealing.door import erased, lacking

    wanted = sealed_subjects()
    without = set(lacking(wanted))
    gone = set(erased(without))
    if missing := len(without - gone):
        yield ill(
            f"{missing} of {len(wanted)} subjects have sealed words that no key here opens.",
            "The key store is older than the database. Bring back the newest backup of the keys: "
            f"seren keys restore FILE --data {ground.data} --replace.",
        )
    else:
        yield well(f"Each of {len(wanted) - len(gone)} subjects has its key.")
    if gone:
        yield well(f"{len(gone)} erased subjects have rows of an older backup. Their sealed words stay shut.")


def backed_up(ground: Ground) -> Iterator[Finding]:
    """What is sealed lives as long as its key: one lost folder, and none of it can be read."""
    from seren.foundation.sealing.door import last_copy, waiting_key

    made_at, newer = last_copy()
    mend = f"Type: seren keys backup FILE --data {ground.data}. Keep the file and its words apart."
    if not made_at:
        yield watch("The keys were never backed up.", mend)
    elif newer:
        yield watch(f"{newer} keys were made since the last backup of the keys, of {made_at}.", mend)
    else:
        yield well(f"Every key is in the backup of {made_at}.")
    if waiting := waiting_key(ground.keys):
        yield watch(
            f"The installation key in force waits in {waiting}.",
            "Put it where the settings look for it: `seren keys rotate` does that where it is a file.",
        )


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
