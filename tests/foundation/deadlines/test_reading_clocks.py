"""Clocks as pages read them: one query, nearest first, only among what the reader may see; and the badge."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from seren.foundation.access.door import SystemReason, system
from seren.foundation.deadlines import door as deadlines
from seren.foundation.kernel import ids
from seren.people.provision.models import Provider

pytestmark = [pytest.mark.db, pytest.mark.django_db]

TODAY = date(2025, 5, 14)


def saved(world, number):
    """Subjects that are rows, so that a queryset can hold some of them."""
    stars = [world.star() for _ in range(number)]
    for star in stars:
        star.save(force_insert=True)
    return stars


def among(stars):
    return system(SystemReason.MENDING, Provider).filter(pk__in=[star.pk for star in stars]).order_by("name")


@pytest.mark.parametrize("number", [1, 3, 30])
def test_one_query_for_any_number_of_clocks(world, django_assert_num_queries, number):
    stars = saved(world, number)
    for star in stars:
        world.open("test.thanks", TODAY, star)
    with django_assert_num_queries(1):
        assert len(deadlines.deadlines_of("test.thanks", [star.pk for star in stars])) == number
    with django_assert_num_queries(1):
        assert len(deadlines.running_among("test.thanks", among(stars), limit=50)) == number


def test_what_the_reader_may_not_see_takes_no_place_in_the_list(world):
    mine, others = saved(world, 2), saved(world, 5)
    for star in others:
        world.open("test.thanks", date(2025, 5, 1), star)
    world.open("test.thanks", date(2025, 5, 13), mine[0])
    world.open("test.thanks", date(2025, 5, 12), mine[1])
    found = deadlines.running_among("test.thanks", among(mine), limit=2)
    assert [due.subject_id for due in found] == [mine[1].pk, mine[0].pk]


def test_only_what_runs_of_that_kind_until_that_day(world):
    near, far, met, other = saved(world, 4)
    world.open("test.thanks", TODAY, near)
    world.open("test.thanks", date(2025, 5, 22), far)
    world.open("test.thanks", TODAY, met)
    world.open("test.caution", TODAY, other)
    with world.verb():
        deadlines.meet("test.thanks", met, now=datetime(2025, 5, 15, tzinfo=UTC))
    everything = among([near, far, met, other])
    found = deadlines.running_among("test.thanks", everything, limit=9, until=date(2025, 5, 21))
    assert [due.subject_id for due in found] == [near.pk]


def test_the_newest_clock_of_a_subject_is_the_one_shown(world):
    (star,) = saved(world, 1)
    world.open("test.thanks", date(2025, 5, 1), star)
    with world.verb():
        deadlines.meet("test.thanks", star, now=datetime(2025, 5, 2, tzinfo=UTC))
    world.open("test.thanks", TODAY, star)
    assert deadlines.deadlines_of("test.thanks", [star.pk])[star.pk].started_on == TODAY


def due(**change):
    plain = deadlines.Due(
        id=ids.new(),
        kind="test.complaint",
        subject_type="test.subject",
        subject_id=ids.new(),
        provider_id=ids.new(),
        setting_id=ids.new(),
        nation="england",
        rule_id="complaint.outcome",
        state=deadlines.State.OPEN,
        started_on=TODAY,
        due_on=date(2025, 6, 11),
        soon_on=date(2025, 6, 4),
        due_at=None,
        paused_on=None,
        met_on=None,
        extended_to=None,
    )
    return replace(plain, **change)


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2025, 5, 14), "on-track"),
        (date(2025, 6, 3), "on-track"),
        (date(2025, 6, 4), "soon"),
        (date(2025, 6, 10), "soon"),
        (date(2025, 6, 11), "today"),
        (date(2025, 6, 12), "late"),
    ],
)
def test_a_badge_day_by_day(today, state):
    badge = deadlines.badge(due(), today)
    assert (badge.state, badge.day) == (state, date(2025, 6, 11))


@pytest.mark.parametrize(
    ("change", "state", "day"),
    [
        ({"state": deadlines.State.LATE}, "late", date(2025, 6, 11)),
        ({"state": deadlines.State.PAUSED, "paused_on": date(2025, 5, 20)}, "paused", date(2025, 5, 20)),
        ({"state": deadlines.State.MET, "met_on": date(2025, 5, 30)}, "done", date(2025, 5, 30)),
        ({"state": deadlines.State.STOPPED}, "done", date(2025, 6, 11)),
    ],
)
def test_a_badge_of_what_does_not_run(change, state, day):
    badge = deadlines.badge(due(**change), date(2025, 7, 1))
    assert (badge.state, badge.day) == (state, day)
