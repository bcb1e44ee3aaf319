"""A5: whoever asks that their words go in the record is answered in time (E-07)."""

from datetime import date

import pytest

from seren.foundation.promises.door import State
from seren.partnership.journal.promises import words_for_the_record
from tests.factories.nursery import Nursery, at

pytestmark = [pytest.mark.db, pytest.mark.django_db]
MONDAY, TUESDAY, LATER = date(2025, 4, 28), date(2025, 4, 29), date(2025, 5, 13)


def wish(nursery, asked=MONDAY, answered=None, decision="accepted", star=None):
    child, mum = nursery.child("Mali"), nursery.adult("Rhian")
    star = star or nursery.moment(child, asked, "home", mum)
    facts = {"decision": "asked"}
    if answered is not None:
        facts = {"decision": decision, "decided_at": at(answered), "decided_by": nursery.worker()}
        if decision == "declined":
            facts["reason"] = nursery.text()
    request = nursery.put(
        "journal.RecordRequest", child=child, setting=nursery.setting, moment=star, asked_by=mum,
        asked_at=at(asked), **facts,
    )  # fmt: skip
    nursery.clock("journal.record", request, asked, answered)
    return request


def test_kept_when_each_was_answered_in_time_yes_or_no(nursery):
    wish(nursery, answered=TUESDAY)
    wish(nursery, answered=TUESDAY, decision="declined")
    found = words_for_the_record(nursery.day)
    assert (found.state, found.figure, found.of) == (State.KEPT, 2, 2)
    assert dict(found.parts) == {"accepted": 1, "declined": 1, "late": 0, "waiting": 0}
    assert {row.code for row in found.rows} == {"accepted", "declined"}


def test_not_kept_while_one_waits_too_long(nursery):
    wish(nursery, answered=TUESDAY)
    waits = wish(nursery)
    found = words_for_the_record(nursery.day)
    assert (found.state, found.figure, found.of) == (State.NOT_KEPT, 1, 2)
    assert [(row.subject, row.code, row.on) for row in found.rows if not row.holds] == [
        (waits.pk, "late", date(2025, 5, 5))
    ]


def test_nothing_to_count_where_nobody_asked(nursery):
    assert words_for_the_record(nursery.day).state is State.UNMEASURED


def test_answered_late_puts_it_at_risk(nursery):
    wish(nursery, answered=LATER)
    found = words_for_the_record(nursery.day)
    assert (found.state, found.rows[0].mended) == (State.AT_RISK, True)


def test_one_that_waits_and_is_not_due_says_nothing_yet(nursery):
    wish(nursery, asked=LATER)
    found = words_for_the_record(nursery.day)
    assert (found.state, dict(found.parts)["waiting"]) == (State.UNMEASURED, 1)


def test_one_that_waits_since_last_year_is_not_forgotten(nursery):
    wish(nursery, asked=date(2024, 7, 1))
    assert words_for_the_record(nursery.day).state is State.NOT_KEPT


def test_answers_of_last_year_are_of_another_year(nursery):
    wish(nursery, asked=date(2024, 7, 1), answered=date(2024, 7, 2))
    assert words_for_the_record(nursery.day).of == 0


def test_words_taken_back_wait_for_nothing(nursery, now):
    mum = nursery.adult("Rhian")
    back = {"state": "withdrawn", "withdrawn_at": now, "withdrawn_by": mum}
    wish(nursery, star=nursery.moment(nursery.child("Mali"), MONDAY, "home", mum, **back))
    assert words_for_the_record(nursery.day).state is State.UNMEASURED


def test_wishes_of_another_setting_are_its_own(nursery, now):
    wish(Nursery(now, "Club"))
    assert words_for_the_record(nursery.day).of == 0
