"""From rows to a standing: shares, and promises to every one."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seren.foundation.kernel import ids
from seren.foundation.promises.door import Day, Row, State, each, share, share_state, worst

pytestmark = pytest.mark.django_db
SINCE = date(2025, 4, 1)


def rows(kept, missing=0, mended=0):
    held = [Row(ids.new(), True) for _ in range(kept)] + [Row(ids.new(), False) for _ in range(missing)]
    return held + [Row(ids.new(), False, mended=True) for _ in range(mended)]


@pytest.mark.parametrize(
    ("figure", "of", "state"),
    [
        (0, 0, State.UNMEASURED),
        (9, 10, State.KEPT),
        (899, 1000, State.AT_RISK),
        (7, 10, State.AT_RISK),
        (699, 1000, State.NOT_KEPT),
        (0, 1, State.NOT_KEPT),
    ],
)
def test_share_goes_by_the_product_s_thresholds(day, figure, of, state):
    assert share_state(day, figure, of) is state


def test_share_counts_its_rows(day):
    evidence = share(day, rows(37, 4), SINCE, {"red": 28}.items())
    assert (evidence.state, evidence.figure, evidence.of) == (State.KEPT, 37, 41)
    assert (evidence.since, evidence.until) == (SINCE, date(2025, 5, 14))
    assert evidence.parts == (("red", 28),)


def test_another_reason_makes_a_kept_share_at_risk_and_mends_none(day):
    assert share(day, rows(10), SINCE, worse=True).state is State.AT_RISK
    assert share(day, rows(1, 9), SINCE, worse=True).state is State.NOT_KEPT
    assert share(day, [], SINCE, worse=True).state is State.UNMEASURED


@pytest.mark.parametrize(
    ("kept", "missing", "mended", "state"),
    [
        (0, 0, 0, State.UNMEASURED),
        (400, 0, 0, State.KEPT),
        (400, 0, 1, State.AT_RISK),
        (400, 1, 0, State.NOT_KEPT),
        (400, 1, 9, State.NOT_KEPT),
    ],
)
def test_a_promise_to_every_one_is_broken_by_one_who_waits(day, kept, missing, mended, state):
    assert each(day, rows(kept, missing, mended), SINCE).state is state


@given(st.lists(st.sampled_from(State)))
def test_the_worst_is_one_of_them_and_nothing_makes_it_better(states):
    found = worst(states)
    assert found in (states or [State.UNMEASURED])
    assert worst([*states, State.UNMEASURED]) is found
    assert worst([*states, State.NOT_KEPT]) is State.NOT_KEPT


@pytest.mark.parametrize(
    ("now", "began"),
    [
        (datetime(2025, 5, 14, 9, tzinfo=UTC), date(2024, 9, 1)),
        (datetime(2025, 8, 31, 22, 59, tzinfo=UTC), date(2024, 9, 1)),
        (datetime(2025, 8, 31, 23, tzinfo=UTC), date(2025, 9, 1)),  # midnight in London
        (datetime(2026, 1, 1, tzinfo=UTC), date(2025, 9, 1)),
    ],
)
def test_the_year_begins_on_the_first_of_september_in_london(place, now, began):
    assert Day(place, now).year_began == began
