"""P-10 for trips: a leader decides, on record, and only while two adults disagree."""

from datetime import timedelta
from itertools import product

import pytest
from django.apps import apps

from seren.foundation.access.door import NotThere, SystemReason, system
from seren.foundation.audit.models import Entry
from seren.foundation.kernel import clock
from seren.foundation.kernel.refusals import Refused
from seren.people.consent.domain import decide
from seren.people.consent.models import Answer, Asked, Decision
from seren.people.consent.policies import in_force_for
from seren.people.consent.queries.standing import holds, with_standing
from seren.people.consent.terms import Code
from tests.binding import bind

pytestmark = [pytest.mark.db, pytest.mark.django_db]
TRIP = {"scope": "Lower Barn farm"}


@pytest.fixture
def trip(consent, now):
    return consent.ask(Code.OUT_SPECIFIC, until=clock.day_of(now) + timedelta(days=20), **TRIP)


def decided(consent, asked, goes=True, by="manager", now=None, why="Both were heard."):
    at = now or clock.now()
    return decide(actor=consent.world.actor(by, at=at), asked=asked, goes=goes, why=why, now=at)


def in_force(consent, code=Code.OUT_SPECIFIC, scope="Lower Barn farm", now=None):
    """By the condition, and by the page’s own parts: they never differ."""
    world = consent.world
    actor = world.actor("manager", at=now or clock.now())
    child = system(SystemReason.PROVING, apps.get_model("families.Child")).filter(
        in_force_for(code, actor, child="pk", setting=world.settings["pre-school"], scope=scope),
        pk=world.children["Mali Evans"],
    )
    rows = with_standing(system(SystemReason.PROVING, Asked), actor)
    asked = (
        rows.filter(child=world.children["Mali Evans"], code=code, scope=scope).order_by("asked_at").last()
    )
    assert child.exists() == holds(asked)
    return child.exists()


def disagree(consent, asked):
    consent.say("mother", asked, yes=True)
    consent.say("father-other-home", asked, yes=False)


def test_bev_decides_and_neither_answer_changes(consent, trip):
    disagree(consent, trip)
    assert not in_force(consent)
    words = list(consent.rows(Answer).values_list("pk", "said"))
    decided(consent, trip)
    assert in_force(consent)
    assert list(consent.rows(Answer).values_list("pk", "said")) == words
    assert Entry.objects.filter(event="consent.decided").count() == 1
    decided(consent, trip, goes=False)  # she thinks again: the newest counts
    assert not in_force(consent)


def test_it_holds_until_one_of_them_says_more_or_is_asked_anew(consent, trip, now):
    disagree(consent, trip)
    decided(consent, trip)
    at = now + timedelta(minutes=1)
    consent.take_back("mother", trip, now=at)
    assert not in_force(consent, now=at)
    at += timedelta(minutes=1)
    consent.say("mother", trip, yes=True, now=at)
    assert not in_force(consent, now=at)  # they disagree again, and nobody has decided on that
    decided(consent, trip, now=at)
    assert in_force(consent, now=at)
    at += timedelta(minutes=1)
    consent.ask(Code.OUT_SPECIFIC, until=clock.day_of(now) + timedelta(days=20), now=at, **TRIP)
    assert not in_force(consent, now=at)


def test_it_makes_no_yes_of_its_own(consent, trip, now):
    """Past its last day, and where the only yes is gone, a decision says nothing."""
    disagree(consent, trip)
    decided(consent, trip)
    assert not in_force(consent, now=now + timedelta(days=30))
    bind(consent.world, "mother", "no-info")
    assert not in_force(consent)


def test_where_they_agree_and_where_it_is_no_trip_nothing_is_decided(consent, trip):
    consent.say("mother", trip, yes=True)
    for asked, code in ((trip, "not-disputed"), (consent.ask(Code.PHOTO_WEB), "not-for-deciding")):
        with pytest.raises(Refused) as no:
            decided(consent, asked)
        assert no.value.code == code
    consent.say("father-other-home", trip, yes=False)
    with pytest.raises(Refused) as no:
        decided(consent, trip, why=" ")
    assert no.value.code == "why-missing"
    assert not system(SystemReason.PROVING, Decision).exists()


@pytest.mark.parametrize(
    "who", ["key-person", "safeguarding-lead", "other-setting-manager", "mother", "father-other-home"]
)
def test_nobody_but_a_leader_there_decides(consent, trip, who):
    disagree(consent, trip)
    with pytest.raises(NotThere):
        decided(consent, trip, by=who)


STEPS = [(who, yes) for who in ("mother", "father-other-home", "manager") for yes in (True, False)]
DISAGREED = (("mother", True), ("father-other-home", False))


def test_after_a_disagreement_two_more_steps_are_as_plain_python_says(consent, now):
    """Every fifth: each step comes first, and each second."""
    compare_all([(*DISAGREED, *order) for order in list(product(STEPS, repeat=2))[::5]], consent, now)


@pytest.mark.long
def test_every_order_of_words_and_decisions_is_as_plain_python_says(consent, now):
    compare_all([*product(STEPS, repeat=3)], consent, now)
    compare_all([(*DISAGREED, *order) for order in product(STEPS, repeat=3)], consent, now, "Later trip")


def compare_all(orders, consent, now, name="Trip"):
    """Each step: mum’s or dad’s yes or no, or a decision. What holds: all yes, or decided since, to go."""
    decisions = 0
    for number, order in enumerate(orders):
        at = now + timedelta(minutes=10 * number)
        scope = f"{name} {number}"
        asked = consent.ask(
            Code.OUT_SPECIFIC, scope=scope, until=clock.day_of(now) + timedelta(days=20), now=at
        )
        said: dict[str, bool] = {}
        ruled = None
        for place, (who, yes) in enumerate(order, 1):
            then = at + timedelta(minutes=place)
            if who != "manager":
                changed = said.get(who) != yes
                said[who], ruled = yes, None if changed else ruled
                consent.say(who, asked, yes=yes, now=then)
            elif set(said.values()) == {True, False}:
                ruled, decisions = yes, decisions + 1
                decided(consent, asked, goes=yes, now=then)
        whole = bool(said) and (all(said.values()) or (any(said.values()) and ruled is True))
        assert in_force(consent, scope=scope, now=at + timedelta(minutes=9)) == whole, order
    assert decisions  # not in name only


def test_the_page_names_what_is_decided_and_there_is_none_for_pictures(signed_in, world, consent, trip):
    disagree(consent, trip)
    here, bev = f"/desk/children/{world.children['Mali Evans']}/permissions/", signed_in("manager")
    there = f"{here}{trip.pk}/decide/"
    assert trip.shown_in("en")["question"] in bev.get(there).content.decode()
    assert "Lower Barn farm?" in trip.shown_in("en")["question"]
    assert trip.shown_in("cy")["question"] in bev.get(there, {"lang": "cy"}, follow=True).content.decode()
    picture = consent.ask(Code.PHOTO_WEB)
    assert bev.get(f"{here}{picture.pk}/decide/").status_code == 404


def test_bev_decides_on_the_childs_page(signed_in, world, consent, trip):
    disagree(consent, trip)
    bev = signed_in("manager")
    here = f"/desk/children/{world.children['Mali Evans']}/permissions/"
    there = f"{here}{trip.pk}/decide/"
    assert there in bev.get(here).content.decode()
    answer = bev.post(there, {"goes": "yes", "why": "Dad was worried about the road. We go by the path."})
    assert (answer.status_code, answer["Location"]) == (303, here)
    html = bev.get(here).content.decode()
    for words in (
        "Bev Hartley decided on Wednesday 14 May 2025: the child goes.",
        "We go by the path.",
        "Disputed",
    ):
        assert words in html
    assert "We go by the path." not in signed_in("mother").get("/family/permissions/").content.decode()
    assert signed_in("key-person").get(there).status_code == 404
    every = bev.get("/desk/permissions/")  # of the whole setting
    assert (every.status_code, "Disputed" in every.content.decode()) == (200, True)
    consent.take_back("mother", trip)
    assert bev.post(there, {"goes": "yes", "why": "x"}).status_code == 422
