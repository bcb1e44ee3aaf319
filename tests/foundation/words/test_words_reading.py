"""Each reader gets the wording they read best, with the writer's own beneath it."""

from itertools import chain, combinations, permutations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from seren.foundation.kernel import ids
from seren.foundation.words import door as words
from seren.foundation.words.door import Status

pytestmark = [pytest.mark.db, pytest.mark.django_db]


def test_rhian_reads_welsh_first_with_the_english_original_beneath(desk):
    snail = desk.write("Mali found a snail.")
    desk.translate(snail, "cy", "Daeth Mali o hyd i falwoden.")
    shown = desk.shown(snail, "cy", "en")
    assert (shown.body, shown.language, shown.status) == (
        "Daeth Mali o hyd i falwoden.",
        "cy",
        Status.MACHINE,
    )
    assert shown.original is not None
    assert (shown.original.body, shown.original.language) == ("Mali found a snail.", "en")
    assert not shown.missing_welsh


def test_without_welsh_she_gets_the_other_language_she_reads_and_is_told(desk):
    snail = desk.write("Mali found a snail.")
    shown = desk.shown(snail, "cy", "en")
    assert (shown.body, shown.missing_welsh, shown.original) == ("Mali found a snail.", True, None)


def test_amina_reads_urdu_from_right_to_left(desk):
    snail = desk.write("Mali found a snail.")
    desk.translate(snail, "ur", "مالی کو گھونگا ملا۔", by=desk.bev)
    shown = desk.shown(snail, "ur")
    assert (shown.direction, shown.status) == ("rtl", Status.PERSON)
    assert shown.original is not None
    assert shown.original.direction == "ltr"


def test_nobody_is_left_without_words(desk):
    snail = desk.write("Znaleźliśmy ślimaka.", "pl")
    shown = desk.shown(snail, "ur", "ar")
    assert (shown.language, shown.original, shown.missing_welsh) == ("pl", None, False)
    assert desk.shown(snail).language == "pl"


def test_who_reads_welsh_second_is_not_told_it_is_missing(desk):
    snail = desk.write("Mali found a snail.")
    assert not desk.shown(snail, "en", "cy").missing_welsh
    assert desk.shown(desk.write("Ślimak", "pl"), "en", "cy").missing_welsh


def test_a_region_in_what_somebody_reads_does_not_hide_words(desk):
    assert desk.shown(desk.write("Mali found a snail."), "ur", "en-GB").language == "en"


LANGUAGES = ("en", "cy", "ur")


def expected(original, translations, reads):
    """Asked language, others they read, original: said once more, by hand."""
    for language in reads:
        if language == original or language in translations:
            return language
    return original


def test_every_mix_of_languages_falls_back_in_order(desk):
    texts = {}
    for original in LANGUAGES:
        others = [language for language in LANGUAGES if language != original]
        for translations in chain.from_iterable(combinations(others, size) for size in range(3)):
            text = desk.write(f"written in {original}", original)
            for language in translations:
                desk.translate(text, language, f"{original} in {language}")
            texts[text] = (original, translations)
    asked = [*LANGUAGES, "pl"]
    for reads in chain.from_iterable(permutations(asked, size) for size in range(5)):
        for text, shown in words.read(texts, reads).items():
            original, translations = texts[text]
            language = expected(original, translations, reads)
            assert shown.language == language
            assert (shown.original.language if shown.original else language) == original
            assert shown.body == (
                f"written in {original}" if language == original else f"{original} in {language}"
            )
            before = reads[: reads.index(language)] if language in reads else reads
            assert shown.missing_welsh == ("cy" in before)


def test_one_query_for_one_three_or_thirty_texts(desk):
    made = []
    for number in range(30):
        text = desk.write(f"Moment {number}")
        desk.translate(text, "cy", f"Eiliad {number}")
        desk.revise(text, f"Moment {number}, again")
        desk.translate(text, "cy", f"Eiliad {number} eto")
        made.append(text)
    for size in (1, 3, 30):
        with CaptureQueriesContext(connection) as ran:
            shown = words.read(made[:size], ["cy", "en"])
        assert len(ran) == 1
        assert [shown[text].body for text in made[:size]] == [
            f"Eiliad {number} eto" for number in range(size)
        ]


def test_no_texts_ask_nothing(desk):
    desk.write("Mali found a snail.")
    with CaptureQueriesContext(connection) as ran:
        assert words.read([], ["en"]) == {}
    assert not ran.captured_queries


def test_only_the_texts_asked_for_come_back(desk):
    desk.write("Not this one.")
    snail = desk.write("Mali found a snail.")
    assert list(words.read([snail, ids.new()], ["en"])) == [snail]


def test_a_translation_of_older_words_is_not_shown_for_the_new_ones(desk):
    snail = desk.write("Mali found a snail.")
    desk.translate(snail, "cy", "Daeth Mali o hyd i falwoden.")
    desk.translate(snail, "ur", "گھونگا")
    desk.revise(snail, "Mali found two snails.")
    assert desk.shown(snail, "cy", "en").body == "Mali found two snails."
    assert desk.shown(snail, "cy", "en").missing_welsh
    desk.translate(snail, "cy", "Daeth Mali o hyd i ddwy falwoden.")
    assert desk.shown(snail, "cy", "en").body == "Daeth Mali o hyd i ddwy falwoden."
    assert desk.shown(snail, "ur").language == "en"


def test_all_current_wordings_go_to_the_search_index_and_no_old_ones(desk):
    snail = desk.write("snial")
    desk.translate(snail, "ur", "گھونگا")
    desk.revise(snail, "snail")
    desk.translate(snail, "cy", "malwoden")
    other = desk.write("gate")
    found = words.bodies([snail, other])
    assert sorted(found[snail]) == [("cy", "malwoden"), ("en", "snail")]
    assert found[other] == [("en", "gate")]
