"""Who is on paper is told by paper: never by mail, and asked about again when it is printed."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from seren.foundation.kernel import clock
from seren.foundation.kernel.clock import at_london
from seren.foundation.notify import door as notify

pytestmark = pytest.mark.db
NIGHT = at_london(date(2025, 5, 14), 23)


def waiting(street):
    return notify.paper_waiting(street.setting, clock.now())


def test_grandmother_s_notice_waits_to_be_printed_in_her_language_and_format(street, post):
    street.wishes("grandmother", language="cy")
    notice = street.tell()
    street.until(NIGHT)
    (sheet,) = waiting(street)
    assert (sheet.person, sheet.notice.id) == (street.people["grandmother"], notice)
    assert (sheet.language, sheet.format, sheet.urgent) == ("cy", "large", False)
    assert not any(letter.recipients[0].startswith("grandmother") for letter in post.taken)


def test_she_has_an_address_but_wants_paper(street, post):
    street.wishes("grandmother", email="grandmother@example.org")
    street.tell()
    street.tell("tests.come_now")
    street.until(NIGHT)
    assert not any(letter.recipients[0].startswith("grandmother") for letter in post.taken)
    assert [sheet.urgent for sheet in waiting(street)] == [True, False], "urgent did not wait for the undo"


def test_printed_is_sent(street):
    notice = street.tell()
    street.until(NIGHT)
    (sheet,) = waiting(street)
    assert notify.mark_printed([sheet.delivery], clock.now()) == 1
    line = street.ledger(notice)["grandmother"]
    assert (line.channel, line.outcome, line.sent_at) == ("paper", "sent", NIGHT)
    assert waiting(street) == ()
    assert notify.mark_printed([sheet.delivery], clock.now()) == 0, "once"


def test_what_is_not_hers_any_more_is_not_printed(street):
    notice = street.tell()
    street.until(NIGHT)
    (sheet,) = waiting(street)
    street.may_know.remove("grandmother")
    assert waiting(street) == ()
    assert notify.mark_printed([sheet.delivery], clock.now()) == 0
    assert street.ledger(notice)["grandmother"].outcome == "dropped"


def test_another_setting_prints_its_own(street):
    street.tell()
    street.until(NIGHT)
    assert notify.paper_waiting(uuid4(), clock.now()) == ()


def test_what_was_taken_back_is_not_printed(street):
    street.tell()
    street.until(NIGHT)
    notify.withdraw(street.provider, now=clock.now())
    assert waiting(street) == ()


def test_thirty_on_paper_ask_no_more_than_one(street):
    """One read of what waits, and each notice's audience once, however many adults have it on paper."""
    asked, sheets = [], []
    street.may_know = []
    street.tell()
    for families in (1, 3, 30):
        for number in range(len(street.may_know), families):
            person = street.people[f"grandfather {number}"] = uuid4()
            street.reach[person] = street.reach[street.people["grandmother"]]
            street.may_know.append(f"grandfather {number}")
        street.tell()
        street.until(clock.now() + timedelta(seconds=10))
        with CaptureQueriesContext(connection) as queries:
            sheets.append(len(waiting(street)))
        asked.append(len(queries))
    assert sheets == [2, 5, 35]
    assert asked == [1, 1, 1]
