"""The list that goes out holds only a written yes in force: by the verb, by the rows, at every look (A14)."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction

from seren.foundation.access.door import NotThere, SystemReason, system
from seren.foundation.audit.models import Entry
from seren.foundation.kernel import clock
from seren.foundation.kernel.refusals import Refused
from seren.partnership.days import domain
from seren.partnership.days.models import OutingListed
from seren.partnership.days.terms.outing import Transport
from seren.people.consent import domain as consent
from seren.people.consent.models import Answer
from seren.people.consent.terms import Channel, Saying
from tests.binding import bind
from tests.partnership.days.outings import MALI, YUSUF, rows

pytestmark = [pytest.mark.db, pytest.mark.django_db]


@pytest.fixture
def farm(outings):
    """Mali’s mum said yes; nobody of Yusuf’s family has answered."""
    made = outings.asked()
    outings.say("mother", made, MALI)
    return made


def row(outings, outing, child, answer, **other):
    facts = {
        "provider_id": outing.provider_id,
        "outing": outing,
        "child_id": outings.world.children[child],
        "setting_id": outing.setting_id,
        "scope": outing.scope,
        "channel": "page",
        "answer": answer,
        "listed_by_id": outings.world.people["manager"],
        "listed_at": clock.now(),
    }
    return OutingListed(**{**facts, **other})


def refused_by_the_database(made):
    """At once, not only at the end of the transaction."""
    with pytest.raises(IntegrityError), transaction.atomic():
        system(SystemReason.WRITING, OutingListed).bulk_create([made])


def test_a_child_nobody_answered_for_cannot_be_listed(outings, farm):
    with pytest.raises(Refused) as no:
        outings.close(farm, MALI, YUSUF)
    assert no.value.code == "no-yes"
    assert not outings.listed(farm).exists()
    assert outings.fresh(farm).state == "slips-out"
    assert outings.close(farm, MALI) == 1
    assert outings.names(farm) == {MALI}


def test_a_row_past_the_verb_needs_this_very_yes(outings, farm):
    """No answer, another’s yes, a no, another outing’s yes, spoken words: the database takes none of them."""
    yes = rows(Answer).get(asked=outings.slip(farm, MALI), said="yes")
    no = outings.say("parent-urdu", farm, YUSUF, yes=False)
    other = outings.asked(MALI, name="Farm again")
    of_other = outings.say("mother", other, MALI)
    refused_by_the_database(row(outings, farm, YUSUF, yes))
    refused_by_the_database(row(outings, farm, YUSUF, no))
    refused_by_the_database(row(outings, farm, YUSUF, no, said="no"))
    refused_by_the_database(row(outings, farm, MALI, of_other))
    refused_by_the_database(row(outings, farm, MALI, of_other, scope=other.scope))
    refused_by_the_database(row(outings, farm, MALI, yes, channel="spoken"))
    refused_by_the_database(row(outings, farm, MALI, yes, channel="paper"))
    system(SystemReason.WRITING, OutingListed).bulk_create([row(outings, farm, MALI, yes)])


def test_nobody_is_listed_who_was_not_invited(outings):
    walk = outings.asked(MALI)
    yes = outings.say("mother", walk, MALI)
    made = row(outings, walk, MALI, yes)
    made.child_id = outings.world.children[YUSUF]
    refused_by_the_database(made)


def test_a_yes_taken_back_is_off_the_list_at_the_next_look(outings, farm, now):
    outings.close(farm, MALI)
    assert outings.names(farm) == {MALI}
    mother = outings.world.actor("mother")
    consent.withdraw(actor=mother, asked=outings.slip(farm, MALI), language="en", now=now)
    assert outings.names(farm) == set()
    assert outings.names(farm, "has_row") == {MALI}
    with pytest.raises(Refused) as no:
        outings.of(domain.go_out, "key-person", farm)
    assert no.value.code == "nobody-goes"


def test_whoever_has_no_yes_as_it_sets_out_stays_and_whoever_went_is_counted(outings, farm, now):
    outings.say("parent-urdu", farm, YUSUF)
    outings.close(farm, MALI, YUSUF)
    actor = outings.world.actor("parent-urdu")
    consent.withdraw(actor=actor, asked=outings.slip(farm, YUSUF), language="en", now=now)
    outings.of(domain.go_out, "key-person", farm)
    assert outings.names(farm) == {MALI}
    mother = outings.world.actor("mother", at=now + timedelta(hours=1))
    consent.withdraw(actor=mother, asked=outings.slip(farm, MALI), language="en", now=mother.at)
    assert outings.names(farm, now=mother.at) == {MALI}  # she is there: she is counted
    assert outings.names(farm, "goes", now=mother.at) == set()


def test_two_who_disagree_keep_the_child_here_until_the_manager_decides(outings, farm, now):
    """P-10 for trips, and a decision is no answer: one more word, and it is asked for again."""
    outings.say("father-other-home", farm, MALI, yes=False)
    with pytest.raises(Refused):
        outings.close(farm, MALI)
    manager, later = outings.world.actor("manager"), now + timedelta(minutes=5)
    before = rows(Answer).count()
    consent.decide(actor=manager, asked=outings.slip(farm, MALI), goes=True, why="Both were heard.", now=now)
    assert rows(Answer).count() == before
    assert Entry.objects.filter(event="consent.decided").count() == 1
    assert outings.close(farm, MALI) == 1
    assert outings.names(farm) == {MALI}
    father = outings.world.actor("father-other-home", at=later)
    asked = outings.slip(farm, MALI)
    consent.answer(actor=father, asked=asked, yes=True, language="en", now=later)
    later += timedelta(minutes=5)
    father = outings.world.actor("father-other-home", at=later)
    consent.answer(actor=father, asked=asked, yes=False, language="en", now=later)
    assert outings.names(farm, now=later) == set()


def test_a_yes_on_paper_lists_and_a_spoken_one_does_not(outings, farm):
    asked, who = outings.slip(farm, YUSUF), outings.world.people["parent-urdu"]
    said = {"actor": outings.world.actor("manager"), "asked": asked, "adult": who, "said": Saying.YES,
            "signed_on": clock.today(), "language": "en", "now": clock.now()}  # fmt: skip
    with pytest.raises(Refused) as no:
        consent.key_answer(channel=Channel.SPOKEN, witness=outings.world.people["deputy"], **said)
    assert no.value.code == "written-needed"
    consent.key_answer(channel=Channel.PAPER, **said)
    assert outings.close(farm, MALI, YUSUF) == 2


def test_where_somebody_drives_the_ride_needs_its_own_yes(outings):
    ride = {"transport": Transport.COACH, "ride": "Valley Coaches"}
    trip = outings.asked(MALI, **ride)
    outings.say("mother", trip, MALI)
    with pytest.raises(Refused):
        outings.close(trip, MALI)
    yes = rows(Answer).get(asked=outings.slip(trip, MALI), said="yes")
    refused_by_the_database(row(outings, trip, MALI, yes))
    refused_by_the_database(
        row(outings, trip, MALI, yes, ride=trip.ride, ride_answer=yes, ride_channel="page")
    )
    outings.say("mother", trip, MALI, ride=True)
    assert outings.close(trip, MALI) == 1
    again = outings.asked(MALI, name="Museum", **ride)
    assert outings.slip(again, MALI, ride=True) == outings.slip(trip, MALI, ride=True)  # asked once


def test_an_answer_to_one_outing_never_counts_for_another_of_the_same_name(outings, farm):
    twin = outings.asked()
    assert twin.scope != farm.scope
    with pytest.raises(Refused):
        outings.close(twin, MALI)


def test_no_more_children_than_the_adults_can_look_after(outings):
    walk = outings.asked(adults=1, children_per_adult=1)
    outings.say("mother", walk, MALI)
    outings.say("parent-urdu", walk, YUSUF)
    with pytest.raises(Refused) as no:
        outings.close(walk, MALI, YUSUF)
    assert no.value.code == "too-few-adults"


def test_another_settings_child_and_another_settings_staff_find_nothing(outings, farm):
    world = outings.world
    elsewhere = next(name for name in world.children if name not in (MALI, YUSUF) and _elsewhere(world, name))
    with pytest.raises(NotThere):
        outings.draft(elsewhere)
    for verb in (domain.put_outing, domain.agree_outing, domain.send_slips, domain.call_off):
        with pytest.raises(NotThere):
            outings.of(verb, "other-setting-manager", farm)
    with pytest.raises(NotThere):
        outings.close(farm, MALI, by="other-setting-manager")


def _elsewhere(world, name):
    places = rows(apps.get_model("families.Enrolment")).filter(child=world.children[name])
    return places.exists() and not places.filter(setting=world.settings["pre-school"]).exists()


def test_a_practitioner_plans_and_never_agrees(outings):
    made = outings.draft(MALI, by="key-person")
    outings.of(domain.put_outing, "key-person", made)
    with pytest.raises(NotThere):
        outings.of(domain.agree_outing, "key-person", made)
    outings.of(domain.agree_outing, "deputy", made)
    with pytest.raises(NotThere):
        outings.of(domain.send_slips, "key-person", made)


def test_steps_go_by_the_table(outings):
    made = outings.draft(risks_weighed=False)
    for verb, code in (
        (domain.agree_outing, "outing-moved-on"),
        (domain.put_outing, "risks-first"),
        (domain.go_out, "outing-moved-on"),
    ):
        with pytest.raises(Refused) as no:
            outings.of(verb, "manager", made)
        assert no.value.code == code


def test_whoever_may_not_know_where_the_child_is_gets_no_slip_and_whoever_works_does_not_either(outings):
    bind(outings.world, "father-other-home", "no-contact-at-site")
    farm = outings.asked(MALI)
    with pytest.raises(NotThere):
        outings.say("father-other-home", farm, MALI)
    outings.say("mother", farm, MALI)
    assert outings.close(farm, MALI) == 1
