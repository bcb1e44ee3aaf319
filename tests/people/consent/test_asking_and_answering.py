"""What a family is asked and says is kept as evidence; nobody else can say it, and nobody can change it."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from seren.foundation.access.door import NotThere, Unchangeable
from seren.foundation.audit.models import Entry
from seren.foundation.kernel import clock
from seren.foundation.kernel.refusals import Refused
from seren.people.consent.models import Answer, Asked, TalkWish
from seren.people.consent.terms import Channel, Code, Saying
from seren.people.consent.words import permission
from tests.instant import NOW

pytestmark = [pytest.mark.db, pytest.mark.django_db]
YESTERDAY = timedelta(days=1)


def refused(code, act, *args, **facts):
    with pytest.raises(Refused) as no:
        act(*args, **facts)
    assert no.value.code == code
    assert str(no.value.sentence).endswith(".")


def events():
    return list(
        Entry.objects.filter(event__startswith="consent.", at__gte=NOW)
        .order_by("id")
        .values_list("event", flat=True)
    )


def test_bev_asks_and_the_words_are_kept_whole_in_both_languages(consent, world, now):
    asked = consent.ask(Code.PHOTO_WEB)
    assert asked.version == permission(Code.PHOTO_WEB, clock.day_of(now)).version
    assert set(asked.words) == {"en", "cy"}
    assert asked.words["en"]["duration"] == "A yes ends on Tuesday 30 September 2025. Then we ask you again."
    assert "dydd Mawrth 30 Medi 2025" in asked.words["cy"]["duration"]
    assert clock.last_day(asked.until_at) == date(2025, 9, 30)
    assert asked.asked_by_id == world.people["manager"]
    assert events() == ["consent.asked"]


@pytest.mark.parametrize(
    ("on", "ends"),
    [
        (date(2025, 8, 31), date(2025, 9, 30)),
        (date(2025, 9, 1), date(2026, 9, 30)),
        (date(2025, 12, 5), date(2026, 9, 30)),
    ],
)
def test_a_yes_from_september_holds_for_a_year(consent, on, ends):
    asked = consent.ask(Code.PHOTO_DISPLAY, now=clock.at_london(on, 10))
    assert clock.last_day(asked.until_at) == ends


def test_what_a_policy_asks_has_no_end_and_a_trip_has_its_own(consent):
    assert consent.ask(Code.OUT_ROUTINE).until_at is None
    trip = consent.ask(Code.OUT_SPECIFIC, scope="The farm at Lower Barn", until=date(2025, 5, 20))
    assert trip.until_at == clock.end_of(date(2025, 5, 20))
    assert trip.words["en"]["question"] == "Can your child come on this trip: The farm at Lower Barn?"


@pytest.mark.parametrize(
    ("code", "facts", "no"),
    [
        (Code.PHOTO_JOURNAL_OWN, {}, "told-not-asked"),
        (Code.COLLECT, {"scope": "Nerys Evans"}, "named-by-parent"),
        (Code.SUN_CREAM, {}, "scope-missing"),
        (Code.SUN_CREAM, {"scope": "   "}, "scope-missing"),
        (Code.PHOTO_WEB, {"scope": "All of it"}, "scope-unasked"),
        (Code.SUN_CREAM, {"scope": "x" * 121}, "scope-long"),
        (Code.OUT_SPECIFIC, {"scope": "The farm"}, "until-missing"),
        (Code.OUT_SPECIFIC, {"scope": "The farm", "until": date(2025, 5, 13)}, "until-past"),
        (Code.PHOTO_WEB, {"until": date(2025, 6, 1)}, "until-unasked"),
    ],
)
def test_a_question_that_is_not_whole_is_not_asked(consent, code, facts, no):
    refused(no, consent.ask, code, **facts)
    assert not consent.asked().exists()


def test_the_same_is_not_asked_twice_before_it_is_answered(consent, now):
    first = consent.ask()
    refused("asked-already", consent.ask)
    consent.say("mother", first, yes=True)
    later = now + timedelta(hours=1)
    assert consent.ask(now=later).pk != first.pk
    after_it_ended = clock.at_london(date(2025, 10, 2), 10)
    assert consent.ask(now=after_it_ended).asked_at == after_it_ended


def test_where_nobody_may_decide_nobody_is_asked(consent):
    refused("nobody-to-ask", consent.ask, child="Kai Bennett")  # in care: the authority decides


def test_a_child_who_left_is_not_asked_about(consent, world):
    place = consent.place()
    later = clock.at_london(date(2025, 6, 1), 10)
    system_rows(place).update(until_at=clock.at_london(date(2025, 5, 30)))
    refused("left", consent.ask, now=later)


def system_rows(place):
    from django.apps import apps

    from seren.foundation.access.door import SystemReason, system

    return system(SystemReason.WRITING, apps.get_model("families.Enrolment")).filter(pk=place)


@pytest.mark.parametrize("who", ["key-person", "mother", "safeguarding-lead", "other-setting-manager"])
def test_only_who_leads_the_setting_asks(consent, who):
    with pytest.raises(NotThere):
        consent.ask(by=who)


def test_rhians_yes_is_kept_with_all_that_makes_it_evidence(consent, world, now):
    asked = consent.ask()
    word = consent.rows().get(pk=consent.say("mother", asked, yes=True, language="cy").pk)
    assert (word.said, word.channel, word.language) == ("yes", "page", "cy")
    assert word.words == asked.words["cy"]
    assert word.version == asked.version
    assert (word.adult_id, word.at) == (world.people["mother"], now)
    assert (word.responsibility, word.basis) == ("yes", "mother")
    assert (word.keyed_by, word.witness, word.signed_on) == (None, None, None)
    assert word.pk.version == 7
    assert events() == ["consent.asked", "consent.answered"]


def test_a_language_the_question_is_not_worded_in_is_answered_in_english(consent):
    assert consent.say("mother", consent.ask(), yes=True, language="ur").language == "en"


def test_the_same_answer_twice_is_one_and_another_is_another(consent):
    asked = consent.ask()
    first = consent.say("mother", asked, yes=True)
    assert consent.say("mother", asked, yes=True).pk == first.pk
    consent.say("mother", asked, yes=False)
    consent.say("mother", asked, yes=True)
    assert [word.said for word in consent.rows().order_by("at", "id")] == ["yes", "no", "yes"]


def test_a_yes_is_taken_back_once_and_only_by_who_gave_it(consent):
    asked = consent.ask()
    refused("no-yes", consent.take_back, "mother", asked)
    consent.say("mother", asked, yes=True)
    refused("no-yes", consent.take_back, "father-other-home", asked)
    assert consent.take_back("mother", asked).said == "withdrawn"
    refused("no-yes", consent.take_back, "mother", asked)
    assert events()[-1] == "consent.withdrawn"


def test_an_older_question_is_not_answered_once_it_is_asked_anew(consent, now):
    first = consent.ask()
    consent.say("mother", first, yes=True)
    consent.ask(now=now + timedelta(hours=1))
    refused("asked-anew", consent.say, "mother", first, yes=False, now=now + timedelta(hours=2))


def test_after_its_last_day_a_yes_is_too_late_and_a_no_is_not(consent):
    asked = consent.ask()
    autumn = clock.at_london(date(2025, 10, 1), 9)
    refused("asked-over", consent.say, "mother", asked, yes=True, now=autumn)
    assert consent.say("mother", asked, yes=False, now=autumn).said == "no"


@pytest.mark.parametrize(
    "who", ["grandmother", "stranger-parent", "key-person", "manager", "foster-carer", "committee-chair"]
)
def test_nobody_else_answers_for_mali(consent, who):
    asked = consent.ask()
    for act in (
        lambda: consent.say(who, asked, yes=True),
        lambda: consent.take_back(who, asked),
        lambda: consent.talk(who, asked),
    ):
        with pytest.raises(NotThere):
            act()
    assert not consent.rows().exists()


def test_who_is_kept_from_information_neither_answers_nor_talks(consent):
    asked = consent.ask(child="Ellie Cole")
    for act in (lambda: consent.say("father-restricted", asked, yes=True),
                lambda: consent.talk("father-restricted", asked)):  # fmt: skip
        with pytest.raises(NotThere):
            act()


def test_a_restriction_closes_the_answer_of_who_answered_before(consent):
    asked = consent.ask()
    consent.say("father-other-home", asked, yes=True)
    consent.keep_out("father-other-home")
    with pytest.raises(NotThere):
        consent.take_back("father-other-home", asked)


def test_wanting_to_talk_changes_no_answer_and_is_said_once(consent):
    asked = consent.ask()
    consent.say("mother", asked, yes=True)
    assert consent.talk("mother", asked).pk == consent.talk("mother", asked).pk
    assert consent.rows(TalkWish).count() == 1
    assert consent.rows().count() == 1
    assert events()[-1] == "consent.talk_wished"


def test_what_was_said_cannot_be_changed_or_taken_away(consent):
    asked = consent.ask()
    word = consent.say("mother", asked, yes=True)
    word.said = "no"
    for act in (
        word.save,
        word.delete,
        asked.delete,
        lambda: consent.rows().update(said="no"),
        lambda: consent.rows().delete(),
        lambda: consent.rows().bulk_update([word], ["said"]),
        lambda: consent.rows(Asked).update(until_at=None),
    ):
        with pytest.raises(Unchangeable):
            act()
    assert consent.rows().get().said == "yes"


@pytest.mark.parametrize(
    "wrong",
    [
        {"code": "photo-moon"},
        {"said": "perhaps"},
        {"channel": "pigeon"},
        {"channel": "paper"},  # by nobody
        {"responsibility": "maybe"},
        {"basis": "none of them"},
        {"version": ""},
    ],
)
def test_the_database_holds_what_an_answer_must_be(consent, wrong):
    word = consent.say("mother", consent.ask(), yes=True)
    facts = {field.attname: getattr(word, field.attname) for field in Answer._meta.concrete_fields}
    del facts["id"]
    with pytest.raises(IntegrityError), transaction.atomic():
        Answer(**{**facts, **wrong}).save(force_insert=True)


def test_a_signed_slip_is_keyed_as_such(consent, world, now):
    asked = consent.ask(now=now - 3 * YESTERDAY)
    word = consent.key("mother", asked, signed_on=date(2025, 5, 12))
    assert (word.channel, word.signed_on, word.said) == ("paper", date(2025, 5, 12), "yes")
    assert (word.keyed_by_id, word.adult_id) == (world.people["manager"], world.people["mother"])
    assert (word.responsibility, word.basis, word.at) == ("yes", "mother", now)
    assert events()[-1] == "consent.keyed"


def test_a_spoken_yes_is_no_written_one_and_a_spoken_no_is_a_no(consent, world):
    asked, deputy = consent.ask(), world.people["deputy"]
    spoken = {"channel": Channel.SPOKEN, "witness": deputy}
    refused("written-needed", consent.key, "mother", asked, Saying.YES, **spoken)
    consent.say("mother", asked, yes=True)
    assert consent.key("mother", asked, Saying.WITHDRAWN, **spoken).witness_id == deputy


def test_words_that_need_not_be_written_need_a_second_pair_of_ears(consent, world):
    asked = consent.ask(Code.SHARE_HV, scope="How Mali sleeps", until=date(2025, 6, 30))
    spoken = {"channel": Channel.SPOKEN}
    refused("witness-missing", consent.key, "mother", asked, **spoken)
    refused("witness-other", consent.key, "mother", asked, witness=world.people["manager"], **spoken)
    refused("witness-other", consent.key, "mother", asked, witness=world.people["mother"], **spoken)
    assert consent.key("mother", asked, witness=world.people["deputy"], **spoken).said == "yes"


@pytest.mark.parametrize("who", ["grandmother", "stranger-parent", "key-person"])
def test_paper_of_somebody_who_may_not_decide_is_not_keyed(consent, who):
    refused("not-responsible", consent.key, who, consent.ask())


@pytest.mark.parametrize("who", ["key-person", "safeguarding-lead", "mother", "other-setting-manager"])
def test_only_who_leads_the_setting_keys_paper(consent, who):
    asked = consent.ask()
    with pytest.raises(NotThere):
        consent.key("mother", asked, by=who)


def test_old_paper_does_not_speak_over_a_newer_word(consent, now):
    asked = consent.ask(now=now - 3 * YESTERDAY)
    consent.say("mother", asked, yes=True, now=now - 2 * YESTERDAY)
    consent.take_back("mother", asked, now=now - YESTERDAY)
    refused("said-since", consent.key, "mother", asked, signed_on=date(2025, 5, 12))
    refused("said-since", consent.key, "mother", asked, signed_on=date(2025, 5, 13))  # that very day: the no
    refused("signed-to-come", consent.key, "mother", asked, signed_on=date(2025, 5, 15))
    refused("signed-before", consent.key, "mother", asked, signed_on=date(2025, 5, 10))
    refused("channel-own", consent.key, "mother", asked, channel=Channel.PAGE)
    refused("no-yes", consent.key, "mother", asked, Saying.WITHDRAWN)
    assert consent.key("mother", asked, signed_on=date(2025, 5, 14)).said == "yes"
