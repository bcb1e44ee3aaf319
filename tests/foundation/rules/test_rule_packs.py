"""The packs as they are shipped: whole in both languages, short enough to read, one rule at a time."""

import re
from datetime import date, timedelta
from statistics import mean

import pytest

from seren.foundation.rules import checks, lookup, packs
from seren.foundation.rules.values import Confidence, Counting, Force

LIBRARY = packs.library()
VERSIONS = [version for versions in LIBRARY.versions.values() for version in versions]
SENTENCES = [
    (version.value.rule_id, language, text)
    for version in VERSIONS
    for language, text in version.words.items()
] + [
    (words.code, language, text)
    for words in LIBRARY.countings.values()
    for side in (words.rules, words.examples)
    for language, text in side.items()
]
TAGS = [tag for framework in LIBRARY.frameworks for area in framework.areas for tag in (area, *area.aspects)]
NOT_OURS = re.compile(r"\b(simply|just|please note|failed|invalid|submit|user)\b", re.IGNORECASE)


def one_by_one(text):
    return [part for part in re.split(r"(?<=[.:])\s+", text) if part.strip(".")]


@pytest.mark.parametrize("clock", [f"T{number}" for number in range(1, 18)])
def test_every_clock_of_the_table_of_law_has_a_rule(clock):
    assert [version for version in VERSIONS if version.value.clock == clock]


CITED = """
    E-03 E-06 E-07 E-11 E-13 E-20 E-28 E-29 E-32 E-33 E-35 E-37 X-07 X-10 X-19 X-20
    P-05 P-07 P-14 C-05 W-06 W-08 W-13 W-14 W-19 W-23 D-04 D-07 D-20
"""


@pytest.mark.parametrize("basis", CITED.split())
def test_the_rule_cites_where_it_comes_from(basis):
    assert [version for version in VERSIONS if version.value.basis == basis]


def test_sentences_are_short_enough_for_a_reader_of_ten():
    lengths = [len(part.split()) for _, _, text in SENTENCES for part in one_by_one(text)]
    assert max(lengths) <= 20
    assert mean(lengths) <= 12


@pytest.mark.parametrize(("rule", "language", "text"), SENTENCES)
def test_a_sentence_is_in_our_voice(rule, language, text):
    assert "!" not in text
    assert "'" not in text
    assert '"' not in text
    assert not NOT_OURS.search(text)
    assert text.rstrip().endswith((".", "۔"))


def test_welsh_is_written_and_not_left_in_english():
    for version in VERSIONS:
        assert version.words["cy"] != version.words["en"], version.value.rule_id
    for tag in TAGS:
        assert tag.labels["cy"] != tag.labels["en"], tag.code
        assert tag.glosses["cy"] != tag.glosses["en"], tag.code


def test_what_parents_see_of_a_moment_is_in_urdu_too():
    arabic_script = re.compile(r"^[\u0600-\u06ff]")
    shown = [word.labels["ur"] for word in LIBRARY.quick_words]
    shown += [word.ones["ur"] for word in LIBRARY.key_person_words]
    shown += [side["ur"] for tag in TAGS for side in (tag.labels, tag.glosses)]
    assert all(arabic_script.match(text) for text in shown)


def test_what_was_not_read_at_its_source_is_shown_to_check():
    doubtful = [version.value for version in VERSIONS if version.value.to_check]
    assert {value.confidence for value in doubtful} == {Confidence.MIDDLE}
    assert lookup.value("wales", "complaint.formal", date(2025, 5, 14)).to_check
    assert not lookup.value("england", "complaint.outcome", date(2025, 5, 14)).to_check


def test_our_own_choices_are_never_called_law():
    for version in VERSIONS:
        own = version.value.confidence is Confidence.OWN
        assert own == (version.value.force is Force.PRODUCT), version.value.rule_id


def test_what_staff_owe_a_family_counts_open_days_and_safety_does_not_wait():
    on = date(2025, 5, 14)
    counting = {
        rule: lookup.value("england", rule, on).counting
        for rule in ("star.acknowledge", "record-comment.decide", "caution.decide", "order.review")
    }
    assert counting == {
        "star.acknowledge": Counting.OPEN,
        "record-comment.decide": Counting.OPEN,
        "caution.decide": Counting.WORKING,
        "order.review": Counting.CALENDAR,
    }


def test_a_number_a_setting_may_change_is_not_frozen_into_its_sentence():
    told_without = {"keep.accident", "keep.serious-health"}  # "over 21", which holds at every bound
    for version in VERSIONS:
        if version.bounds and version.value.rule_id not in told_without:
            assert all("{value}" in text for text in version.words.values()), version.value.rule_id


def test_no_sentence_says_one_days():
    """English has no plural for one: where a setting may choose one, the words must not need it."""
    for version in VERSIONS:
        if version.bounds and version.bounds[0] < 2:
            assert re.search(r": \{value\}\.$", version.words["en"]), version.value.rule_id


def test_a_day_has_one_rule_at_most_for_each_nation():
    """Looked at day by day around every edition, not by comparing ranges as the reader of packs does."""
    edges = {version.from_day for version in VERSIONS} | {v.to_day for v in VERSIONS if v.to_day}
    days = {edge + timedelta(days=step) for edge in edges for step in (-1, 0, 1)}
    for day in days:
        for nation in ("england", "wales"):
            ids = [value.rule_id for value in lookup.rules_on(nation, day)]
            assert len(ids) == len(set(ids))


def test_the_shipped_packs_pass_the_start_up_check():
    assert checks.the_packs_are_in_order() == []


def test_a_rule_that_code_needs_and_no_pack_has_stops_the_start(monkeypatch):
    monkeypatch.setattr(lookup, "_needed", {})
    lookup.need("complaint.outcome")
    assert [str(error.msg) for error in checks.the_packs_are_in_order()] == [
        "no pack has the rule complaint.outcome in wales"
    ]


def test_packs_out_of_order_stop_the_start(monkeypatch):
    def broken():
        raise packs.BadPacks(["england-2025.toml: rule a: needs a citation"])

    monkeypatch.setattr(checks, "library", broken)
    assert [error.id for error in checks.the_packs_are_in_order()] == ["rules.E001"]
