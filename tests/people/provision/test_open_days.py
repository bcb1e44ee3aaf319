"""The clocks of a setting count the days it is open, by its own calendar."""

from datetime import date

import pytest

from seren.foundation.access.door import Operator
from seren.foundation.deadlines.door import nth_after
from seren.foundation.deadlines.kinds import day_counter
from seren.foundation.rules.door import Counting
from seren.people.provision.domain import add_term, close_on, open_provider, open_setting
from seren.people.provision.queries import open_days
from seren.people.provision.terms import Care, Nation

pytestmark = [pytest.mark.db, pytest.mark.django_db]


@pytest.fixture
def hill_lane(now):
    console = Operator(open_provider(name="Hill Lane", now=now).id, now)
    setting = open_setting(
        actor=console, name="Hill Lane", nation=Nation.ENGLAND, care=Care.PRE_SCHOOL, now=now
    )
    half_term = (date(2025, 5, 26), date(2025, 5, 30))
    days = (date(2025, 4, 28), date(2025, 7, 22))
    add_term(actor=console, setting=setting, name="Summer", days=days, half_term=half_term, now=now)
    close_on(actor=console, setting=setting, day=date(2025, 5, 22), reason="Voting in our hall", now=now)
    return setting


def test_five_open_days_from_wednesday_pass_over_a_closure_and_half_term(hill_lane):
    is_open = day_counter(hill_lane.id, Counting.OPEN)
    assert nth_after(date(2025, 5, 14), 5, is_open) == date(2025, 5, 21)
    assert nth_after(date(2025, 5, 21), 2, is_open) == date(2025, 6, 2)


def test_open_days_are_those_the_clock_counts(hill_lane, django_assert_num_queries):
    with django_assert_num_queries(1):
        days = open_days(hill_lane.id, date(2025, 5, 19), date(2025, 6, 3))
    assert [day.day for day in days] == [19, 20, 21, 23, 2, 3]
