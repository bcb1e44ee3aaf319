"""The worker dies while it hands over a letter. Each adult gets it, and a repeat is known as a repeat."""

import signal
import time
from collections import Counter

import pytest

from tests.foundation.jobs.installation import Installation, kill_9, new_database
from tests.foundation.notify.mailserver import mail_server

pytestmark = pytest.mark.db


@pytest.fixture
def house(tmp_path):
    database = new_database(f"notify_{tmp_path.name[-30:]}")
    return Installation(tmp_path, database, "tests.foundation.notify.process")


def outcomes(house):
    return dict(house.rows("SELECT outcome, count(*) FROM notify_delivery GROUP BY outcome"))


def wait_until(condition, seconds=90):
    until = time.perf_counter() + seconds
    while time.perf_counter() < until and not condition():
        time.sleep(0.05)
    assert condition()


def test_killed_after_the_server_took_the_letter_and_before_anybody_noted_it(house):
    with mail_server() as post:
        house.run("prepare")
        worker = house.start("work", SEREN_EMAIL_URL=post.url)
        post.before_answer = lambda: kill_9(worker) if len(post.taken) == 3 else None
        wait_until(lambda: worker.poll() is not None)
        assert outcomes(house) == {"sent": 2, "waiting": 3}
        post.before_answer = lambda: None
        other = house.start("work", SEREN_EMAIL_URL=post.url)
        wait_until(lambda: outcomes(house) == {"sent": 5})
        other.send_signal(signal.SIGTERM)
        other.communicate(timeout=60)
    ids = Counter((letter.recipients[0], letter.message["Message-ID"]) for letter in post.taken)
    assert len(ids) == 5, "five adults, five ids"
    assert sorted(ids.values()) == [1, 1, 1, 1, 2], "one came twice, under the same id"
    kept = {row[0] for row in house.rows("SELECT message_id FROM notify_delivery")}
    assert kept == {message_id for _, message_id in ids}
