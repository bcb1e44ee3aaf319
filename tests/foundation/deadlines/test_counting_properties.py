"""What holds for every start and every length, whichever way days are counted."""

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from seren.foundation.deadlines import counting
from seren.foundation.rules import door as rules

DAY = timedelta(days=1)
# Leaves room for the longest count before the bank holidays end.
STARTS = st.dates(date(2024, 1, 1), date(2027, 3, 31))
NUMBERS = st.integers(0, 60)
STOPS = st.integers(0, 30)


@dataclass
class Rule:
    number: int
    counting: str
    unit: str = "days"
    starts: str = "receipt"


IN_DAYS = st.builds(
    Rule, st.integers(1, 60), st.sampled_from(["calendar", "inclusive", "clear", "working", "open"])
)
ROLLING = st.builds(Rule, st.integers(1, 6), st.just("month_to_date"), st.just("months"))
IN_MONTHS = ROLLING | st.builds(Rule, st.integers(1, 6), st.just("calendar"), st.just("months"))
RULES = IN_DAYS | IN_MONTHS


def opens(day):
    """Open on Tuesdays to Thursdays, but not in August."""
    return day.weekday() in (1, 2, 3) and day.month != 8


def counts(rule):
    return opens if rule.counting == "open" else rules.working_day


def due(start, rule, **more):
    return counting.due(start, rule, counts=counts(rule), **more)


@given(STARTS, RULES)
def test_a_later_start_is_never_due_sooner(start, rule):
    assert due(start, rule) <= due(start + DAY, rule)


@given(STARTS, RULES, st.integers(0, 6))
def test_more_time_is_never_less(start, rule, more):
    if rule.unit == "months":
        more = min(more, 2)
    assert due(start, rule) <= due(start, rule, more=more)


@given(STARTS, RULES, STOPS)
def test_standing_still_only_ever_moves_the_day_on(start, rule, stopped):
    assert due(start, rule) <= due(start, rule, stopped=stopped)


@given(STARTS, RULES)
def test_nothing_is_due_before_it_starts(start, rule):
    assert due(start, rule) >= start


@given(STARTS, ROLLING, STOPS)
def test_a_month_that_rolls_never_ends_on_a_day_off(start, rule, stopped):
    end = due(start, rule, stopped=stopped)
    plain = counting.add_months(start, rule.number) + DAY * stopped
    assert rules.working_day(end)
    assert not any(rules.working_day(plain + DAY * step) for step in range((end - plain).days))


@given(STARTS, NUMBERS)
def test_clear_days_leave_out_both_ends(start, number):
    end = due(start, Rule(number, "clear"))
    between = [start + DAY * step for step in range(1, (end - start).days)]
    assert len(between) == number


@given(STARTS, NUMBERS)
def test_notice_and_meeting_answer_each_other(start, number):
    rule = Rule(number, "clear")
    assert counting.last_notice(due(start, rule), rule) == start


@given(STARTS, st.integers(1, 60))
def test_inclusive_is_one_day_sooner_than_calendar(start, number):
    assert due(start, Rule(number, "inclusive")) == due(start, Rule(number, "calendar")) - DAY


@given(STARTS, st.integers(1, 60), st.sampled_from(["working", "open"]))
def test_as_many_days_that_count_lie_after_the_start_as_the_rule_says(start, number, way):
    rule = Rule(number, way)
    end = due(start, rule)
    assert counts(rule)(end)
    assert counting.many(start, end, counts(rule)) == number


@given(STARTS, IN_DAYS, st.data())
def test_a_pause_gives_back_exactly_the_time_it_took(start, rule, data):
    """The days that were left when it paused are the days left when it runs again."""
    plain = due(start, rule)
    paused = start + DAY * data.draw(st.integers(0, (plain - start).days))
    resumed = paused + DAY * data.draw(STOPS)
    stopped = counting.halted(paused, resumed, rule, counts=counts(rule))
    end = due(start, rule, stopped=stopped)
    if rule.counting in ("working", "open"):
        assert counting.many(resumed, end, counts(rule)) == counting.many(paused, plain, counts(rule))
    else:
        assert end - resumed == plain - paused


@given(STARTS, st.integers(0, 300))
def test_a_month_on_is_the_same_date_or_the_last_of_the_month(day, months):
    found = counting.add_months(day, months)
    assert found.day == day.day or (found + DAY).day == 1
    assert (found.year - day.year) * 12 + found.month - day.month == months


@given(st.dates(date(2015, 1, 1), date(2027, 12, 31)), st.integers(1, 300))
def test_nobody_is_a_month_older_before_the_month_is_over(born, months):
    reached = counting.reaches(born, months)
    assert reached - counting.add_months(born, months) in (timedelta(0), DAY)
    assert reached.day in (born.day, 1)


@given(st.dates(date(2015, 1, 1), date(2027, 12, 31)))
def test_the_window_between_two_birthdays_is_a_year_long(born):
    first, last = counting.window(born, 24, 36)
    assert (last - first).days in (364, 365)
