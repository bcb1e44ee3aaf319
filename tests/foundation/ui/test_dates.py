"""Days as people say them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from babel import Locale
from django.conf import settings
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from seren.foundation.kernel import clock
from seren.foundation.ui import dates
from seren.foundation.ui.dues import Due, DueState, due_words

DAY = date(2025, 5, 14)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Wednesday 14 May"),
        ("cy", "dydd Mercher 14 Mai"),
        ("pl", "środa, 14 maja"),
        ("ro", "miercuri, 14 mai"),
        ("ur", "بدھ، 14 مئی"),
        ("pt", "quarta-feira, 14 de maio"),
        ("es", "miércoles, 14 de mayo"),
        ("uk", "середа, 14 травня"),
    ],
)
def test_a_day_is_said_as_the_language_says_it(language: str, said: str):
    assert dates.day_words(DAY, language=language) == said


def test_a_welsh_day_begins_large_only_at_the_start_of_a_line():
    with translation.override("cy"):
        assert dates.standing(DAY) == "Dydd Mercher 14 Mai"
        assert dates.day_words(DAY, year=True) == "dydd Mercher 14 Mai 2025"
        assert dates.month_words(DAY) == "Mai 2025"


@given(
    st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.sampled_from([code for code, _ in settings.LANGUAGES])
)
def test_every_day_has_words_in_every_language_with_our_digits(day: date, language: str):
    said = dates.day_words(day, year=True, language=language)
    assert str(day.day) in said
    assert str(day.year) in said
    assert all(sign in "0123456789" for sign in said if sign.isdigit())
    assert len(said) > 8


def test_every_language_of_the_interface_is_known():
    for code, _ in settings.LANGUAGES:
        assert Locale.parse(code)


def test_times_are_londons():
    summer = datetime(2025, 5, 14, 8, 5, tzinfo=UTC)
    assert dates.time_words(summer) == "9:05"
    assert dates.time_words(datetime(2025, 1, 14, 0, 0, tzinfo=UTC)) == "0:00"


@pytest.mark.parametrize(
    ("ago", "said"),
    [
        (timedelta(minutes=5), "today, 10:35"),
        (timedelta(hours=11), "yesterday, 23:40"),
        (timedelta(days=2), "Monday 12 May, 10:40"),
        (timedelta(days=400), "Tuesday 9 April 2024, 10:40"),
    ],
)
def test_when_is_said_from_where_we_stand(now: datetime, ago: timedelta, said: str):
    assert dates.when_words(now - ago, now) == said


def test_an_instant_before_london_midnight_belongs_to_the_day_before():
    just_before = datetime(2025, 5, 13, 22, 59, tzinfo=UTC)
    assert dates.when_words(just_before, clock.now()) == "yesterday, 23:59"


@pytest.mark.parametrize(
    ("days", "language", "said"),
    [
        ((), "en", ""),
        ((3, 0), "en", "Mon, Thu"),
        ((0, 1), "en", "Mon, Tue"),
        ((2, 1, 0), "en", "Mon–Wed"),
        ((0, 1, 2, 4), "en", "Mon, Tue, Wed, Fri"),
        ((0, 4), "cy", "Llun, Gwen"),
    ],
)
def test_weekdays_are_listed_and_a_whole_run_by_its_ends(days: tuple[int, ...], language: str, said: str):
    assert dates.weekdays_words(days, language=language) == said


@pytest.mark.parametrize("state", DueState)
def test_a_deadline_always_shows_its_date(state: DueState):
    said = due_words(Due(state, DAY))
    assert '<time datetime="2025-05-14">Wed 14 May</time>' in said


def test_a_deadline_without_a_place_for_its_date_is_refused():
    with pytest.raises(ValueError, match="always shows its date"):
        due_words(Due(DueState.SOON, DAY, "3 days left"))


def test_words_of_a_deadline_are_escaped():
    assert "&lt;b&gt;" in due_words(Due(DueState.SOON, DAY, "<b>%(day)s"))
