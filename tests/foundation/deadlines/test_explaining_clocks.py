"""Each clock says how it counts and gives an example, in English and Welsh; the table is current."""

from datetime import UTC, date, datetime

import pytest

from seren.foundation.deadlines import door as deadlines
from seren.foundation.deadlines import table
from seren.foundation.rules import door as rules

TODAY = date(2025, 5, 14)


def explain(nation, rule_id, start, language):
    return deadlines.explain(rules.value(nation, rule_id, TODAY), start, language)


def test_an_inclusive_clock_in_english():
    told = explain("england", "regulator.serious-event", TODAY, "en")
    assert str(told.rule) == "We count every day. The day it starts is day 1."
    assert str(told.example) == "It starts on Wednesday 14 May 2025. The last day is Tuesday 27 May 2025."
    assert told.due == date(2025, 5, 27)


def test_a_clock_in_welsh_has_welsh_days():
    told = explain("wales", "complaint.local-resolution", TODAY, "cy")
    assert told.rule.language == told.example.language == "cy"
    assert str(told.example) == "Dechrau: Dydd Mercher 14 Mai 2025. Gorffen: Dydd Mercher 28 Mai 2025."


def test_a_language_without_the_sentence_gets_english_days_as_well():
    told = explain("england", "complaint.outcome", TODAY, "pl")
    assert told.example.language == "en"
    assert "Wednesday 11 June 2025" in str(told.example)


def test_hours_show_the_london_hour():
    told = explain("england", "breach.report", datetime(2025, 3, 29, 10, 0, tzinfo=UTC), "en")
    assert str(told.example) == (
        "It starts on Saturday 29 March 2025, 10:00. It ends on Tuesday 1 April 2025, 11:00."
    )


def test_the_age_of_a_child_is_told_as_an_age():
    told = explain("england", "progress-check.due", date(2023, 3, 10), "en")
    assert "day before the birthday" in str(told.rule)
    assert told.due == date(2026, 3, 9)


def test_a_month_is_not_told_as_counting_days():
    told = explain("wales", "quality-review.due", date(2024, 2, 29), "en")
    assert str(told.rule).startswith("It ends on the same date of a later month.")


def test_the_same_day_is_told_as_that():
    assert str(explain("england", "told.accident", TODAY, "en").rule) == "It is done on the same day."


def test_a_number_that_is_no_clock_has_nothing_to_tell():
    with pytest.raises(deadlines.Uncountable):
        explain("england", "key-children.load", TODAY, "en")


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("nation", rules.NATIONS)
def test_every_clock_of_the_packs_can_be_told(nation, language):
    for rule in rules.rules_on(nation, date(2026, 9, 1)):
        if rule.counting != rules.Counting.NONE:
            told = deadlines.explain(rule, TODAY, language)
            assert told.rule.language == told.example.language == language
            assert "{" not in told.example.text


def test_the_table_of_clocks_is_the_one_the_packs_give():
    message = "write docs/clocks.md again: see seren/foundation/deadlines/table.py"
    assert table.PAGE.read_text(encoding="utf-8") == table.page(), message
