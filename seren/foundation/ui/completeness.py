"""In which languages a page is whole. A page is shown in one language from top to bottom, or in another.

Every message belongs to the audiences that may meet it, told by the file it stands in. The manifest says
for each language which audiences have no gap. It is made from the `.po` files, anew when they are newer;
`python -m seren.foundation.ui.completeness locale` makes it beforehand.
"""

import json
import os
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from django.conf import settings

OPEN, FAMILY, STAFF = "open", "family", "staff"
AUDIENCES = (OPEN, FAMILY, STAFF)
MANIFEST = "whole.json"
EQUAL = "equal-words.txt"

# Where visitors' words stand, and where words stand that families never meet. All else is for families too.
FOR_VISITORS = ("seren/foundation/ui/", "seren/people/accounts/")
FOR_STAFF_ONLY = (
    re.compile(r"/(staff|room|mine|desk|at_work)/"),
    re.compile(r"seren/doors/commands/"),
    re.compile(r"/(promises|importing|imports)(\.py|/)"),
    re.compile(r"seren/foundation/ui/(gallery/|templates/ui/gallery)"),
    re.compile(r"/(guarding|explaining)/"),
    re.compile(r"/(bulk|chasing|copies|deciding|many|sheet)\.(py|html)"),
    # The room of the day is for the setting, but for what says that it is for families.
    re.compile(
        r"seren/partnership/days/(?!.*(family|outing/on[_.]|slip\.html|/(medicine|care|care_words)\.py))"
    ),
)


def audiences_of(path: str) -> frozenset[str]:
    """Who may meet a message of this file."""
    if any(pattern.search(path) for pattern in FOR_STAFF_ONLY):
        return frozenset({STAFF})
    if path.startswith(FOR_VISITORS):
        return frozenset(AUDIENCES)
    return frozenset({FAMILY, STAFF})


def gaps(catalog: Catalog, equal: frozenset[str]) -> dict[str, list[str]]:
    """For each audience the messages it would meet in English."""
    missing: dict[str, list[str]] = {audience: [] for audience in AUDIENCES}
    for message in catalog:
        if message.id and not _whole(message, equal):
            met = [audiences_of(path) for path, _ in message.locations] or [frozenset(AUDIENCES)]
            for audience in frozenset.union(*met):
                missing[audience].append(_text(message))
    return missing


def _whole(message: Message, equal: frozenset[str]) -> bool:
    forms = message.string if isinstance(message.string, (list, tuple)) else [message.string]
    if message.fuzzy or not all(forms):
        return False
    english = message.id if isinstance(message.id, (list, tuple)) else [message.id]
    same = any(form in english for form in forms)
    return not same or _text(message) in equal or not _has_words(_text(message))


def _text(message: Message) -> str:
    return str(message.id[0] if isinstance(message.id, (list, tuple)) else message.id)


def _has_words(text: str) -> bool:
    return any(sign.isalpha() for sign in re.sub(r"%\(\w+\)[sd]|%[sd%]|\{\w*\}", "", text))


def equal_words(locale: Path) -> frozenset[str]:
    """The short list of messages that read like their English, one a line."""
    path = locale / EQUAL
    return frozenset(path.read_text(encoding="utf-8").splitlines() if path.exists() else ())


def catalogs(locale: Path) -> Iterator[tuple[str, Catalog]]:
    """Each language of the folder with its catalogue."""
    for path in sorted(locale.glob("*/LC_MESSAGES/django.po")):
        with path.open("rb") as file:
            yield path.parent.parent.name, read_po(file)


def manifest(locale: Path) -> dict[str, list[str]]:
    """For each language the audiences whose pages are whole in it."""
    equal = equal_words(locale)
    return {
        language: [audience for audience, missing in gaps(catalog, equal).items() if not missing]
        for language, catalog in catalogs(locale)
    }


def write(locale: Path) -> None:
    """Make the manifest, beside the catalogues."""
    fresh = locale / f"{MANIFEST}.{os.getpid()}"
    fresh.write_text(json.dumps(manifest(locale), indent=1) + "\n")
    fresh.replace(locale / MANIFEST)
    read_manifest.cache_clear()


@lru_cache(maxsize=1)
def read_manifest() -> dict[str, frozenset[str]]:
    """As it stands, read once. Where it is older than a catalogue, it is made anew: a second or so, once."""
    locale = Path(settings.LOCALE_PATHS[0])
    if _stale(locale):
        found = manifest(locale)
        with suppress(OSError):  # a folder one may only read: then it is made at each start
            write(locale)
    else:
        found = json.loads((locale / MANIFEST).read_text())
    return {code: frozenset(whole) for code, whole in found.items()}


def _stale(locale: Path) -> bool:
    made = locale / MANIFEST
    sources = [*locale.glob("*/LC_MESSAGES/django.po"), locale / EQUAL]
    if not made.exists():
        return True
    return any(path.exists() and path.stat().st_mtime > made.stat().st_mtime for path in sources)


def whole_in(audience: str) -> frozenset[str]:
    """The languages in which every page of this audience is whole. English always is."""
    found = (code for code, whole in read_manifest().items() if audience in whole)
    return frozenset({"en", *found})


if __name__ == "__main__":
    write(Path(sys.argv[1]))
