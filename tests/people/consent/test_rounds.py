"""What is asked in one go is told of once, to each adult by the rule, and a reminder goes out once."""

from datetime import date, timedelta

import pytest
import time_machine

from seren.foundation.access.door import SystemReason, system
from seren.foundation.deadlines.door import deadlines_of, sweep
from seren.foundation.jobs import door as jobs
from seren.foundation.kernel import clock
from seren.foundation.notify import door as notify
from seren.people.consent.models import Round
from seren.people.consent.terms import Code, Saying

pytestmark = pytest.mark.django_db
MOTHER, FATHER = "mother", "father-other-home"
CARERS = {"key-person", "practitioner-other-room"}  # key person and buddy


@pytest.fixture
def told(world):
    """By kind, who was told of a subject, by their slug."""
    names = {person: slug for slug, person in world.people.items() if " " not in slug}

    def of(subject, after=timedelta(minutes=20)):
        with time_machine.travel(clock.now() + after, tick=False):
            jobs.run_due()
        found = {}
        for one in notify.notices_of(subject.pk):
            assert one.released_at is not None
            people = {names.get(line.person, "?") for line in notify.ledger(one.id)}
            found[one.kind.partition(".")[2]] = people
        return found

    return of


def rounds_of(consent):
    rows = system(SystemReason.SHOWING, Round).filter(child=consent.world.children["Mali Evans"])
    return list(rows.order_by("at"))


def on(day, hour=9):
    return time_machine.travel(clock.at_london(day, hour), tick=False)


def test_three_questions_within_minutes_are_one_message_to_both_homes_at_one_instant(consent, told, now):
    for minutes, code in enumerate((Code.PHOTO_WEB, Code.PLASTERS, Code.VIDEO)):
        consent.ask(code, now=now + timedelta(minutes=4 * minutes))
    (made,) = rounds_of(consent)
    assert told(made) == {"asked": {MOTHER, FATHER}}
    (notice,) = notify.notices_of(made.pk)
    assert notice.released_at == now + timedelta(minutes=20)  # both homes in one instant
    consent.ask(Code.ANIMALS, now=now + timedelta(minutes=16))
    assert len(rounds_of(consent)) == 2  # those were told of already


def test_who_may_not_answer_is_not_told(consent, told):
    consent.keep_out(FATHER)
    asked = consent.ask()
    assert told(asked.round) == {"asked": {MOTHER}}


def test_a_trip_is_not_told_to_somebody_kept_from_where_the_child_is(consent, told):
    from seren.people.families.terms import RestrictionCode

    consent.keep_out(FATHER, code=RestrictionCode.NO_CONTACT_AT_SITE)
    asked = consent.ask(Code.OUT_ROUTINE)
    assert told(asked.round) == {"asked": {MOTHER}}


def test_who_answered_within_the_minutes_is_told_nothing(consent, told):
    asked = consent.ask()
    consent.say(MOTHER, asked, yes=True)
    assert told(asked.round) == {"asked": {FATHER}}


def test_a_reminder_comes_once_to_whoever_has_not_answered_whatever_the_other_said(consent, told):
    """Were Gareth not reminded once Rhian has answered, he would know that she has."""
    first, second = consent.ask(), consent.ask(Code.VIDEO)
    consent.say(MOTHER, first, yes=True)
    consent.say(MOTHER, second, yes=False)
    third = consent.ask(Code.PLASTERS)
    assert third.round_id == first.round_id
    consent.say(MOTHER, third, yes=True)
    with on(date(2025, 5, 27)):
        sweep(clock.now())
        sweep(clock.now())
        kinds = told(first.round)
        assert kinds["reminder"] == {FATHER}
        assert [one.kind for one in notify.notices_of(first.round_id)].count("consent.reminder") == 1


def test_what_stays_silent_comes_to_the_leaders_once(consent, told):
    asked = consent.ask()
    with on(date(2025, 6, 9)):
        sweep(clock.now())
        assert told(asked.round)["unanswered"] == {"manager", "deputy"}


def test_the_clock_ends_when_each_adult_has_said_a_word_to_each_question(consent):
    first, second = consent.ask(), consent.ask(Code.VIDEO)

    def state():
        return deadlines_of("consent.answers", [first.round_id])[first.round_id].state

    for asked in (first, second):
        consent.say(MOTHER, asked, yes=True)
    assert state() == "open"
    consent.say(FATHER, first, yes=False)
    consent.key(FATHER, second, said=Saying.NO)
    assert state() == "met"
    assert consent.ask(Code.ANIMALS).round_id == first.round_id  # within the minutes: it runs again
    assert state() == "open"


def test_nobody_waits_for_whoever_may_not_answer(consent):
    consent.keep_out(FATHER)
    asked = consent.ask()
    consent.say(MOTHER, asked, yes=True)
    assert deadlines_of("consent.answers", [asked.round_id])[asked.round_id].state == "met"


def test_leaders_are_not_told_of_what_somebody_answered(consent, told):
    asked = consent.ask()
    consent.say(MOTHER, asked, yes=True)
    with on(date(2025, 6, 9)):
        sweep(clock.now())
        assert told(asked.round)["unanswered"] == set()


def test_two_who_disagree_are_told_to_the_manager_and_the_key_person_once(consent, told):
    asked = consent.ask()
    consent.say(MOTHER, asked, yes=True)
    assert told(asked) == {}
    consent.say(FATHER, asked, yes=False)
    found = told(asked)
    assert found == {"disputed": {"manager", "deputy"}, "disputed_room": CARERS}, found
    consent.key(FATHER, asked, said=Saying.NO)  # on paper as well: nothing new
    assert [one.kind for one in notify.notices_of(asked.pk)].count("consent.disputed") == 1
    consent.say(FATHER, asked, yes=True)
    consent.take_back(FATHER, asked)
    assert [one.kind for one in notify.notices_of(asked.pk)].count("consent.disputed") == 2


def test_a_wish_to_talk_reaches_the_manager_and_the_key_person(consent, told):
    wish = consent.talk(MOTHER, consent.ask())
    found = told(wish)
    assert found == {"talk": {"manager", "deputy"}, "talk_room": CARERS}, found


def test_no_notice_of_permissions_names_anybody(consent):
    from seren.people.consent import notices

    for kind in (notices.ASKED, notices.REMINDER, notices.UNANSWERED, notices.TALK, notices.DISPUTED):
        assert "%" not in str(kind.title) + str(kind.line)
