"""An accident is written down as it was, told the same day, added to and never changed (E-33, E-35)."""

from datetime import date, timedelta

import pytest
import time_machine

from seren.foundation.access.door import NotThere, SystemReason, Unchangeable, system
from seren.foundation.deadlines.door import State, deadlines_of, sweep
from seren.foundation.kernel import clock, ids
from seren.foundation.kernel.refusals import Refused
from seren.partnership.days import domain
from seren.partnership.days.models import CareTold
from seren.partnership.days.notices import care as notices
from seren.partnership.days.terms.care import ACCIDENT_CLOCK, DOSE_CLOCK, SERIOUS_CLOCK, AddedKind, ToldHow
from seren.people.consent import domain as consent
from seren.people.consent.terms import Code
from seren.people.provision.models import Setting
from tests.binding import bind

pytestmark = [pytest.mark.db, pytest.mark.django_db]


def told_to(kind, entry, at):
    """Whom the newest notice of a kind about this entry is for, by their names in the cast."""
    told = next(one for one in notify_kinds(entry) if one.kind == kind.code)
    return set(kind.audience(told, at))


def notify_kinds(entry):
    from seren.foundation.notify.kinds import told
    from seren.foundation.notify.models import Notice

    rows = system(SystemReason.TELLING, Notice).filter(subject_id=entry.pk).order_by("-created_at", "-id")
    return [told(row) for row in rows]


def clock_of(kind, entry):
    return deadlines_of(kind, [entry.pk])[entry.pk]


def tell(care, entry, adult="mother", who="key-person", how=ToldHow.AT_DOOR, now=None):
    now = now or clock.now()
    return domain.tell_family(
        actor=care.world.actor(who, at=now), entry=entry, adult=care.world.people[adult], how=how, now=now
    )


def test_both_homes_the_key_person_and_nobody_else_hear_of_it_at_one_instant(care):
    people = care.world.people
    fall = care.fall(who="deputy", witness=None)
    assert told_to(notices.FOR_FAMILY, fall, clock.now()) == {people["mother"], people["father-other-home"]}
    keyed = told_to(notices.FOR_KEY_PERSON, fall, clock.now())
    assert keyed == {people["key-person"], people["practitioner-other-room"]}  # Karen is Mali’s buddy
    assert len({one.created_at for one in notify_kinds(fall)}) == 1


def test_gareth_kept_from_news_is_told_nothing_and_nobody_may_tell_him(care):
    fall = care.fall()
    bind(care.world, "father-other-home", "no-info")
    assert told_to(notices.FOR_FAMILY, fall, clock.now()) == {care.world.people["mother"]}
    with pytest.raises(Refused):
        tell(care, fall, adult="father-other-home")
    with pytest.raises(NotThere):
        domain.have_read(actor=care.world.actor("father-other-home"), entry=fall, now=clock.now())


@pytest.mark.parametrize("kind", [ACCIDENT_CLOCK, DOSE_CLOCK])
def test_each_entry_runs_a_clock_of_one_day_and_telling_one_parent_meets_it(care, kind):
    entry = care.fall() if kind == ACCIDENT_CLOCK else care.give(care.ready())
    assert clock_of(kind, entry).due_on == date(2025, 5, 14)
    tell(care, entry)
    assert clock_of(kind, entry).state is State.MET
    told = tell(care, entry, adult="father-other-home", how=ToldHow.PHONE)
    assert (told.told_by_id, told.how) == (care.world.people["key-person"], "phone")


def test_reading_it_at_home_is_being_told_and_is_said_once_for_each_adult(care):
    fall = care.fall()
    for _time in range(2):
        domain.have_read(actor=care.world.actor("father-other-home"), entry=fall, now=clock.now())
    assert clock_of(ACCIDENT_CLOCK, fall).state is State.MET
    domain.have_read(actor=care.world.actor("mother"), entry=fall, now=clock.now())
    assert system(SystemReason.WRITING, CareTold).filter(entry=fall).count() == 2


def test_what_nobody_was_told_goes_to_the_leaders_at_days_end_and_blocks_nothing(care):
    fall = care.fall()
    with time_machine.travel(clock.at_london(date(2025, 5, 15), 1), tick=False):
        sweep(clock.now())
        leaders = told_to(notices.UNTOLD, fall, clock.now())
        assert {care.world.people["manager"], care.world.people["deputy"]} <= leaders
        assert care.fall()
        assert tell(care, fall)


def test_staff_do_not_say_for_a_parent_that_they_read_it(care):
    with pytest.raises(Refused):
        tell(care, care.fall(), how=ToldHow.PAGE)
    with pytest.raises(Refused):
        tell(care, care.fall(), adult="grandmother")


def test_what_was_written_is_never_changed_and_what_is_put_right_is_added(care):
    fall = care.fall()
    fall.details = {"what": "Nothing happened."}
    with pytest.raises(Unchangeable):
        fall.save()
    with pytest.raises(Unchangeable):
        care.entries().update(serious=False)
    said = {"entry": fall, "kind": AddedKind.CORRECTION, "now": clock.now()}
    added = domain.add_words(actor=care.world.actor("key-person"), words="It was the right leg.", **said)
    assert (added.words, added.by_id) == ("It was the right leg.", care.world.people["key-person"])
    with pytest.raises(Refused, match="names Yusuf"):
        domain.add_words(actor=care.world.actor("key-person"), words="Yusuf pushed.", **said)


def test_only_leaders_write_what_was_done_about_it(care):
    dose = care.emergency()
    said = {"entry": dose, "kind": AddedKind.FOLLOW_UP, "words": "We rang Mum at 11.", "now": clock.now()}
    with pytest.raises(NotThere):
        domain.add_words(actor=care.world.actor("key-person"), **said)
    assert domain.add_words(actor=care.world.actor("manager"), **said)


def test_first_aid_needs_no_yes_even_where_two_parents_disagree(care):
    """P-10: care and first aid go on."""
    asked = consent.ask(
        actor=care.world.actor("manager"), place=care.place(), code=Code.PLASTERS, now=clock.now()
    )
    for who, yes in (("mother", True), ("father-other-home", False)):
        consent.answer(actor=care.world.actor(who), asked=asked, yes=yes, language="en", now=clock.now())
    assert care.fall(done="Washed it. A plaster.").covered


def test_the_words_name_no_other_child_and_the_other_child_is_for_the_team(care):
    with pytest.raises(Refused, match="names Yusuf"):
        care.fall(what="Yusuf ran into her.")
    other = care.world.children["Yusuf Khan"]
    fall = care.fall(what="Another child ran into her.", other_child=other)
    assert fall.other_child_id == other
    for wrong in (care.world.children["Mali Evans"], ids.new()):
        with pytest.raises(Refused):
            care.fall(other_child=wrong)


def test_a_serious_accident_is_reported_within_fourteen_days_its_own_day_being_the_first(care):
    fall = care.fall(serious=True)
    assert clock_of(SERIOUS_CLOCK, fall).due_on == date(2025, 5, 27)
    said = {"entry": fall, "reference": "EY-1", "others": "", "now": clock.now()}
    for day in (date(2025, 5, 13), date(2025, 5, 15)):
        with pytest.raises(Refused):
            domain.report_serious(actor=care.world.actor("manager"), on_day=day, **said)
    domain.report_serious(actor=care.world.actor("manager"), on_day=date(2025, 5, 14), **said)
    assert clock_of(SERIOUS_CLOCK, fall).state is State.MET
    with pytest.raises(Refused):
        domain.report_serious(actor=care.world.actor("manager"), on_day=date(2025, 5, 14), **said)
    assert care.fall().pk not in deadlines_of(SERIOUS_CLOCK, [fall.pk])


def test_in_wales_a_serious_accident_is_told_the_same_day(care):
    rows = system(SystemReason.WRITING, Setting).filter(pk=care.world.settings["pre-school"])
    rows.update(nation="wales")
    assert clock_of(SERIOUS_CLOCK, care.fall(serious=True)).due_on == date(2025, 5, 14)


@pytest.mark.parametrize("who", ["leaver", "committee-chair", "other-setting-manager", "mother"])
def test_only_the_childs_team_writes_an_accident_down(care, who):
    with pytest.raises(NotThere):
        care.fall(who=who)


def test_a_fall_of_yesterday_has_the_clock_of_yesterday(care):
    fall = care.fall(at=clock.now() - timedelta(days=1))
    assert clock_of(ACCIDENT_CLOCK, fall).due_on == date(2025, 5, 13)
