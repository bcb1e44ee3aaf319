"""Interface translations without GNU gettext: extract, check and compile with Babel.

`python -m seren.config.translations compile` is what `./start` calls; .po files are committed, .mo files
are not. `extract` brings every catalogue up to the source; `check` is part of the gate.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
LOCALE = ROOT / "locale"
# A whole translation that reads like its English ("Today" is not one): one msgid a line.
EQUAL_WORDS = LOCALE / "equal-words.txt"
# These have no gaps; elsewhere a page with a gap is shown whole in another language.
WHOLE = ("cy",)
_KEYWORDS = {
    name: spec
    for names, spec in (
        (("gettext", "gettext_lazy", "gettext_noop", "_"), None),
        (("ngettext", "ngettext_lazy"), (1, 2)),
        (("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
        (("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
    )
    for name in names
}


_PLACE = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


def catalogues() -> Iterator[tuple[str, Path]]:
    """Language and file of each catalogue there is."""
    for path in sorted(LOCALE.glob("*/LC_MESSAGES/*.po")):
        yield path.parts[-3], path


def compile_all() -> int:
    """Write the .mo beside each .po that is newer. Returns how many."""
    from babel.messages.mofile import write_mo

    written = 0
    for _, path in catalogues():
        mo = path.with_suffix(".mo")
        if mo.exists() and mo.stat().st_mtime >= path.stat().st_mtime:
            continue
        fresh = mo.with_suffix(".mo.part")
        with fresh.open("wb") as file:
            write_mo(file, read(path))
        fresh.replace(mo)
        written += 1
    return written


def read(path: Path) -> Any:
    from babel.messages.pofile import read_po

    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3], domain="django")


def source() -> Any:
    """Every message of the source, as one template catalogue."""
    from babel.messages.catalog import Catalog

    template = Catalog(project="Seren", charset="utf-8")
    for path in sorted((ROOT / "seren").rglob("*")):
        for line, words, comments, context in _messages(path):
            template.add(
                words,
                locations=[(str(path.relative_to(ROOT)), line)],
                auto_comments=comments,
                context=context,
            )
    return template


def _messages(path: Path) -> Iterator[Any]:
    from io import BytesIO

    from babel.messages.extract import extract

    if path.suffix == ".py":
        text = path.read_bytes()
    elif path.suffix in (".html", ".txt") and "templates" in path.parts:
        from django.utils.translation.template import templatize

        text = templatize(path.read_text(encoding="utf-8"), origin=str(path)).encode()
    else:
        return
    yield from extract("python", BytesIO(text), keywords=_KEYWORDS, comment_tags=("Translators:",))


def bring_up_to_date() -> list[str]:
    """Put new messages into every catalogue, take gone ones out. Returns one line a catalogue."""
    from babel.messages.pofile import write_po

    template = source()
    told = []
    for language, path in catalogues():
        catalogue = read(path)
        catalogue.update(template, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        with path.open("wb") as file:
            write_po(file, catalogue, width=100, sort_by_file=True, omit_header=False)
        empty = sum(1 for message in catalogue if message.id and not all(_strings(message)))
        told.append(f"{language}: {empty} gaps")
    return told


def faults() -> list[str]:
    """What is wrong with the catalogues: places that do not agree, and gaps where there may be none."""
    found = []
    wanted = None
    for language, path in catalogues():
        catalogue = read(path)
        where = path.relative_to(ROOT)
        for message in filter(lambda one: one.id, catalogue):
            if message.fuzzy:
                found.append(f"{where}: {message.id!r} is marked fuzzy: decide")
            found += [f"{where}: {message.id!r}: {words}" for words in _lost_places(message)]
        if language in WHOLE:
            wanted = wanted if wanted is not None else source()
            found += [f"{where}: {words!r} is not translated" for words in gaps(catalogue, wanted)]
    return found


def gaps(catalogue: Any, wanted: Any) -> Iterator[str]:
    """Messages of the source that a catalogue lacks. One that equals its English counts as missing."""
    equal = set(EQUAL_WORDS.read_text(encoding="utf-8").splitlines()) if EQUAL_WORDS.exists() else set()
    for message in wanted:
        if not message.id:
            continue
        said = catalogue.get(message.id, context=message.context)
        one, strings = _ids(message)[0], _strings(said) if said else []
        if not strings or not all(strings) or (strings[0] == one and one not in equal):
            yield one


def _lost_places(message: Any) -> Iterator[str]:
    """Each `%(name)s` of the English is in the translation, and no other. A count may become a word."""
    ids = [set(_PLACE.findall(one)) for one in _ids(message)]
    known, needed = set.union(*ids), set.intersection(*ids)
    for string in filter(None, _strings(message)):
        there = set(_PLACE.findall(string))
        if there - known or needed - there:
            yield f"its places are {sorted(known)}, in the translation {sorted(there)}"


def _ids(message: Any) -> list[str]:
    return [message.id] if isinstance(message.id, str) else list(message.id)


def _strings(message: Any) -> list[str]:
    """All forms of the translation; one empty string where there is none."""
    return list(message.string) if isinstance(message.string, tuple | list) else [message.string or ""]


def main(words: list[str]) -> int:
    if words == ["compile"]:
        compile_all()
    elif words == ["extract"]:
        print("\n".join(bring_up_to_date()) or "No catalogues under locale/ yet.")  # noqa: T201
    elif words == ["check"]:
        found = faults()
        print("\n".join(found), end="\n" if found else "")  # noqa: T201
        return 1 if found else 0
    else:
        print("python -m seren.config.translations compile|extract|check", file=sys.stderr)  # noqa: T201
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
