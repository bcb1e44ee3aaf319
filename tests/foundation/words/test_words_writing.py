"""Writing, changing, translating, checking, erasing: nothing written is ever overwritten."""

import threading

import pytest
from django.db import IntegrityError, connection, transaction

from seren.foundation.access.door import SystemReason, Unscoped, system
from seren.foundation.kernel import db, ids
from seren.foundation.kernel.refusals import Refused
from seren.foundation.words import door as words
from seren.foundation.words.models import Status, Text, Version

pytestmark = [pytest.mark.db, pytest.mark.django_db]


def refused(act, *args, **kwargs):
    with pytest.raises(Refused) as no:
        act(*args, **kwargs)
    return no.value.code


def told(text):
    return [(past.number, past.language, past.body, past.status) for past in words.history(text)]


def test_every_wording_sian_ever_kept_is_still_there(desk):
    snail = desk.write("Mali found a snial.")
    desk.revise(snail, "Mali found a snail.")
    desk.translate(snail, "cy", "Daeth Mali o hyd i falwoden.")
    assert told(snail) == [
        (1, "en", "Mali found a snial.", "person"),
        (2, "en", "Mali found a snail.", "person"),
        (3, "cy", "Daeth Mali o hyd i falwoden.", "machine"),
    ]
    assert [past.author for past in words.history(snail)] == [desk.sian, desk.sian, None]


def test_the_same_words_again_add_no_version(desk):
    snail = desk.write("Mali found a snail.")
    first = words.history(snail)[0].version
    assert desk.revise(snail, " Mali found a snail.\r\n") == first
    assert len(told(snail)) == 1


def test_words_are_kept_clean_and_within_the_rooms_rule(desk):
    assert desk.shown(desk.write(" a\x00b ")).body == "ab"
    assert refused(desk.write, "x" * 11, limit=10) == "too-long"
    assert refused(desk.write, " \n") == "no-words"
    assert refused(desk.write, "snail", language="klingon") == "bad-language"


def test_an_answer_can_point_at_the_exact_version_it_was_given_to(desk):
    snail = desk.write("Mali found a snail.")
    before = desk.shown(snail, "en").version
    after = desk.revise(snail, "Mali found two snails.")
    assert before != after == desk.shown(snail, "en").version
    assert [past.body for past in words.history(snail) if past.version == before] == ["Mali found a snail."]


def test_choosing_the_right_language_afterwards(desk):
    snail = desk.write("Znaleźliśmy ślimaka.", "en")
    desk.translate(snail, "cy", "o'r Saesneg")
    desk.revise(snail, "Znaleźliśmy ślimaka.", language="pl")
    shown = desk.shown(snail, "cy", "en")
    assert (shown.language, shown.original) == ("pl", None)
    desk.translate(snail, "en", "We found a snail.")
    assert desk.shown(snail, "en").body == "We found a snail."


def test_a_translation_of_words_that_changed_meanwhile_is_refused(desk):
    snail = desk.write("Mali found a snail.")
    read = desk.shown(snail, "en").version
    desk.revise(snail, "Mali found two snails.")
    assert refused(desk.translate, snail, "cy", "Daeth Mali o hyd i falwoden.", of=read) == "words-changed"
    assert desk.shown(snail, "cy", "en").language == "en"


def test_words_are_not_translated_into_their_own_language(desk):
    assert refused(desk.translate, desk.write("snail"), "en-GB", "slug") == "same-language"


def test_bev_checks_the_machines_welsh(desk):
    snail = desk.write("Mali found a snail.")
    welsh = desk.translate(snail, "cy", "Daeth Mali o hyd i falwoden.")
    desk.check(welsh, desk.bev)
    assert desk.shown(snail, "cy").status is Status.CHECKED
    desk.check(welsh, desk.sian)
    kept = system(SystemReason.MENDING, Version).get(pk=welsh)
    assert (kept.checked_by, kept.author_id) == (desk.bev, None)


def test_a_check_holds_for_the_version_that_was_read_and_no_later_one(desk):
    snail = desk.write("Mali found a snail.")
    desk.check(desk.translate(snail, "cy", "falwoden"), desk.bev)
    desk.translate(snail, "cy", "gwlithen")
    assert desk.shown(snail, "cy").status is Status.MACHINE


def test_nobody_checks_their_own_translation_nor_the_writers_own_words(desk):
    snail = desk.write("Mali found a snail.")
    welsh = desk.translate(snail, "cy", "Daeth Mali o hyd i falwoden.", by=desk.bev)
    assert refused(desk.check, welsh, desk.bev) == "own-words"
    assert refused(desk.check, desk.shown(snail, "en").version, desk.bev) == "not-a-translation"
    assert desk.shown(snail, "cy").status is Status.PERSON


def test_erasing_leaves_no_version_and_takes_nobody_elses(desk):
    snail, gate = desk.write("snail"), desk.write("gate")
    desk.translate(snail, "cy", "malwoden")
    with db.writing(housekeeping=True):
        words.erase([snail])
    assert list(words.read([snail, gate], ["en"])) == [gate]
    assert system(SystemReason.MENDING, Version).count() == 1
    assert system(SystemReason.MENDING, Text).count() == 1


def test_words_are_only_written_within_a_verb(desk):
    with pytest.raises(db.WroteUnrecorded):
        words.write(
            provider=desk.provider,
            setting=desk.setting,
            author=desk.sian,
            language="en",
            body="snail",
            limit=100,
            now=desk.now,
        )
    assert system(SystemReason.MENDING, Text).count() == 0


def test_texts_cannot_be_listed_without_saying_why(desk):
    text = system(SystemReason.MENDING, Text).get(pk=desk.write("snail"))
    for ask in (lambda: Text.objects.all(), lambda: Version.objects.all(), lambda: text.versions.all()):
        with pytest.raises(Unscoped):
            ask()


@pytest.mark.parametrize(
    "wrong",
    [
        {"status": "machine"},
        {"author_id": None},
        {"status": "checked"},
        {"status": "guessed"},
        {"checked_by": ids.new()},
        {"body": ""},
        {"number": 1},
    ],
)
def test_the_database_holds_what_must_be_true_of_a_version(desk, wrong):
    text = desk.write("snail")
    facts = {"status": "person", "author_id": desk.sian, "body": "slug", "number": 2} | wrong
    version = Version(provider_id=desk.provider, text_id=text, language="en", made_at=desk.now, **facts)
    with pytest.raises(IntegrityError), transaction.atomic():
        version.save(force_insert=True)


@pytest.mark.django_db(transaction=True)
def test_two_people_changing_one_text_at_once_both_keep_their_words(desk):
    if connection.vendor == "sqlite":
        pytest.skip("SQLite lets one writer in at a time")
    snail = desk.write("snail")

    def change(who):
        try:
            for number in range(10):
                desk.revise(snail, f"{who} {number}")
        finally:
            connection.close()

    threads = [threading.Thread(target=change, args=(who,)) for who in ("Sian", "Bev")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    kept = told(snail)
    assert [number for number, *_ in kept] == list(range(1, 22))
    assert {body for _, _, body, _ in kept} >= {f"{who} {n}" for who in ("Sian", "Bev") for n in range(10)}
