"""A letter: one recipient, nothing told in it, in the language of who reads it."""

from datetime import timedelta

import pytest

from seren.foundation.kernel import clock
from seren.foundation.kernel.clock import at_london
from tests.foundation.notify.conftest import LEAKS, WEDNESDAY

pytestmark = pytest.mark.db


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


def test_nobody_s_address_stands_in_the_log(street, post, caplog):
    caplog.set_level(0)
    post.says = {"RCPT": ["550 mother@example.org unknown"] * 2, "BODY": ["451 father@example.org busy"]}
    street.tell()
    street.until(at_london(WEDNESDAY, 18, 30))
    assert "@example.org" not in caplog.text
