"""PostgreSQL plans a wording once: what is meant stays in it, what is asked about is said beside it."""

from contextlib import suppress

import pytest
from django.db import connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from seren.config import databases
from seren.config.statements import PlannedOnce, worded
from seren.foundation.access.door import Level, NotThere, may, require, visible
from seren.foundation.jobs.models import Job, waiting_for
from seren.foundation.kernel import clock, ids
from seren.partnership.journal.models import Moment
from seren.partnership.journal.policies import JournalAction

AGAIN = 6  # times: more than it takes until a statement is prepared
MANY = 1_000  # jobs: more than the server would walk through


def prepared(*words):
    """Name, statement, and how often it was asked with the one plan and with a plan of its own."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, statement, generic_plans, custom_plans FROM pg_prepared_statements")
        return [row for row in cursor.fetchall() if all(word in row[1] for word in words)]


def forget():
    """As on a new connection: what other tests have prepared there stays otherwise (tests/plugin.py)."""
    connection.ensure_connection()
    driver = connection.connection._prepared
    with connection.cursor() as cursor:
        cursor.execute("DEALLOCATE ALL")
    driver._names.clear()
    driver._counts.clear()


@pytest.mark.pg
@pytest.mark.django_db
def test_a_decision_is_planned_once_whoever_asks(world):
    forget()
    star = next(iter(world.moments.values()))
    for who in ("mother", "father-restricted", "stranger-parent") * AGAIN:
        may(world.actor(who, level=Level.KNOWN), JournalAction.SEE_MOMENT, star)
    [(_name, statement, one_plan, own_plans)] = prepared("families_guardianship", "LIMIT 1")
    assert own_plans == 0
    assert one_plan > AGAIN
    assert "= 'shared'" in statement
    assert str(world.people["mother"]) not in statement


@pytest.mark.pg
@pytest.mark.django_db
def test_a_list_is_planned_once(world):
    forget()
    for _again in range(AGAIN):
        seen = visible(world.actor("manager"), JournalAction.SEE_MOMENT, Moment).filter(state="shared")
        assert list(seen.order_by("-written_at", "-id")[:100])
    [(_name, _statement, one_plan, own_plans)] = prepared("families_guardianship", "LIMIT 100")
    assert (one_plan > 1, own_plans) == (True, 0)


@pytest.mark.pg
@pytest.mark.django_db
def test_what_was_planned_outlives_a_refused_form(world):
    forget()
    star = next(iter(world.moments.values()))
    for _again in range(AGAIN):
        with suppress(NotThere), transaction.atomic():
            require(world.actor("stranger-parent", level=Level.KNOWN), JournalAction.SEE_MOMENT, star)
    [(_name, _statement, one_plan, own_plans)] = prepared("families_guardianship", "LIMIT 1")
    assert (one_plan > 1, own_plans) == (True, 0)


@pytest.mark.pg
@pytest.mark.django_db
def test_a_connection_keeps_its_plans_through_a_roll_back_and_not_where_a_table_changed():
    there = connection.settings_dict
    with PlannedOnce.connect(
        host=there["HOST"], user=there["USER"], dbname=there["NAME"], prepare_threshold=0
    ) as own:
        plans = "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE 'SELECT 41%'"
        own.execute("SELECT 41 + 1")
        own.rollback()
        own.execute("SAVEPOINT refused")
        own.execute("ROLLBACK TO SAVEPOINT refused")
        assert own.execute(plans, prepare=False).fetchone() == (1,)
        own.execute("CREATE TEMPORARY TABLE shelf (id int)")
        own.execute("DROP TABLE shelf")
        assert own.execute(plans, prepare=False).fetchone() == (0,)


@pytest.mark.pg
@pytest.mark.django_db
def test_the_product_opens_such_connections():
    options = databases.postgresql("postgresql://seren@localhost/seren")["OPTIONS"]
    assert options["pool"]["connection_class"] is PlannedOnce


@pytest.mark.pg
@pytest.mark.django_db
def test_django_knows_that_the_server_binds():
    assert connection.features.uses_server_side_binding  # whole numbers are said with their size


@pytest.mark.pg
@pytest.mark.django_db
def test_nothing_is_compiled_because_of_an_estimate():
    with connection.cursor() as cursor:
        cursor.execute("SHOW jit")
        assert cursor.fetchone() == ("off",)


@pytest.mark.pg
@pytest.mark.django_db
def test_the_waiting_job_of_a_key_is_found_by_its_index_in_the_one_plan():
    forget()
    _many_jobs_wait()
    for number in range(AGAIN):
        waiting_for("tests.tell_mum", f"moment {number}").first()
    [(name, *_rest)] = prepared("jobs_job", "LIMIT 1")
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN EXECUTE {name} ('tests.tell_mum', 'moment 1')")
        assert "one_waiting_job_per_key" in "".join(line for (line,) in cursor.fetchall())


def _many_jobs_wait():
    """As on a full day, and the server knows it: what it guesses of a table depends on who used it before."""
    when = clock.now()
    Job.objects.bulk_create(
        Job(name="tests.tell_mum", key=f"moment {number}", made_at=when, due_at=when, result_id=ids.new())
        for number in range(MANY)
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE jobs_job")


def test_slugs_yes_and_no_are_worded_and_all_else_is_said_beside():
    sql, said = worded("a = %s AND b = %s AND c LIKE '100%%' AND d = %s AND e = %s", ["no-info", 7, True, ""])
    assert sql == "a = 'no-info' AND b = %s AND c LIKE '100%%' AND d = true AND e = ''"
    assert said == [7]


def test_after_two_signs_comes_no_place():
    assert worded("a LIKE '%%s%%' AND b = %s", [None]) == ("a LIKE '%%s%%' AND b = %s", [None])


@given(st.text())
def test_nothing_that_could_end_a_quotation_is_worded(text):
    sql, said = worded("a = %s", [text])
    assert said == [text] or (sql == f"a = '{text}'" and set(text) <= set("abcdefghijklmnopqrstuvwxyz_-"))
