"""The bin of a setting: few moments among all that were ever noted."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from seren.partnership.journal.queries.filing import binned


def test_the_bin_is_read_from_an_index_of_its_own(world):
    with CaptureQueriesContext(connection) as ran:
        binned(world.actor("manager"), ["en"])
    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN QUERY PLAN " + ran[0]["sql"].replace("%", "%%"))
        steps = [str(row[-1]) for row in cursor.fetchall()]
    assert steps[0] == "SCAN journal_moment USING INDEX moment_in_bin", steps
