"""The worked examples of the notes on the law, over ends of months, leap years and holidays."""

import ast
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from seren.foundation.deadlines import counting
from seren.foundation.deadlines import door as deadlines
from seren.foundation.kernel.clock import LONDON
from seren.foundation.rules import door as rules

DAY = timedelta(days=1)


def due(nation, rule_id, start, **more):
    rule = rules.value(nation, rule_id, start)
    return deadlines.due(start, rule, counts=rules.working_day, **more)


@pytest.mark.parametrize(
    ("received", "answered"),
    [
        (date(2025, 9, 3), date(2025, 10, 3)),  # a Friday: that day
        (date(2025, 5, 14), date(2025, 6, 16)),  # 14 June is a Saturday
        (date(2025, 3, 16), date(2025, 4, 16)),  # received on a Sunday: counts all the same
        (date(2025, 3, 18), date(2025, 4, 22)),  # 18 April is Good Friday, then a weekend, then Easter Monday
        (date(2025, 1, 31), date(2025, 2, 28)),  # no 31 February: its last day
        (date(2024, 1, 31), date(2024, 2, 29)),  # a leap year
        (date(2025, 8, 31), date(2025, 9, 30)),
        (date(2025, 11, 25), date(2025, 12, 29)),  # Christmas, Boxing Day, weekend
        (date(2025, 12, 1), date(2026, 1, 2)),  # New Year's Day
        (date(2026, 11, 26), date(2026, 12, 29)),  # Saturday, Sunday, the Monday for Boxing Day
    ],
)
def test_a_request_for_a_record_is_answered_on_the_same_date_next_month(received, answered):  # D-04
    assert due("england", "access-request.answer", received) == answered
    assert due("wales", "access-request.answer", received) == answered


@pytest.mark.parametrize(
    ("received", "answered"),
    [
        (date(2025, 5, 14), date(2025, 8, 14)),
        (date(2025, 1, 31), date(2025, 4, 30)),
        (date(2024, 11, 30), date(2025, 2, 28)),
        (date(2025, 9, 26), date(2025, 12, 29)),
    ],
)
def test_a_complex_request_has_two_more_months_from_the_day_it_came(received, answered):  # D-05
    assert due("england", "access-request.answer", received, more=2) == answered


@pytest.mark.parametrize(
    ("received", "answered"),
    [
        (date(2025, 5, 14), date(2025, 6, 11)),
        (date(2025, 2, 1), date(2025, 3, 1)),
        (date(2024, 2, 1), date(2024, 2, 29)),
        (date(2025, 11, 28), date(2025, 12, 26)),  # a bank holiday does not move it
        (date(2025, 3, 29), date(2025, 4, 26)),  # the clocks go forward in between
    ],
)
def test_a_complaint_in_england_is_answered_in_28_days(received, answered):  # E-28
    assert due("england", "complaint.outcome", received) == answered


@pytest.mark.parametrize(
    ("happened", "told"),
    [
        (date(2025, 5, 14), date(2025, 5, 27)),
        (date(2024, 2, 16), date(2024, 2, 29)),
        (date(2025, 2, 16), date(2025, 3, 1)),
        (date(2025, 12, 20), date(2026, 1, 2)),
    ],
)
def test_ofsted_hears_within_14_days_and_the_day_it_happened_is_the_first(happened, told):  # E-35
    assert due("england", "regulator.serious-event", happened) == told == happened + 13 * DAY


def test_ciw_hears_on_the_day():  # W-19
    assert due("wales", "regulator.serious-event", date(2025, 5, 14)) == date(2025, 5, 14)


def test_a_complaint_in_wales_has_14_days_and_with_agreement_28():  # W-06
    assert due("wales", "complaint.local-resolution", date(2025, 5, 14)) == date(2025, 5, 28)
    assert due("wales", "complaint.local-resolution", date(2025, 5, 14), more=14) == date(2025, 6, 11)


def test_a_formal_complaint_in_wales_has_35_days():  # W-08
    assert due("wales", "complaint.formal", date(2025, 5, 14)) == date(2025, 6, 18)


def test_the_first_look_at_a_child_in_wales_is_done_in_six_weeks():  # W-23
    assert due("wales", "on-entry.due", date(2025, 9, 1)) == date(2025, 10, 13)


@pytest.mark.parametrize(
    ("held", "next_one"),
    [(date(2025, 5, 14), date(2026, 5, 14)), (date(2024, 2, 29), date(2025, 2, 28))],
)
def test_the_review_of_quality_comes_round_in_a_year(held, next_one):  # T5
    assert due("wales", "quality-review.due", held) == next_one


def test_a_data_complaint_is_acknowledged_in_30_days():  # D-07
    assert due("england", "data-complaint.acknowledge", date(2026, 6, 19)) == date(2026, 7, 19)


def test_a_meeting_has_14_clear_days_neither_end_counted():
    notice = rules.value("england", "agm.notice", date(2025, 5, 14))
    post = rules.value("england", "agm.notice.by-post", date(2025, 5, 14)).number
    served, earliest = date(2025, 5, 14), date(2025, 5, 29)
    assert deadlines.due(served, notice, counts=rules.working_day) == earliest == served + 15 * DAY
    assert deadlines.last_notice(earliest, notice) == served
    assert deadlines.last_notice(earliest, notice, by_post=post) == date(2025, 5, 12)


@pytest.mark.parametrize(
    ("born", "opens", "ends"),
    [
        (date(2023, 3, 10), date(2025, 3, 10), date(2026, 3, 9)),
        (date(2023, 1, 1), date(2025, 1, 1), date(2025, 12, 31)),
        (date(2023, 3, 1), date(2025, 3, 1), date(2026, 2, 28)),
        (date(2021, 3, 1), date(2023, 3, 1), date(2024, 2, 29)),
        (date(2024, 2, 29), date(2026, 3, 1), date(2027, 2, 28)),  # two, and three, on 1 March
    ],
)
def test_the_check_at_two_runs_from_the_second_birthday_to_the_day_before_the_third(born, opens, ends):
    # E-20
    on = date(2025, 5, 14)
    first, last = (rules.value("england", f"progress-check.{end}", on) for end in ("opens", "due"))
    assert deadlines.window(born, first.number, last.number) == (opens, ends)
    assert deadlines.due(born, first, counts=rules.working_day) == opens
    assert deadlines.due(born, last, counts=rules.working_day) == ends


def test_a_note_of_an_accident_is_kept_until_21_years_and_3_months():
    kept = rules.value("england", "keep.accident", date(2025, 5, 14))
    assert deadlines.due(date(2023, 3, 10), kept, counts=rules.working_day) == date(2044, 6, 10)
    assert deadlines.due(date(2023, 11, 30), kept, counts=rules.working_day) == date(2045, 3, 1)


def test_a_record_is_kept_three_years_after_leaving():
    assert due("england", "keep.child-record", date(2024, 2, 29)) == date(2027, 2, 28)


def test_a_star_is_thanked_for_within_five_days_that_the_setting_is_open():
    def hill_lane_is_open(day):  # closed for half term, and every Friday
        half_term = date(2025, 5, 26) <= day <= date(2025, 5, 30)
        return rules.working_day(day) and day.weekday() != 4 and not half_term

    rule = rules.value("england", "star.acknowledge", date(2025, 5, 20))
    assert deadlines.due(date(2025, 5, 20), rule, counts=hill_lane_is_open) == date(2025, 6, 4)


@pytest.mark.parametrize(
    ("knew", "ends"),
    [
        (datetime(2025, 5, 14, 10, 40, tzinfo=LONDON), datetime(2025, 5, 17, 10, 40, tzinfo=LONDON)),
        (datetime(2025, 3, 29, 10, 0, tzinfo=LONDON), datetime(2025, 4, 1, 11, 0, tzinfo=LONDON)),
        (datetime(2025, 10, 24, 10, 0, tzinfo=LONDON), datetime(2025, 10, 27, 9, 0, tzinfo=LONDON)),
    ],
)
def test_72_hours_are_72_hours_when_the_clocks_change(knew, ends):  # D-20
    rule = rules.value("england", "breach.report", knew.date())
    found = deadlines.due_at(knew, rule)
    assert found == ends.astimezone(UTC)
    assert found - knew.astimezone(UTC) == timedelta(hours=72)


def test_an_instant_without_a_zone_is_refused():
    rule = rules.value("england", "breach.report", date(2025, 5, 14))
    with pytest.raises(deadlines.Uncountable):
        deadlines.due_at(datetime(2025, 5, 14, 10, 40), rule)


def test_hours_have_no_day_and_days_no_hour():
    on = date(2025, 5, 14)
    with pytest.raises(deadlines.Uncountable):
        due("england", "breach.report", on)
    with pytest.raises(deadlines.Uncountable):
        due("england", "key-children.load", on)
    with pytest.raises(deadlines.Uncountable):
        deadlines.due_at(datetime(2025, 5, 14, tzinfo=UTC), rules.value("england", "complaint.outcome", on))
    with pytest.raises(deadlines.Uncountable):
        deadlines.last_notice(on, rules.value("england", "complaint.outcome", on))


def test_a_setting_that_never_opens_is_an_error_and_not_a_day_in_the_next_century():
    with pytest.raises(deadlines.Uncountable):
        deadlines.nth_after(date(2025, 5, 14), 1, lambda day: False)


def test_a_working_day_rule_beyond_the_known_holidays_raises():
    with pytest.raises(rules.BeyondCalendar):
        due("england", "access-request.answer", date(2027, 12, 14))


def test_a_date_that_is_not_there_is_the_last_of_its_month():
    assert deadlines.add_months(date(2025, 1, 31), 1) == date(2025, 2, 28)
    assert deadlines.add_months(date(2025, 12, 31), 2) == date(2026, 2, 28)
    assert deadlines.add_months(date(2025, 3, 31), -1) == date(2025, 2, 28)


def test_the_counting_library_knows_neither_django_nor_the_clock():
    tree = ast.parse(Path(counting.__file__).read_text())
    imported = {
        node.module if isinstance(node, ast.ImportFrom) else node.names[0].name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    assert imported == {"calendar", "collections.abc", "datetime", "typing"}
