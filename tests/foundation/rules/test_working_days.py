"""Bank holidays of England and Wales, held against the law they follow, and never guessed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seren.foundation.rules import door as rules
from seren.foundation.rules.packs import library

DAY = timedelta(days=1)
YEARS = sorted(library().holidays)
WITHIN = st.dates(date(YEARS[0], 2, 1), date(YEARS[-1], 10, 31))


def easter(year):
    """The anonymous Gregorian computus."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * i - k - h + m + 32) % 7
    month = (h - m + r + 90) // 25
    return date(year, month, (h - m + r + month + 19) % 32)


def monday(year, month, *, last=False):
    day = date(year, month + 1, 1) - DAY if last else date(year, month, 1)
    while day.weekday():
        day += -DAY if last else DAY
    return day


def by_law(year):
    """Banking and Financial Dealings Act 1971 and the usual proclamations, no extra holiday."""
    found = set()
    for day in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        while day.weekday() > 4 or day in found:
            day += DAY
        found.add(day)
    sunday = easter(year)
    return found | {
        sunday - 2 * DAY,
        sunday + DAY,
        monday(year, 5),
        monday(year, 5, last=True),
        monday(year, 8, last=True),
    }


@pytest.mark.parametrize("year", YEARS)
def test_the_published_days_are_those_the_law_makes(year):
    assert library().holidays[year] == by_law(year)


def test_four_years_are_known():
    assert YEARS == [2024, 2025, 2026, 2027]
    assert rules.calendar_ends() == date(2027, 12, 31)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2025, 5, 14), True),
        (date(2025, 5, 17), False),  # Saturday
        (date(2025, 5, 18), False),  # Sunday
        (date(2025, 5, 26), False),  # spring bank holiday
        (date(2025, 4, 18), False),  # Good Friday
        (date(2026, 12, 28), False),  # for Boxing Day on a Saturday
        (date(2027, 12, 27), False),  # for Christmas Day on a Saturday
        (date(2027, 12, 29), True),
    ],
)
def test_a_working_day_is_a_weekday_that_is_no_bank_holiday(day, works):
    assert rules.working_day(day) is works


@pytest.mark.parametrize("day", [date(2023, 12, 29), date(2028, 1, 3), date(2028, 1, 1)])
def test_a_year_nobody_published_raises_even_on_a_weekend(day):
    with pytest.raises(rules.BeyondCalendar):
        rules.working_day(day)


def test_counting_into_an_unknown_year_raises_and_guesses_nothing():
    assert rules.add_working_days(date(2027, 12, 24), 3) == date(2027, 12, 31)
    with pytest.raises(rules.BeyondCalendar):
        rules.add_working_days(date(2027, 12, 24), 4)


def test_five_working_days_over_easter():
    assert rules.add_working_days(date(2025, 4, 16), 5) == date(2025, 4, 25)


@given(WITHIN, st.integers(0, 40))
def test_working_days_there_and_back_again(day, number):
    begin = rules.next_working_day(day)
    end = rules.add_working_days(begin, number)
    assert rules.add_working_days(end, -number) == begin
    assert rules.working_day(end)


@given(WITHIN)
def test_the_next_working_day_is_the_first_one_not_before(day):
    found = rules.next_working_day(day)
    assert found >= day
    assert not any(rules.working_day(day + DAY * step) for step in range((found - day).days))
