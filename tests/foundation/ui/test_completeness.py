"""Which languages are whole for whom, told from the catalogues."""

import os
from pathlib import Path

import pytest

from seren.foundation.ui import completeness

OPEN = "seren/people/accounts/templates/accounts/in.html"
FAMILY = "seren/partnership/journal/templates/journal/family/stars.html"
SHARED = "seren/partnership/journal/terms.py"
DESK = "seren/partnership/journal/templates/journal/desk/needs.html"
ALL = {"open", "family", "staff"}


HEAD = r"""msgid ""
msgstr ""
"Language: LANGUAGE\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"
"Content-Type: text/plain; charset=utf-8\n"

"""


def written(locale: Path, language: str, *entries: tuple[str, str, str]) -> None:
    folder = locale / language / "LC_MESSAGES"
    folder.mkdir(parents=True, exist_ok=True)
    head = HEAD.replace("LANGUAGE", language)
    body = "\n\n".join(
        f"#: {path}:1\n{text}\n{said}"
        if text.startswith(("#", "msgid"))
        else f'#: {path}:1\nmsgid "{text}"\nmsgstr "{said}"'
        for path, text, said in entries
    )
    (folder / "django.po").write_text(head + body + "\n", encoding="utf-8")


def whole(locale: Path, language: str = "cy") -> set[str]:
    return set(completeness.manifest(locale)[language])


def test_a_catalogue_without_gaps_is_whole_for_everyone(tmp_path: Path):
    written(
        tmp_path, "cy", (OPEN, "Sign in", "Mewngofnodi"), (FAMILY, "Stars", "Sêr"), (DESK, "Late", "Hwyr")
    )
    assert whole(tmp_path) == ALL


@pytest.mark.parametrize(
    ("where", "left"), [(OPEN, set()), (FAMILY, {"open"}), (SHARED, {"open"}), (DESK, {"open", "family"})]
)
def test_a_gap_shuts_out_those_who_would_meet_it(tmp_path: Path, where: str, left: set[str]):
    written(tmp_path, "cy", (OPEN, "Sign in", "Mewngofnodi"), (where, "Something", ""))
    assert whole(tmp_path) == left


def test_a_message_used_in_two_places_is_met_by_both(tmp_path: Path):
    written(tmp_path, "cy", (f"{DESK}:1 {FAMILY}", "Late", ""))
    assert whole(tmp_path) == {"open"}


def test_a_translation_equal_to_its_english_is_missing_unless_listed(tmp_path: Path):
    written(tmp_path, "cy", (FAMILY, "Radio", "Radio"))
    assert whole(tmp_path) == {"open"}
    (tmp_path / completeness.EQUAL).write_text("Radio cassette\n")
    assert whole(tmp_path) == {"open"}
    (tmp_path / completeness.EQUAL).write_text("Bingo\nRadio\n")
    assert whole(tmp_path) == ALL


def test_signs_without_words_may_be_equal(tmp_path: Path):
    written(tmp_path, "cy", (FAMILY, "%(day)s, %(time)s", "%(day)s, %(time)s"))
    assert whole(tmp_path) == ALL


def test_a_fuzzy_translation_is_missing(tmp_path: Path):
    written(tmp_path, "cy", (FAMILY, '#, fuzzy\nmsgid "Stars"', 'msgstr "Sêr"'))
    assert whole(tmp_path) == {"open"}


def test_every_plural_form_must_be_there(tmp_path: Path):
    plural = 'msgid "%(n)s star"\nmsgid_plural "%(n)s stars"'
    written(tmp_path, "cy", (FAMILY, plural, 'msgstr[0] "%(n)s seren"\nmsgstr[1] ""'))
    assert whole(tmp_path) == {"open"}
    written(tmp_path, "cy", (FAMILY, plural, 'msgstr[0] "%(n)s seren"\nmsgstr[1] "%(n)s o sêr"'))
    assert whole(tmp_path) == ALL


def test_the_manifest_is_written_beside_the_catalogues_and_read_back(tmp_path: Path, settings):
    settings.LOCALE_PATHS = [tmp_path]
    completeness.read_manifest.cache_clear()
    assert completeness.whole_in("family") == {"en"}
    written(tmp_path, "ur", (FAMILY, "Stars", "ستارے"), (DESK, "Late", ""))
    completeness.write(tmp_path)
    assert completeness.whole_in("family") == {"en", "ur"}
    assert completeness.whole_in("staff") == {"en"}
    completeness.read_manifest.cache_clear()


def test_a_manifest_older_than_a_catalogue_is_made_anew(tmp_path: Path, settings):
    settings.LOCALE_PATHS = [tmp_path]
    written(tmp_path, "cy", (FAMILY, "Stars", "Sêr"))
    completeness.write(tmp_path)
    made = tmp_path / completeness.MANIFEST
    written(tmp_path, "cy", (FAMILY, "Stars", ""))
    os.utime(made, (0, 0))
    completeness.read_manifest.cache_clear()
    assert completeness.whole_in("family") == {"en"}
    assert "family" not in made.read_text()
    assert {path.name for path in tmp_path.iterdir()} == {"cy", completeness.MANIFEST}
    completeness.read_manifest.cache_clear()
