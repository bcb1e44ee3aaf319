"""A real mail server that is busy, refuses or stays away; and letters where there is none."""

from datetime import date, timedelta

import pytest

from seren.foundation.jobs import door as jobs
from seren.foundation.kernel import clock
from seren.foundation.kernel.clock import at_london
from seren.foundation.notify import door as notify
from tests.foundation.notify.conftest import WEDNESDAY, to

pytestmark = pytest.mark.db


def test_a_server_that_is_busy_is_asked_again_under_the_same_id(street, post):
    street.may_know = ["mother"]
    street.wishes("mother", digest=False)
    post.says = {"RCPT": ["451 later"], "BODY": ["452 full"]}
    notice = street.tell()
    start = clock.now()
    street.until(start + timedelta(minutes=10))
    assert len(post.taken) == 2, "the second was taken for good"
    assert len({letter.message["Message-ID"] for letter in post.taken}) == 1
    line = street.ledger(notice)["mother"]
    assert (line.outcome, line.sent_at - start) == ("sent", timedelta(seconds=10 + 60 + 240))


def test_an_address_that_is_refused_for_good_is_shown_to_the_manager(street, post):
    street.wishes("father", digest=False)
    post.says = {"RCPT": ["550 no such person"]}
    street.tell()
    street.until(clock.now() + timedelta(minutes=30))
    assert post.taken == []
    (unreached,) = notify.dead_deliveries(street.provider.id, street.setting)
    assert (street.name(unreached.person), unreached.error, unreached.attempts) == ("father", "550", 1)
    assert notify.dead_deliveries(street.setting) == (), "another provider's manager sees none"
    assert jobs.dead_letters() == (), "the job did its work"


def test_a_mended_address_is_tried_again(street, post):
    street.wishes("father", digest=False)
    post.says = {"RCPT": ["550 no such person"]}
    street.tell()
    street.until(clock.now() + timedelta(minutes=5))
    (unreached,) = notify.dead_deliveries(street.provider.id)
    assert notify.deliver_again(unreached.id, clock.now())
    assert not notify.deliver_again(unreached.id, clock.now())
    jobs.run_due()
    assert to(post) == ["father"]
    assert notify.dead_deliveries(street.provider.id) == ()


def test_a_server_that_stays_away_ends_as_a_dead_letter_and_never_in_the_night(street, post, settings):
    settings.EMAIL_URL = "smtp://127.0.0.1:1"
    street.may_know = ["mother"]
    street.tell()
    street.until(at_london(date(2025, 5, 20), 12))
    (unreached,) = notify.dead_deliveries(street.provider.id)
    assert (unreached.attempts, unreached.error) == (12, "ConnectionRefusedError")


def test_while_the_server_is_away_the_others_do_not_wait_for_it(street, post, settings, monkeypatch):
    from seren.foundation.notify import posting

    asked = []
    monkeypatch.setattr(
        posting, "_opened", lambda url: asked.append(clock.now()) or (_ for _ in ()).throw(OSError)
    )
    street.tell("tests.come_now")
    jobs.run_due()
    assert len(asked) == 1, "three letters, one attempt to reach the server"
    street.moved(clock.now() + timedelta(seconds=60))
    jobs.run_due()
    assert len(asked) == 2


def test_a_refused_password_is_ours_to_mend_and_loses_no_letter(street, post, settings):
    settings.EMAIL_URL = post.url.replace("//", "//seren:wrong@")
    post.says = {"EHLO": ["250-here\r\n250 AUTH PLAIN"], "AUTH": ["535 no"]}
    street.may_know = ["mother"]
    street.tell("tests.come_now")
    jobs.run_due()
    assert notify.dead_deliveries(street.provider.id) == ()
    settings.EMAIL_URL = post.url
    street.until(clock.now() + timedelta(minutes=5))
    assert to(post) == ["mother"]


def test_a_password_does_not_go_over_the_wire_in_clear(street, post, settings):
    from seren.foundation.notify import posting

    settings.EMAIL_URL = post.url.replace("//127.0.0.1", "//seren:secret@127.0.0.1")
    posting_loopback, posting._LOOPBACK = posting._LOOPBACK, ()
    try:
        street.tell("tests.come_now")
        jobs.run_due()
    finally:
        posting._LOOPBACK = posting_loopback
    assert not any("AUTH" in heard for heard in post.heard)
    assert post.taken == []


def test_without_a_mail_server_letters_land_in_the_outbox(street, settings):
    street.tell()
    street.until(at_london(WEDNESDAY, 18))
    files = sorted(settings.OUTBOX.iterdir())
    assert [file.suffix for file in files] == [".eml"] * 3
    assert all(oct(file.stat().st_mode)[-3:] == "600" for file in files)
    assert b"Auto-Submitted: auto-generated" in files[0].read_bytes()


def test_a_repeat_after_a_kill_takes_the_place_of_the_first_in_the_outbox(street, settings, monkeypatch):
    from seren.foundation.notify import delivering

    street.wishes("father", digest=False)
    settle = delivering._settle
    killed = iter([True])

    def killed_once(rows, outcome, **kept):
        if outcome == "sent" and next(killed, False):
            raise MemoryError
        settle(rows, outcome, **kept)

    monkeypatch.setattr(delivering, "_settle", killed_once)
    notice = street.tell()
    street.until(clock.now() + timedelta(minutes=15))
    assert len(list(settings.OUTBOX.iterdir())) == 1
    assert street.ledger(notice)["father"].outcome == "sent"
