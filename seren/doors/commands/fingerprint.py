"""The fingerprint of a database's shape: which migrations made it, and what ours say.

A later release adds migrations. What it finds applied must then be known to it, word for word: a database
whose fingerprint differs was made by other code, and migrating it further would be a guess.
"""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.apps import apps


def of_the_code() -> str:
    """What a database made or brought up to date by this code carries."""
    return _digest(_on_disk())


def of_those_applied(applied: Iterable[tuple[str, str]]) -> str:
    """What this code would call a database with these migrations. Empty where it does not know them all."""
    known = {(app, name): rest for app, name, rest in _on_disk()}
    wanted = sorted(applied)
    if any(one not in known for one in wanted):
        return ""
    return _digest((app, name, known[app, name]) for app, name in wanted)


def _on_disk() -> Iterator[tuple[str, str, bytes]]:
    """App, name, and of ours the text: a library may tidy its migrations, we never change one that is out."""
    for config in sorted(apps.get_app_configs(), key=lambda config: config.label):
        ours = config.name.startswith("seren.")
        for path in sorted(Path(config.path, "migrations").glob("[!_]*.py")):
            text = path.read_bytes().replace(b"\r\n", b"\n") if ours else b""
            yield config.label, path.stem, text


def _digest(migrations: Iterable[tuple[str, str, bytes]]) -> str:
    whole = hashlib.sha256()
    for app, name, text in sorted(migrations):
        whole.update(f"{app}.{name} {len(text)}\n".encode() + text)
    return whole.hexdigest()
