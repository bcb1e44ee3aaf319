"""Nobody is disturbed in their quiet hours, and nobody waits longer than to the end of them."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seren.foundation.kernel.clock import at_london, local
from seren.foundation.notify import timing
from seren.foundation.notify.models import Channel, Urgency
from tests.foundation.notify.conftest import DEFAULT

MUM = replace(DEFAULT, email="mum@example.org")
HOUR = time(17, 30)

quarters = st.integers(0, 95).map(lambda n: time(n // 4, n % 4 * 15))
# Around both changes of the clocks, and an ordinary week.
instants = st.one_of(
    *(
        st.integers(0, 8 * 24 * 60).map(lambda n, first=first: first + timedelta(minutes=n))
        for first in (
            datetime(2025, 3, 26, tzinfo=UTC),
            datetime(2025, 5, 12, tzinfo=UTC),
            datetime(2025, 10, 22, tzinfo=UTC),
        )
    )
)
wishes = st.builds(
    lambda start, end, weekends: replace(MUM, quiet_from=start, quiet_to=end, quiet_weekends=weekends),
    quarters,
    quarters,
    st.booleans(),
)


@settings(max_examples=300, deadline=None)
@given(reach=wishes, at=instants)
def test_the_next_opening_is_the_first_minute_that_is_not_quiet(reach, at):
    opening = timing.next_opening(reach, at)
    assert not timing.quiet(reach, opening)
    minute = at
    while minute < opening:
        assert timing.quiet(reach, minute), f"open already at {local(minute)}"
        minute += timedelta(minutes=5) if opening - minute > timedelta(hours=3) else timedelta(minutes=1)


@pytest.mark.parametrize("night", [date(2025, 3, 30), date(2025, 10, 26)])
def test_the_night_the_clocks_change_is_quiet_exactly_as_long_as_the_clock_says(night):
    """Every quarter at which quiet can end, from every five minutes of that night."""
    for quarter in range(16):
        reach = replace(MUM, quiet_from=time(22), quiet_to=time(quarter // 4, quarter % 4 * 15))
        reach = replace(reach, quiet_weekends=False)
        for five in range(12 * 6):
            at = datetime.combine(night, time(0), UTC) - timedelta(hours=1) + timedelta(minutes=5 * five)
            opening = at
            while timing.quiet(reach, opening):
                opening += timedelta(minutes=5)
            assert timing.next_opening(reach, at) == opening, (reach.quiet_to, local(at))


@settings(max_examples=300, deadline=None)
@given(reach=wishes, at=instants, hour=quarters, sent_today=st.booleans())
def test_a_digest_comes_at_the_setting_s_hour_or_at_the_first_opening_after(reach, at, hour, sent_today):
    after = at_london(local(at).date() + timedelta(days=1)) if sent_today else None
    plan = timing.plan(reach, Urgency.NORMAL, at, hour, after=after)
    assert plan.at >= (after or at)
    assert not timing.quiet(reach, plan.at)
    assert plan.digest_on == local(plan.at).date()
    at_the_hour = plan.at == at_london(plan.digest_on, hour.hour, hour.minute)
    hours = [at_london(local(at).date() + timedelta(days=n), hour.hour, hour.minute) for n in range(9)]
    open_hours = [slot for slot in hours if slot >= (after or at) and not timing.quiet(reach, slot)]
    assert at_the_hour or not open_hours
    assert plan.at <= (open_hours or [timing.next_opening(reach, hours[-1])])[0]


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ((2025, 5, 14, 18, 59), (2025, 5, 14, 18, 59)),  # Wednesday, just before
        ((2025, 5, 14, 19, 0), (2025, 5, 15, 7, 30)),
        ((2025, 5, 15, 7, 29), (2025, 5, 15, 7, 30)),
        ((2025, 5, 15, 7, 30), (2025, 5, 15, 7, 30)),
        ((2025, 5, 16, 19, 0), (2025, 5, 19, 7, 30)),  # Friday evening: Monday morning
        ((2025, 5, 17, 12, 0), (2025, 5, 19, 7, 30)),  # Saturday noon
        ((2025, 3, 28, 20, 0), (2025, 3, 31, 7, 30)),  # over the weekend the clocks go forward
        ((2025, 10, 24, 20, 0), (2025, 10, 27, 7, 30)),  # and back
    ],
)
def test_the_usual_wishes(said, heard):
    def instant(year, month, day, hour, minute):
        return at_london(date(year, month, day), hour, minute)

    assert timing.next_opening(MUM, instant(*said)) == instant(*heard)


@pytest.mark.parametrize(
    ("day", "digest_on"),
    [
        (date(2025, 5, 14), date(2025, 5, 14)),
        (date(2025, 5, 16), date(2025, 5, 16)),
        (date(2025, 5, 17), date(2025, 5, 19)),  # Saturday's waits for Monday afternoon
    ],
)
def test_a_digest_is_for_an_afternoon(day, digest_on):
    plan = timing.plan(MUM, Urgency.NORMAL, at_london(day, 10), HOUR)
    assert (plan.digest_on, plan.at) == (digest_on, at_london(digest_on, 17, 30))


def test_urgent_words_pass_quiet_hours_and_paper_does_not_wait():
    night = at_london(date(2025, 5, 17), 23)
    assert timing.plan(MUM, Urgency.NOW, night, HOUR) == timing.Plan(Channel.EMAIL, night)
    on_paper = replace(MUM, on_paper=True)
    for urgency in Urgency:
        assert timing.plan(on_paper, urgency, night, HOUR) == timing.Plan(Channel.PAPER, night)


def test_who_has_no_address_is_told_on_the_page():
    night = at_london(date(2025, 5, 17), 23)
    assert timing.plan(replace(MUM, email=None), Urgency.NORMAL, night, HOUR).channel == Channel.PAGE
