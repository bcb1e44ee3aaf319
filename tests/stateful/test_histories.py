"""Histories nobody wrote: after every step, nobody’s lists hold what the facts forbid (trust.md T3, G3)."""

from random import Random

import pytest
from django.test import override_settings
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests import world as worlds
from tests.instant import NOW
from tests.stateful import crawl
from tests.stateful.consent_steps import Permission
from tests.stateful.family_steps import Families
from tests.stateful.ground import Pick, on_stage
from tests.stateful.journal_steps import Journal
from tests.stateful.nursery import open_nursery
from tests.stateful.safety_steps import Safety
from tests.stateful.work_steps import Work

pytestmark = pytest.mark.oracle


class Everything(Safety, Families, Work, Journal, Permission):
    pass


# Shared out between the cores in parts. The pages are walked after every twentieth.
HISTORIES, STEPS, PARTS, CRAWLED = 200, 30, 4, 20
LONG_HISTORIES, LONG_STEPS, LONG_PARTS = 5_000, 50, 20
FEW = 4  # verbs no history of one part happens to get through
VERBS = (
    "restrict", "record_order", "ask_lift", "keep", "add_guardian", "end_guardian", "make_household",
    "join_household", "leave_household", "child_lives", "invite_viewer", "end_viewer", "name_collector",
    "show_oneself", "hide_oneself", "end_membership", "move_room", "name_key_person", "close_account",
    "note_moment", "share_star", "ask", "answer",
)  # fmt: skip
RULES = Everything.setup_state().rules


@pytest.fixture(scope="module")
def stage(django_db_setup, django_db_blocker):
    """In a database of its own, whose connection keeps in mind all it is asked again and again.

    The slow hash of a collector’s password has tests of its own.
    """
    with django_db_blocker.unblock():
        connection = worlds.open_tables("histories", cached_statements=2_000)
        with (
            override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]),
            worlds.connected_to(connection),
            worlds.undone(connection),
            on_stage(open_nursery(NOW)) as stage,
        ):
            yield stage
        worlds.close_database(connection)


def walked(number, steps, *, crawled):
    """One history by its number, the same each time: each step is one of those that can be taken now."""
    choosing = Random(number)
    history = Everything()
    history.random.seed(number)
    try:
        for _ in range(steps):
            rule = choosing.choice([one for one in RULES if all(may(history) for may in one.preconditions)])
            given = {"pick": Pick(choosing.getrandbits(32))} if rule.arguments else {}
            rule.function(history, **given)
            history.holds()
        if crawled:
            crawl.crawl(history)
    finally:
        history.teardown()
        crawl.end()


@pytest.mark.parametrize("part", range(PARTS))
def test_no_history_shows_anybody_what_is_not_theirs(stage, part):
    stage.done.clear()
    for turn, number in enumerate(range(part, HISTORIES, PARTS)):
        walked(number, STEPS, crawled=turn % CRAWLED == CRAWLED - 1)
    missed = set(VERBS) - set(stage.done)
    assert len(missed) < FEW, missed  # steps that are always refused would prove nothing


@pytest.mark.long
@pytest.mark.parametrize("part", range(LONG_PARTS))
def test_no_long_history_shows_anybody_what_is_not_theirs(stage, part):
    for turn, number in enumerate(range(part, LONG_HISTORIES, LONG_PARTS)):
        walked(-1 - number, LONG_STEPS, crawled=turn % CRAWLED == CRAWLED - 1)


@pytest.mark.long
def test_no_history_hypothesis_thinks_of_shows_anybody_what_is_not_theirs(stage):
    """Free, and shortened where it fails: other numbers at every run."""
    run_state_machine_as_test(
        Everything,
        settings=settings(
            max_examples=100, stateful_step_count=STEPS, deadline=None, database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip
