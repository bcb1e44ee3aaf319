"""Asking many families at once: each for itself, nobody twice; and the yearly review in September."""

from datetime import date, timedelta

import pytest
import time_machine

from seren.foundation.access.door import NotThere, SystemReason, system
from seren.foundation.kernel import clock
from seren.foundation.kernel.refusals import Refused
from seren.people.consent import domain
from seren.people.consent.models import Asked, Round
from seren.people.consent.queries import outcomes
from seren.people.consent.queries.fates import Fate, fates
from seren.people.consent.queries.review import asked_anew, progress
from seren.people.consent.terms import Channel, Code, Saying, State
from tests.people.consent.test_desk_page import page, sent

pytestmark = pytest.mark.django_db
MANY = "/desk/permissions/ask/"
SEPTEMBER = date(2025, 9, 4)


def on(day, hour=9):
    return time_machine.travel(clock.at_london(day, hour), tick=False)


def of_code(code):
    return system(SystemReason.SHOWING, Asked).filter(code=code)


def review(world, by="manager"):
    now = clock.now()
    return domain.start_review(actor=world.actor(by, at=now), setting=world.settings["pre-school"], now=now)


def test_one_press_asks_every_family_once_in_the_same_words(consent, world):
    done = consent.ask_many(Code.MARKETING)
    rows = list(of_code("marketing"))
    assert len(rows) == done.asked > 5
    assert len({row.child_id for row in rows}) == done.asked
    assert len({(row.version, row.round_id, str(row.words)) for row in rows}) == 1
    with pytest.raises(Refused, match="everybody was asked already"):
        consent.ask_many(Code.MARKETING)


def test_who_answered_said_no_or_still_thinks_is_left_out_and_said_so(consent, world):
    yes, no = consent.ask(Code.ANIMALS), consent.ask(Code.ANIMALS, child="Alfie Walker")
    wait = consent.ask(Code.ANIMALS, child="Cadi Lloyd")
    consent.say("mother", yes, yes=True)

    adult = parent_of(world, "Alfie Walker")
    domain.key_answer(
        actor=world.actor("manager"), asked=no, adult=adult, said=Saying.NO, channel=Channel.PAPER,
        signed_on=clock.today(), language="en", now=clock.now(),
    )  # fmt: skip
    found = {
        to.name: to.fate
        for to in fates(world.actor("manager"), world.settings["pre-school"], Code.ANIMALS, "")
    }
    assert (found["Mali"], found["Alfie"], found["Cadi"]) == (Fate.ANSWERED, Fate.SAID_NO, Fate.WAITS)
    before = of_code("animals").filter(child__in=[yes.child_id, no.child_id, wait.child_id]).count()
    done = consent.ask_many(Code.ANIMALS)
    assert done.left_out == len([fate for fate in found.values() if fate is not Fate.ASK])
    assert of_code("animals").filter(child__in=[yes.child_id, no.child_id, wait.child_id]).count() == before


def parent_of(world, child):
    from django.apps import apps

    ties = system(SystemReason.SHOWING, apps.get_model("families.Guardianship"))
    return ties.filter(child=world.children[child], responsibility="yes").values_list("adult", flat=True)[0]


@pytest.mark.parametrize("who", ["mother", "key-person", "safeguarding-lead", "other-setting-manager"])
def test_nobody_but_the_leaders_asks_many(consent, who):
    with pytest.raises((Refused, NotThere)):
        consent.ask_many(Code.ANIMALS, by=who)
    assert not of_code("animals").exists()


def test_bev_looks_first_and_then_asks(signed_in, world, consent):
    bev = signed_in("manager")
    assert MANY + "animals/" in page(bev, MANY)
    consent.ask(Code.ANIMALS)
    look = sent(bev, MANY + "animals/", room="all", step="look")
    html = look.content.decode()
    assert look.status_code == 200
    assert "Asked already, no answer yet:</strong> Mali" in html
    assert "Ask about " in html
    assert of_code("animals").count() == 1
    assert (
        sent(bev, MANY + "animals/", room="all", step="ask")["Location"] == "/desk/permissions/?about=animals"
    )
    assert of_code("animals").count() > 5
    again = sent(bev, MANY + "animals/", room="all", step="ask")
    assert again.status_code == 422
    assert "everybody was asked already" in again.content.decode()


def test_what_is_missing_is_said_and_what_was_typed_stays(signed_in, world):
    answer = sent(signed_in("manager"), MANY + "sun-cream/", room="all", scope="", step="look")
    assert answer.status_code == 422
    assert "Write something here." in answer.content.decode()
    assert signed_in("manager").get(MANY + "observer/").status_code == 404
    for who in ("safeguarding-lead", "mother", "key-person"):
        assert signed_in(who).get(MANY + "animals/").status_code == 404


def test_a_review_asks_anew_what_stands_one_question_each(consent, world):
    for code in (Code.PHOTO_WEB, Code.PLASTERS):
        consent.say("mother", consent.ask(code), yes=True)
    consent.say("mother", consent.ask(Code.VIDEO), yes=False)  # a no is not asked about again
    consent.ask(Code.ANIMALS)  # still waits
    with on(SEPTEMBER):
        made = review(world)
        rows = system(SystemReason.SHOWING, Asked).filter(round=made, child=world.children["Mali Evans"])
        assert {row.code for row in rows} == {"photo-web", "plasters"}
        assert all(row.words["en"]["question"] for row in rows)
        with pytest.raises(Refused, match="has started already"):
            review(world, by="deputy")
    assert system(SystemReason.SHOWING, Round).filter(kind="review").count() == 1


def test_silence_keeps_what_a_policy_asks_and_ends_what_stands_on_consent(consent, world):
    both = (Code.PHOTO_WEB, Code.PLASTERS)
    for code in both:
        consent.say("mother", consent.ask(code), yes=True)

    def held():
        found = outcomes(world.actor("manager", at=clock.now()), world.settings["pre-school"], both)
        return found[world.children["Mali Evans"]]

    with on(SEPTEMBER):
        review(world)
        assert held() == set(both)  # nothing ends by asking
    with on(date(2025, 10, 1)):
        assert held() == {Code.PLASTERS}


def test_a_yes_in_the_review_holds_for_a_year(consent, world):
    consent.say("mother", consent.ask(), yes=True)
    with on(SEPTEMBER):
        review(world)
        anew = of_code("photo-web").filter(child=world.children["Mali Evans"]).latest("asked_at")
        consent.say("mother", anew, yes=True, now=clock.now())
        assert clock.last_day(anew.until_at) == date(2026, 9, 30)
    with on(date(2026, 9, 29)):
        held = outcomes(
            world.actor("manager", at=clock.now()), world.settings["pre-school"], (Code.PHOTO_WEB,)
        )
        assert held[world.children["Mali Evans"]] == {Code.PHOTO_WEB}


def test_there_is_no_review_before_its_month(consent, world, signed_in):
    consent.say("mother", consent.ask(), yes=True)
    with pytest.raises(Refused, match="has its month"):
        review(world)
    html = page(signed_in("manager"), "/desk/permissions/review/")
    assert "The review is in September" in html
    assert "Photos on our website" in html
    assert "review/start/" not in html


def test_the_page_counts_before_and_tells_who_answered_after(consent, world, signed_in):
    consent.say("mother", consent.ask(), yes=True)
    with on(SEPTEMBER):
        bev = signed_in("manager")
        number = len(
            asked_anew(world.actor("manager", at=clock.now()), world.settings["pre-school"], "england")
        )
        assert f"Ask {number} questions" in page(bev, "/desk/permissions/review/")
        assert sent(bev, "/desk/permissions/review/start/").status_code == 303
        html = page(bev, "/desk/permissions/review/")
        assert f"0 of {number} questions have an answer." in html
        assert "Gareth Evans" in html
        made = system(SystemReason.SHOWING, Round).get(kind="review")
        anew = of_code("photo-web").get(child=world.children["Mali Evans"], round=made)
        consent.say("mother", anew, yes=True, now=clock.now() + timedelta(minutes=1))
        actor = world.actor("manager", at=clock.now() + timedelta(minutes=2))
        found = {one.of.account.name: (one.answered, one.all) for one in progress(actor, made).adults}
        assert (found["Rhian Evans"], found["Gareth Evans"]) == ((1, 1), (0, 1))


def test_a_family_asked_again_is_told_that_the_yes_still_holds(consent, world, signed_in):
    consent.say("mother", consent.ask(), yes=True)
    with on(SEPTEMBER):
        review(world)
    with on(SEPTEMBER, hour=11):
        html = page(signed_in("mother"), "/family/permissions/")
        assert "You said yes on Wednesday 14 May 2025. It is in force. Now we ask you again." in html
        assert 'value="yes en"' in html
        assert 'value="no en"' in html


def test_the_states_a_review_looks_at_are_those_of_the_house(consent):
    from seren.people.consent.queries.review import STOOD

    assert {State.REFUSED, State.ASKED, State.NOT_ASKED}.isdisjoint(STOOD)
