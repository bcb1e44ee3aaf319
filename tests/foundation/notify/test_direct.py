"""A sign-in code goes at once, to one address, and is nowhere to be found afterwards."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from django.db import connection
from django_tasks_db.models import DBTaskResult

from seren.foundation.jobs import door as jobs
from seren.foundation.jobs.models import Job
from seren.foundation.kernel import clock, db
from seren.foundation.kernel.clock import at_london
from seren.foundation.notify import door as notify
from seren.foundation.notify.direct import prune
from seren.foundation.notify.models import Outgoing
from seren.foundation.sealing import store

pytestmark = pytest.mark.db
CODE = "K7PW4M"


def ask_for_code(to="mother@example.org"):
    notify.mail_now(
        to=to, subject="Your code for Seren", body=f"Your code is {CODE}.", language="cy", now=clock.now()
    )


def kept():
    with connection.cursor() as cursor:
        cursor.execute("SELECT letter FROM notify_outgoing")
        sealed = b"".join(bytes(row[0] or b"") for row in cursor.fetchall())
    return repr([sealed, *Job.objects.values(), *DBTaskResult.objects.values()])


def test_a_code_comes_at_once_on_a_saturday_night(street, post):
    street.moved(at_london(date(2025, 5, 17), 23))
    ask_for_code()
    jobs.run_due()
    (letter,) = post.taken
    assert letter.recipients == ["mother@example.org"]
    assert letter.message["Subject"] == "Your code for Seren"
    assert letter.message["Content-Language"] == "cy"
    assert letter.message["Auto-Submitted"] == "auto-generated"
    assert letter.message["List-Unsubscribe"] is None, "there are no fewer of these"
    assert letter.text().strip() == f"Your code is {CODE}."


def test_the_code_stands_nowhere_in_clear_while_it_waits_and_nowhere_at_all_after(street, post, caplog):
    caplog.set_level(0)
    post.says = {"RCPT": ["451 later"]}
    ask_for_code()
    jobs.run_due()
    assert Outgoing.objects.get().letter["body"] == f"Your code is {CODE}.", "it waits for the next attempt"
    for leak in (CODE, "mother@", "Your code"):
        assert leak not in kept()
    street.until(clock.now() + timedelta(minutes=1))
    row = Outgoing.objects.get()
    assert (row.letter, row.outcome) == (None, "sent")
    assert len(post.taken) == 1
    assert CODE not in caplog.text
    assert "mother@" not in caplog.text


def test_the_key_goes_with_the_words(street, post, settings):
    ask_for_code()
    row = Outgoing.objects.get()
    assert store.data_key(settings.KEYS, row.id, make=False)
    jobs.run_due()
    with pytest.raises(store.KeyMissing):
        store.data_key(settings.KEYS, row.id, make=False)


@pytest.mark.parametrize(
    "to", ["a@example.org, b@example.org", "Mum <a@example.org>", "a@example.org\nBcc: b", ""]
)
def test_one_plain_address_or_none(street, post, to):
    ask_for_code(to)
    jobs.run_due()
    assert post.taken == []
    row = Outgoing.objects.get()
    assert (row.letter, row.outcome) == (None, "dead")


def test_an_address_nobody_has_is_given_up_and_erased(street, post):
    post.says = {"RCPT": ["550 no such person"]}
    ask_for_code()
    jobs.run_due()
    row = Outgoing.objects.get()
    assert (row.letter, row.outcome) == (None, "dead")


def test_a_server_that_is_away_for_long_ends_it_and_the_code_is_erased(street, settings):
    settings.EMAIL_URL = "smtp://127.0.0.1:1"
    ask_for_code()
    street.until(clock.now() + timedelta(minutes=15))
    row = Outgoing.objects.get()
    assert (row.letter, row.outcome) == (None, "dead")


def test_a_verb_that_is_rolled_back_sends_no_code(street, post):
    with suppress(ZeroDivisionError), db.writing(housekeeping=True):
        ask_for_code()
        1 / 0  # noqa: B018
    assert jobs.run_due() == 0
    assert post.taken == []


def test_a_code_overtakes_the_digests(street, post):
    street.tell()
    street.until(at_london(date(2025, 5, 14), 17, 29))
    street.moved(at_london(date(2025, 5, 14), 17, 30))
    ask_for_code("neighbour@example.org")
    jobs.run_due()
    assert post.taken[0].recipients[0] == "neighbour@example.org"
    assert len(post.taken) == 4


def test_after_a_week_even_that_there_was_a_mail_is_forgotten(street, post):
    ask_for_code()
    jobs.run_due()
    prune(clock.now() + timedelta(days=6))
    assert Outgoing.objects.count() == 1
    prune(clock.now() + timedelta(days=8))
    assert Outgoing.objects.count() == 0
