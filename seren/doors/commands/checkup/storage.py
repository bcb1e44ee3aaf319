"""The database's own health, the files beside it, and the calendar that runs out."""

import os
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from seren.doors.commands import rooms
from seren.doors.commands.archive import snapshots
from seren.doors.commands.checkup.finding import Finding, ill, watch, well
from seren.doors.commands.ground import Ground

PHOTO = "media.Photo"
_SOON = 180  # days: a calendar that ends sooner is asked about within the next two terms


def database(ground: Ground) -> Iterator[Finding]:
    if ground.database_url:
        yield well("PostgreSQL looks after its own pages.")
    elif faults := snapshots.faults_of(ground.sqlite):
        yield ill(
            f"The database is damaged: {'; '.join(faults[:3])}.",
            "Stop Seren, keep a copy of the folder, and restore the last good backup into a new one.",
        )
    else:
        yield well("The database’s pages, indexes and references are whole.")


def shape(_: Ground) -> Iterator[Finding]:
    from seren.doors.commands import fingerprint
    from seren.foundation.kernel.models import Installation

    there = Installation.objects.get()
    if there.fingerprint == fingerprint.of_the_code():
        yield well(f"This is a {there.kind} installation, of the shape this code knows.")
    else:
        yield watch(
            "The database has another shape than this code.",
            "`seren serve` brings an older one up to date. Take a backup first.",
        )


def doors(_: Ground) -> Iterator[Finding]:
    from seren.foundation.kernel import closing

    if since := closing.closed_since():
        yield watch(
            f"Seren is closed since {since:%Y-%m-%d %H:%M} UTC. Nobody comes in and no mail leaves.",
            "When all is well again: `seren lockdown off`.",
        )


def files(ground: Ground) -> Iterator[Finding]:
    """Pictures whose files are gone, and files nobody knows."""
    if not rooms.exists(rooms.MEDIA):
        return
    from django.apps import apps

    from seren.foundation.access.door import SystemReason, system

    photo: Any = apps.get_model(PHOTO)
    rows = {str(key): state for key, state in system(SystemReason.MENDING, photo).values_list("pk", "state")}
    there = set(_folders(ground.data / "media"))
    lost = sorted(key for key, state in rows.items() if state == "ready" and key not in there)
    strange = sorted(there - rows.keys())
    if lost:
        yield ill(
            f"{len(lost)} pictures have no files: {', '.join(lost[:3])}.",
            "Bring these folders back from a backup: they lie below media/ by their ids.",
        )
    if strange:
        yield watch(
            f"{len(strange)} folders of files belong to no picture: {', '.join(strange[:3])}.",
            "They were left by an interruption. They may be deleted.",
        )
    if not lost and not strange:
        yield well(f"Each of {len(rows)} pictures has its files, and no file is left over.")


def _folders(media: Path) -> Iterator[str]:
    """Ids of the folders that hold at least one file: DIR/media/<first two>/<id>/."""
    for folder, _, names in os.walk(media):
        path = Path(folder)
        if names and path.parent.parent == media:
            yield path.name


def calendar(_: Ground) -> Iterator[Finding]:
    """Clocks of law count working days: beyond the last bank holidays they cannot."""
    if not rooms.exists(rooms.RULES):
        return
    from seren.foundation.kernel import clock

    rules: Any = import_module(rooms.RULES)
    ends = rules.calendar_ends()
    left = (ends - clock.today()).days
    words = f"Bank holidays are known until {ends:%d %B %Y}."
    if left < 0:
        yield ill(words, "Clocks that count working days have stopped. Take the newest Seren.")
    elif left < _SOON:
        yield watch(words, "Take the newest Seren before then.")
    else:
        yield well(words)
