"""What reaches an adult: by a real mail server, at a good moment, one recipient a message, nothing told."""

from collections import Counter
from datetime import date, datetime, time, timedelta

import pytest

from seren.foundation.access.door import SystemReason, system
from seren.foundation.jobs import door as jobs
from seren.foundation.kernel import clock
from seren.foundation.kernel.clock import at_london, day_of, local
from seren.foundation.notify import door as notify
from seren.foundation.notify.delivering import digest
from seren.foundation.notify.models import Delivery, Notice
from seren.foundation.notify.releasing import release
from tests.foundation.notify.conftest import LEAKS

pytestmark = pytest.mark.db
WEDNESDAY = date(2025, 5, 14)


def to(post):
    return sorted(letter.recipients[0].partition("@")[0] for letter in post.taken)


def test_one_digest_a_day_however_much_happened(street, post):
    for _ in range(5):
        street.tell()
    street.until(at_london(WEDNESDAY, 17, 29))
    assert post.taken == []
    street.until(at_london(WEDNESDAY, 18, 30))
    assert to(post) == ["father", "key.person", "mother"]
    outcomes = Counter(
        line.outcome for told in notify.notices_of(street.provider.id) for line in notify.ledger(told.id)
    )
    assert outcomes == {"digested": 15, "waiting": 5}, "grandmother's are on paper"


def test_what_comes_after_the_digest_waits_for_the_next_day(street, post):
    street.tell()
    street.until(at_london(WEDNESDAY, 17, 40))
    street.hour = time(18)
    later = street.tell()
    street.until(at_london(WEDNESDAY, 17, 45))
    assert street.ledger(later)["mother"].planned_at == at_london(date(2025, 5, 15), 18)
    street.until(at_london(WEDNESDAY, 23))
    assert Counter(to(post))["mother"] == 1
    street.until(at_london(date(2025, 5, 15), 18))
    assert Counter(to(post))["mother"] == 2


def test_two_digest_hours_still_make_one_digest_a_day(street, post):
    """A second setting of theirs has an earlier hour."""
    street.tell()
    street.until(at_london(WEDNESDAY, 12))
    street.hour = time(15)
    street.tell()
    street.until(at_london(WEDNESDAY, 23))
    assert Counter(to(post))["mother"] == 1
    street.until(at_london(date(2025, 5, 15), 23))
    assert Counter(to(post))["mother"] == 1, "both went in that one"


def test_a_notice_released_while_the_digest_was_leaving_waits_for_the_next(street, post, now):
    """It was planned for today; today's went a moment before."""
    street.tell()
    street.until(at_london(WEDNESDAY, 17, 40))
    late = street.tell()
    release(late, clock.now())
    theirs = system(SystemReason.PROVING, Delivery).filter(notice_id=late)
    theirs.update(digest_on=WEDNESDAY, planned_at=clock.now())
    digest(street.people["mother"], WEDNESDAY, clock.now())
    assert Counter(to(post))["mother"] == 1
    assert street.ledger(late)["mother"].planned_at == at_london(date(2025, 5, 15), 17, 30)


def test_a_withdrawn_notice_is_not_sent_even_if_its_delivery_was_overlooked(street, post):
    street.tell()
    street.until(at_london(WEDNESDAY, 12))
    system(SystemReason.PROVING, Notice).update(withdrawn_at=clock.now())
    street.until(at_london(WEDNESDAY, 23))
    assert post.taken == []


def test_a_worker_that_was_off_until_morning_makes_one_digest_that_day(street, post):
    street.tell()
    street.until(at_london(WEDNESDAY, 17))
    street.moved(at_london(date(2025, 5, 15), 10))
    jobs.run_due()
    street.tell()
    street.until(at_london(date(2025, 5, 15), 23))
    assert Counter(to(post)) == {"mother": 1, "father": 1, "key.person": 1}


def test_a_digest_waits_for_a_day_the_child_is_there(street, post):
    street.absent = {WEDNESDAY, date(2025, 5, 15)}
    street.tell()
    street.until(at_london(date(2025, 5, 16), 17))
    assert post.taken == []
    street.until(at_london(date(2025, 5, 16), 18))
    assert to(post) == ["father", "key.person", "mother"]


def test_a_digest_waits_a_week_at_most(street, post):
    street.absent = {WEDNESDAY + timedelta(days=n) for n in range(60)}
    street.tell()
    street.until(at_london(date(2025, 6, 1), 12))
    assert {
        day_of(datetime.strptime(letter.message["Date"], "%a, %d %b %Y %H:%M:%S %z")) for letter in post.taken
    } == {date(2025, 5, 21)}


def test_nothing_comes_at_night_or_at_the_weekend(street, post):
    street.wishes("mother", digest=False)
    friday_night = at_london(date(2025, 5, 16), 21)
    street.moved(friday_night)
    street.tell()
    street.until(at_london(date(2025, 5, 19), 7, 29))
    assert post.taken == []
    street.until(at_london(date(2025, 5, 19), 7, 35))
    assert to(post) == ["mother"]


def test_urgent_words_come_at_any_hour_and_do_not_wait_for_a_digest(street, post):
    street.moved(at_london(date(2025, 5, 17), 23))
    street.tell("tests.come_now")
    jobs.run_due()
    assert to(post) == ["father", "key.person", "mother"]
    assert post.taken[0].message["Subject"] == "Please read this now"


def test_urgent_words_overtake_what_was_queued_before(street, post):
    for who in ("mother", "father"):
        street.wishes(who, digest=False)
    street.tell()
    street.moved(clock.now() + timedelta(seconds=10))
    street.tell("tests.come_now")
    jobs.run_due()
    assert [letter.message["Subject"] for letter in post.taken[:3]] == ["Please read this now"] * 3


def test_a_worker_that_was_off_over_the_evening_sends_nothing_at_night(street, post):
    street.tell()
    street.until(at_london(WEDNESDAY, 17))
    street.moved(at_london(WEDNESDAY, 22))
    jobs.run_due()
    assert post.taken == []
    street.until(at_london(date(2025, 5, 15), 17, 29))
    assert post.taken == []
    street.until(at_london(date(2025, 5, 15), 17, 40))
    assert to(post) == ["father", "key.person", "mother"]


def test_father_restricted_after_release_gets_nothing(street, post, now):
    """The order came between release and sending."""
    notice = street.tell()
    street.until(now + timedelta(minutes=5))
    assert street.ledger(notice)["father"].outcome == "waiting"
    street.may_know.remove("father")
    street.until(at_london(WEDNESDAY, 18))
    assert to(post) == ["key.person", "mother"]
    assert street.ledger(notice)["father"].outcome == "dropped"


def test_a_mail_of_its_own_asks_again_too(street, post):
    street.wishes("father", digest=False)
    street.moved(at_london(WEDNESDAY, 21))
    notice = street.tell()
    street.until(at_london(WEDNESDAY, 22))
    street.may_know.remove("father")
    street.until(at_london(date(2025, 5, 15), 8))
    assert "father" not in to(post)
    assert street.ledger(notice)["father"].outcome == "dropped"


def test_a_change_of_wishes_is_followed_at_sending(street, post):
    notice = street.tell()
    street.until(at_london(WEDNESDAY, 12))
    street.wishes("mother", on_paper=True, email=None)
    street.wishes("father", digest=False)
    street.wishes("key person", email=None)
    street.until(at_london(WEDNESDAY, 18))
    assert to(post) == ["father"]
    ledger = street.ledger(notice)
    assert (ledger["mother"].channel, ledger["mother"].outcome) == ("paper", "waiting")
    assert (ledger["key person"].channel, ledger["key person"].outcome) == ("page", "sent")


def test_who_turns_to_digests_gets_what_waited_in_the_digest(street, post):
    street.wishes("father", digest=False)
    street.moved(at_london(WEDNESDAY, 21))
    street.tell()
    street.until(at_london(WEDNESDAY, 22))
    street.wishes("father", digest=True)
    street.until(at_london(date(2025, 5, 15), 17))
    assert post.taken == []
    street.until(at_london(date(2025, 5, 15), 18))
    assert "father" in to(post)


def test_one_recipient_a_message_and_nothing_told_in_any_of_it(street, post):
    street.wishes("mother", language="cy")
    street.wishes("father", digest=False)
    street.tell()
    street.tell("tests.come_now")
    street.until(at_london(WEDNESDAY, 18))
    assert len(post.taken) == 6
    for letter in post.taken:
        (recipient,) = letter.recipients
        assert letter.message["To"] == recipient
        assert letter.message["Cc"] is letter.message["Bcc"] is letter.message["Reply-To"] is None
        assert letter.sender == "post@seren.example"
        said = letter.raw.decode().replace(recipient, "")
        for leak in (*LEAKS, street.provider.name, str(street.child), *map(str, street.people.values())):
            assert leak not in said, leak
        others = {f"{who.replace(' ', '.')}@" for who in street.people} - {recipient.partition("@")[0] + "@"}
        assert not any(other in said for other in others)


def test_every_message_says_it_comes_from_a_machine_and_how_to_have_fewer(street, post):
    street.tell()
    street.until(at_london(WEDNESDAY, 18))
    letter = post.taken[0]
    assert letter.message["Auto-Submitted"] == "auto-generated"
    assert letter.message["List-Unsubscribe"] == "<https://seren.example/how-to-reach-me/>"
    assert letter.message["Message-ID"].endswith("@seren.example>")
    assert "127.0.0.1" not in letter.raw.decode()
    assert letter.text().replace("\r\n", "\n") == (
        "There is something new for you in Seren.\n\nOpen Seren:\nhttps://seren.example/\n\n"
        "This note is for Wednesday, 14 May 2025.\n\n"
        "Want fewer notes? Tell us here how to reach you.\nhttps://seren.example/how-to-reach-me/\n"
    )
    assert '<a href="https://seren.example/">Open Seren</a>' in letter.text("html")
    assert "style" not in letter.text("html")


def test_a_mail_of_its_own_leads_to_the_thing(street, post):
    street.wishes("father", digest=False)
    street.tell()
    street.until(clock.now() + timedelta(minutes=5))
    (letter,) = post.taken
    assert letter.text().startswith("There is a new star.")
    assert f"https://seren.example/stars/{street.provider.id}/" in letter.text()


@pytest.mark.parametrize(
    ("language", "direction", "day"),
    [
        ("cy", "ltr", "Dydd Mercher, 14 Mai 2025"),
        ("ur", "rtl", "2025"),
        ("gu", "ltr", "2025"),
        ("xx", "ltr", "May"),
    ],
)
def test_each_adult_s_own_language(street, post, language, direction, day):
    street.wishes("mother", language=language)
    street.tell()
    street.until(at_london(WEDNESDAY, 18))
    letter = next(letter for letter in post.taken if letter.recipients[0].startswith("mother"))
    spoken = "en" if language == "xx" else language
    assert letter.message["Content-Language"] == spoken
    assert f'<html lang="{spoken}" dir="{direction}">' in letter.text("html")
    assert day in letter.text()


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


def test_nobody_s_address_stands_in_the_log(street, post, caplog):
    caplog.set_level(0)
    post.says = {"RCPT": ["550 mother@example.org unknown"] * 2, "BODY": ["451 father@example.org busy"]}
    street.tell()
    street.until(at_london(WEDNESDAY, 18, 30))
    assert "@example.org" not in caplog.text


def test_no_letter_leaves_in_a_quiet_hour_all_through_a_week(street, post):
    street.wishes("mother", digest=False)
    street.wishes("father", quiet_from=time(16), quiet_to=time(9), quiet_weekends=False)
    at = clock.now()
    for _ in range(7 * 4):
        street.tell()
        at += timedelta(hours=6)
        street.until(at)
    for letter in post.taken:
        hour = local(datetime.strptime(letter.message["Date"], "%a, %d %b %Y %H:%M:%S %z"))
        if letter.recipients[0].startswith("father"):
            assert time(9) <= hour.time() < time(16)
        else:
            assert time(7, 30) <= hour.time() < time(19)
            assert hour.weekday() < 5
    assert {letter.recipients[0].partition("@")[0] for letter in post.taken} == {
        "mother",
        "father",
        "key.person",
    }
