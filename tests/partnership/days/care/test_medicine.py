"""A medicine is given on its own written permission, on its days, and each dose is written down (E-32)."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from seren.foundation.access.door import NotThere, SystemReason, Unchangeable, system
from seren.foundation.kernel import clock, ids
from seren.foundation.kernel.refusals import Refused
from seren.partnership.days.models import CareEntry
from seren.partnership.days.terms.care import CareKind, GivenAs, Outcome, Prescriber
from seren.people.consent import domain as consent
from seren.people.consent.models import Answer, Asked
from seren.people.consent.terms import Code
from tests.binding import bind
from tests.partnership.days.care.conftest import TODAY

pytestmark = [pytest.mark.db, pytest.mark.django_db]


def refused(call, *args, **kwargs):
    with pytest.raises(Refused) as no:
        call(*args, **kwargs)
    return no.value.code


def test_what_rhian_brings_is_her_written_yes_and_a_dose_follows(care):
    medicine = care.ready()
    word = system(SystemReason.WRITING, Answer).get(asked=medicine.asked_id)
    assert (word.said, word.channel, word.scope) == ("yes", "page", str(medicine.pk))
    assert "Amoxivane, 5 ml, after lunch" in word.called
    dose = care.give(medicine)
    assert (dose.covered, dose.given_as, dose.details["amount"]) == (True, "named", "5 ml")


def test_a_blanket_yes_to_medicines_cannot_be_asked_brought_or_used(care):
    """Not of the desk, not with an empty scope, not by a word that means all, not by a row of its own."""
    actor, now = care.world.actor("manager"), clock.now()
    for scope in ("", "Medicines", "All medicines"):
        about = {"place": care.place(), "code": Code.MED_NAMED, "scope": scope, "until": TODAY}
        assert refused(consent.ask, actor=actor, now=now, **about) == "thing-missing"
    for name in ("Medicines", "Any medicine", "all the other meds", "Unrhyw feddyginiaeth"[:6], " "):
        assert refused(care.bring, name=name) in ("no-name", "words-missing")
    medicine = care.ask()  # nobody has answered
    care.look(medicine)
    wide = system(SystemReason.WRITING, Asked).get(pk=medicine.asked_id)
    wide.pk, wide.scope, wide.called = ids.new(), "", {"en": "Medicines"}
    wide.save(force_insert=True)
    consent.answer(actor=care.world.actor("mother"), asked=wide, yes=True, language="en", now=now)
    assert refused(care.give, medicine) == "no-permission"


def test_another_dose_or_other_days_are_another_medicine_with_its_own_question(care):
    first = care.ready()
    other = care.ask(dose="10 ml")
    care.look(other)
    assert first.asked_id != other.asked_id
    assert refused(care.give, other) == "no-permission"
    care.say("father-other-home", other, yes=True)
    assert care.give(other).covered
    first.from_day = TODAY - timedelta(days=3)
    with pytest.raises(Unchangeable):
        first.save()


def test_after_the_yes_is_taken_back_the_dose_is_refused_and_says_to_ring(care):
    medicine = care.ready()
    care.take_back("mother", medicine)
    with pytest.raises(Refused, match="Ring a parent first") as no:
        care.give(medicine)
    assert no.value.code == "no-permission"
    assert not care.entries().exists()


def test_a_dose_before_the_yes_was_taken_back_is_still_written_down_afterwards(care):
    medicine, later = care.ready(), clock.now() + timedelta(minutes=20)
    care.take_back("mother", medicine, now=later)
    assert refused(care.give, medicine, at=later) == "no-permission"
    assert care.give(medicine, at=clock.now(), now=later + timedelta(minutes=1)).covered


@pytest.mark.parametrize("days", [-1, 7])
def test_the_day_before_the_course_and_the_day_after_it_are_not_its_days(care, days):
    medicine = care.ready(from_day=TODAY + timedelta(days=0))
    at = clock.at_london(TODAY + timedelta(days=days), 12)
    assert refused(care.give, medicine, at=at, now=max(at, clock.now())) == "outside-course"
    assert care.give(medicine, at=clock.at_london(TODAY + timedelta(days=6), 23)).covered


def test_no_dose_from_a_bottle_nobody_looked_at_or_whose_date_has_passed(care):
    medicine = care.bring()
    assert refused(care.give, medicine) == "no-bottle"
    care.look(medicine, expires_on=TODAY - timedelta(days=1))
    assert refused(care.give, medicine) == "expired"
    care.look(medicine, expires_on=TODAY)
    assert care.give(medicine)


def test_two_parents_who_disagree_do_not_stop_the_care(care):
    medicine = care.ready()
    care.say("father-other-home", medicine, yes=False)
    assert care.give(medicine).covered


def test_the_database_keeps_no_dose_that_stands_on_a_missing_permission(care):
    medicine = care.ready()
    dose = care.give(medicine)
    dose.pk, dose.covered = ids.new(), False
    with pytest.raises(IntegrityError), transaction.atomic():
        dose.save(force_insert=True)


@pytest.mark.parametrize("how", [Prescriber.NOBODY, Prescriber.PHARMACIST])
@pytest.mark.parametrize("said", [{"name": "Junior Asprin"}, {"aspirin": True}])
def test_aspirin_needs_a_doctor(care, how, said):
    with pytest.raises(Refused, match="only if a doctor has prescribed it"):
        care.bring(prescribed=how, **said)
    assert care.bring(prescribed=Prescriber.DOCTOR, **said)


def test_a_medicine_has_days_in_order_and_not_for_ever(care):
    assert refused(care.bring, until_day=TODAY - timedelta(days=1)) == "day-before"
    old = TODAY - timedelta(days=9)
    assert refused(care.bring, from_day=old, until_day=old) == "until-past"
    assert refused(care.bring, until_day=date(2026, 5, 15)) == "too-long"
    assert care.bring(until_day=date(2026, 5, 14))


def test_refused_and_spat_out_are_written_down_too_and_twice_sent_is_once(care):
    medicine, entry = care.ready(), ids.new()
    assert care.give(medicine, outcome=Outcome.REFUSED, amount="None").outcome == "refused"
    first = care.give(medicine, outcome=Outcome.SPAT_OUT, entry=entry)
    assert care.give(medicine, entry=entry).pk == first.pk
    assert sorted(one.outcome for one in care.entries()) == ["refused", "spat-out"]


def test_who_gives_and_who_sees_it_work_here_and_are_two(care):
    medicine = care.ready()
    assert refused(care.give, medicine, witness="key-person") == "witness-other"
    assert refused(care.give, medicine, witness="mother") == "not-staff"
    assert refused(care.give, medicine, by="leaver") == "not-staff"
    assert refused(care.give, medicine, at=clock.now() + timedelta(minutes=1), now=clock.now()) == "to-come"


def test_words_for_the_family_name_no_other_child(care):
    medicine = care.ready()
    with pytest.raises(Refused, match="names Yusuf"):
        care.give(medicine, words="Yusuf held her hand.")
    assert care.give(medicine, words="A friend held her hand. Mali was brave.")


@pytest.mark.parametrize("who", ["leaver", "committee-chair", "other-setting-manager", "mother"])
def test_only_the_childs_team_gives(care, who):
    medicine = care.ready()
    with pytest.raises(NotThere):
        care.give(medicine, who=who, by="key-person")


def test_a_practitioner_of_another_room_gives_ellie_nothing(care):
    medicine = care.ask(child="Ellie Cole")
    with pytest.raises(NotThere):
        care.look(medicine)
    with pytest.raises(NotThere):
        care.give(medicine)


@pytest.mark.parametrize(
    "who", ["foster-carer", "grandmother", "key-person", "stranger-parent", "parent-without-pr"]
)
def test_only_who_decides_for_mali_brings_her_a_medicine(care, who):
    with pytest.raises(NotThere):
        care.bring(who=who)


def test_gareth_kept_from_news_brings_nothing(care):
    bind(care.world, "father-other-home", "no-info")
    with pytest.raises(NotThere):
        care.bring(who="father-other-home")
    assert not care.medicines().exists()


# --- Emergencies: nothing is hidden behind a permission (P-11) ---


def test_a_dose_in_an_emergency_is_written_down_without_any_permission_and_as_such(care):
    dose = care.emergency()
    assert (dose.kind, dose.given_as, dose.covered) == (CareKind.DOSE, GivenAs.OTHER, False)


def test_paracetamol_needs_the_written_yes_and_the_call_to_count_as_allowed(care):
    asked = consent.ask(
        actor=care.world.actor("manager"), place=care.place(), code=Code.PARACETAMOL, now=clock.now()
    )
    said = {"given_as": GivenAs.PARACETAMOL, "name": "Calmol"}
    assert not care.emergency(rang="Mum, 10:35", **said).covered
    consent.answer(actor=care.world.actor("mother"), asked=asked, yes=True, language="en", now=clock.now())
    assert not care.emergency(**said).covered
    assert care.emergency(rang="Mum, 10:35", **said).covered
    assert not care.emergency(rang="Mum, 10:35", given_as=GivenAs.ANTIHISTAMINE).covered


def test_her_own_medicine_in_an_emergency_counts_where_its_permission_holds(care):
    pen = care.bring(emergency=True)
    assert care.emergency(medicine=pen).covered
    care.take_back("mother", pen)
    dose = care.emergency(medicine=pen)
    assert not dose.covered
    yusufs = care.bring(who="parent-urdu", child="Yusuf Khan")
    assert refused(care.emergency, medicine=yusufs) == "not-theirs"


def test_a_named_dose_is_no_emergency(care):
    assert refused(care.emergency, given_as=GivenAs.NAMED) == "emergency-kind"
    assert not system(SystemReason.WRITING, CareEntry).filter(given_as=GivenAs.NAMED, covered=False).exists()
