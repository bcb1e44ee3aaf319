"""Fonts, styles and scripts gathered once into DIR/static: hashed names, compressed, served by whitenoise."""

import hashlib
from pathlib import Path

from seren.doors.commands.telling import note

# What libraries bring and no page of ours asks for.
NOT_OURS = ["htmx-4*", "htmax*", "ext", "redoc*"]


def gather() -> None:
    """Collect the static files where they differ from those gathered last. Quick where they do not."""
    from django.conf import settings
    from django.core.management import call_command

    root = Path(settings.STATIC_ROOT)
    stamp = root.with_name("static") / ".gathered"
    wanted = _fingerprint()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    note("Gathering styles, fonts and scripts.")
    call_command("collectstatic", interactive=False, clear=True, verbosity=0, ignore_patterns=NOT_OURS)
    root.mkdir(parents=True, exist_ok=True)
    stamp.write_text(wanted)


def _fingerprint() -> str:
    """Names, sizes and times of the sources: a change of any gathers them again."""
    from django.contrib.staticfiles.finders import get_finders

    whole = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            stat = Path(storage.path(name)).stat()
            whole.update(f"{name} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return whole.hexdigest()
