"""Permissions on a family’s first page and on the desk’s; how many taps a yes takes, and taking it back."""

import re
from datetime import date

import pytest
import time_machine

from seren.doors.web.desk.permission import permissions_asked
from seren.foundation.kernel import clock
from seren.foundation.kernel.questions import ask
from seren.people.consent.domain import decide
from seren.people.consent.terms import Code
from seren.people.provision.queries.desk import desk_of
from tests.people.consent.conftest import consent, world  # noqa: F401

pytestmark = pytest.mark.django_db
TODAY, HERE = "/today/", "/family/permissions/"


@pytest.fixture(autouse=True)
def _product(settings):
    settings.ROOT_URLCONF = "seren.config.urls"


def needs(world, who="manager", at=None):  # noqa: F811
    actor = world.actor(who, at=at or clock.now())
    return ask(permissions_asked(actor, desk_of(actor, world.settings["pre-school"])))


def html_of(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def taps_to(client, word):
    """From the first page: follow the link that is there, then press the button. Nothing else is needed."""
    today = html_of(client, TODAY)
    assert f'href="{HERE}"' in today
    pressed = re.search(
        rf'<form[^>]*method="post"[^>]*action="({HERE}[^"]+)".*?name="say" value="({word} \w+)"',
        html_of(client, HERE),
        re.S,
    )
    answer = client.post(pressed[1], {"say": pressed[2]})
    assert answer.status_code == 303
    return 2


def test_a_yes_takes_two_taps_from_today_and_taking_it_back_as_many(signed_in, consent):  # noqa: F811
    consent.ask(Code.VIDEO)
    mother = signed_in("mother")
    given = taps_to(mother, "yes")
    taken = taps_to(mother, "back")
    assert given == taken <= 3
    assert [word.said for word in consent.rows().order_by("at", "id")] == ["yes", "withdrawn"]


def test_questions_are_one_card_and_count_ones_own_words_only(signed_in, consent):  # noqa: F811
    asked = [consent.ask(code) for code in (Code.VIDEO, Code.ANIMALS, Code.SCREEN)]
    mother, father = signed_in("mother"), signed_in("father-other-home")
    for client in (mother, father):
        assert html_of(client, TODAY).count("3 questions wait for your yes or no") == 1
    before = re.sub(r'csrf[^>]*value="[^"]+"|nonce="[^"]+"', "", html_of(father, TODAY))
    consent.say("mother", asked[0], yes=True)
    assert "2 questions wait for your yes or no" in html_of(mother, TODAY)
    after = re.sub(r'csrf[^>]*value="[^"]+"|nonce="[^"]+"', "", html_of(father, TODAY))
    assert after == before  # his page does not tell that she has answered


@pytest.mark.parametrize("who", ["grandmother", "father-restricted"])
def test_who_may_not_answer_has_no_card(signed_in, consent, who):  # noqa: F811
    consent.ask(Code.VIDEO)
    consent.ask(Code.VIDEO, child="Ellie Cole")
    assert "your yes or no" not in html_of(signed_in(who), TODAY)


def titles(found):
    return [str(need.title) for need in found]


def test_bev_finds_what_is_disputed_who_wants_to_talk_and_who_is_silent(world, consent):  # noqa: F811
    asked = consent.ask(Code.VIDEO)
    consent.say("mother", asked, yes=True)
    consent.say("father-other-home", asked, yes=False)
    consent.talk("mother", consent.ask(Code.ANIMALS))
    found = needs(world)
    assert "2 permissions are disputed" in titles(found)  # one of Yusuf’s family
    assert "Families want to talk about 2 permissions" in titles(found)
    later = needs(world, at=clock.at_london(date(2025, 6, 20), 9))
    (silent,) = [need for need in later if "had no answer" in need.title]
    assert silent.act.url == "/desk/permissions/waiting/"
    assert silent.due.state == "late"


def test_a_trip_the_manager_decided_for_needs_nobody_any_more(world, consent, now):  # noqa: F811
    asked = consent.ask(Code.OUT_SPECIFIC, scope="The farm", until=date(2025, 5, 20))
    consent.say("mother", asked, yes=True)
    consent.say("father-other-home", asked, yes=False)
    assert "2 permissions are disputed" in titles(needs(world))
    decide(actor=world.actor("manager"), asked=asked, goes=True, why="She goes with Nan.", now=now)
    assert "1 permission is disputed" in titles(needs(world))


def test_the_review_is_due_in_september_until_somebody_starts_it(world, consent):  # noqa: F811
    from seren.people.consent.domain import start_review

    consent.say("mother", consent.ask(Code.PLASTERS), yes=True)
    title = "Go through permissions with families"
    assert title not in titles(needs(world))
    with time_machine.travel(clock.at_london(date(2025, 9, 2), 9), tick=False):
        (due,) = [need for need in needs(world) if need.title == title]
        assert due.due.on == date(2025, 9, 30)
        assert title not in titles(needs(world, "safeguarding-lead"))
        actor = world.actor("manager", at=clock.now())
        start_review(actor=actor, setting=world.settings["pre-school"], now=clock.now())
        assert title not in titles(needs(world))
