"""Catalogues are brought up to date, checked and compiled without GNU gettext."""

import gettext

import pytest

from seren.config import translations

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project of one view, one page, and a Welsh catalogue that has nothing yet."""
    room = tmp_path / "seren" / "journal"
    (room / "templates").mkdir(parents=True)
    (room / "views.py").write_text('from x import gettext as _\n_("Thank you.")\n_("%(who)s waved.")\n')
    (room / "templates" / "page.html").write_text(
        "{% blocktranslate trimmed count n=n %}\n  One star.\n{% plural %}\n  {{ n }} stars.\n"
        "{% endblocktranslate %}"
        '{% include "a.html" with label=_("Send") %}'
    )
    monkeypatch.setattr(translations, "ROOT", tmp_path)
    monkeypatch.setattr(translations, "LOCALE", tmp_path / "locale")
    monkeypatch.setattr(translations, "EQUAL_WORDS", tmp_path / "locale" / "equal-words.txt")
    catalogue = tmp_path / "locale" / "cy" / "LC_MESSAGES" / "django.po"
    catalogue.parent.mkdir(parents=True)
    catalogue.write_text(HEADER)
    return catalogue


def translate(catalogue, words):
    text = catalogue.read_text()
    for english, welsh in words.items():
        text = text.replace(f'msgid "{english}"\nmsgstr ""', f'msgid "{english}"\nmsgstr "{welsh}"')
    catalogue.write_text(text)


def test_messages_of_python_and_templates_come_in(project):
    assert translations.bring_up_to_date() == ["cy: 4 gaps"]
    text = project.read_text()
    for words in ("Thank you.", "%(who)s waved.", "One star.", "%(n)s stars.", "Send"):
        assert f'"{words}"' in text


def test_a_gap_in_welsh_is_a_fault(project):
    translations.bring_up_to_date()
    translate(project, {"Thank you.": "Diolch.", "%(who)s waved.": "Chwifiodd %(who)s."})
    faults = "\n".join(translations.faults())
    assert "'Send' is not translated" in faults
    assert "'One star.' is not translated" in faults
    assert "Thank you." not in faults


def test_a_translation_that_equals_its_english_counts_as_missing_unless_listed(project):
    translations.bring_up_to_date()
    translate(project, {"Send": "Send"})
    assert any("'Send'" in fault for fault in translations.faults())
    translations.EQUAL_WORDS.write_text("Send\n")
    assert not any("'Send'" in fault for fault in translations.faults())


def test_a_place_that_is_lost_in_translation_is_a_fault(project):
    translations.bring_up_to_date()
    translate(project, {"%(who)s waved.": "Chwifiodd rhywun."})
    assert any("%(who)s waved." in fault and "places" in fault for fault in translations.faults())


def test_a_gap_in_polish_is_no_fault(project):
    polish = project.parents[2] / "pl" / "LC_MESSAGES" / "django.po"
    polish.parent.mkdir(parents=True)
    polish.write_text(HEADER)
    project.unlink()
    assert translations.bring_up_to_date() == ["pl: 4 gaps"]
    assert translations.faults() == []


def test_compiled_catalogues_are_what_gettext_reads(project):
    translations.bring_up_to_date()
    translate(project, {"Thank you.": "Diolch."})
    assert translations.compile_all() == 1
    assert translations.compile_all() == 0
    with project.with_suffix(".mo").open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("Thank you.") == "Diolch."


def test_a_wrong_word_ends_with_two(capsys):
    assert translations.main(["compose"]) == 2
