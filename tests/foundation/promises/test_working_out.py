"""Promises are worked out by a job, kept, and read from there; looking measures nothing."""

from datetime import time, timedelta

import pytest

from seren.foundation.access.door import SystemReason, system
from seren.foundation.jobs.door import run_due, take_slots
from seren.foundation.kernel import clock, ids
from seren.foundation.promises import door as promises
from seren.foundation.promises.door import Row, Said, State, each, promise, share
from seren.foundation.promises.models import PromiseResult
from seren.people.families.policies import ProvingAction

pytestmark = [pytest.mark.db, pytest.mark.django_db]


def declare(clause, *rows, measure=each, name="told"):
    asked = []

    def found(day):
        asked.append(day.setting)
        return measure(day, rows, day.year_began, (("late", 1),))

    found.__name__ = name
    promise(
        clause,
        sees=ProvingAction.SEE_EVIDENCE,
        say=lambda measured: Said(str(measured.figure), "", ""),
        show=lambda reader, rows, named: {},
        counted=str,
    )(found)
    return asked


def standing(setting, clause):
    return next(one for one in promises.standings(setting) if one.clause.id == clause)


def test_a_clause_no_room_can_prove_is_not_measured_yet(only_here, now):
    promises.work_out(only_here.setting, now)
    assert {one.state for one in promises.standings(only_here.setting)} == {State.UNMEASURED}
    assert all(one.proofs == () for one in promises.standings(only_here.setting))


def test_looking_measures_nothing(only_here, now, django_assert_num_queries):
    asked = declare("A5", Row(ids.new(), True))
    promises.work_out(only_here.setting, now)
    asked.clear()
    with django_assert_num_queries(1):
        found = standing(only_here.setting, "A5")
    assert asked == []
    assert found.state is State.KEPT
    assert (found.proofs[0].measured.figure, found.proofs[0].measured.of) == (1, 1)
    assert found.proofs[0].measured.parts == {"late": 1}
    assert found.proofs[0].as_of == now


def test_of_two_rooms_the_worst_counts(only_here, now):
    declare("B9", Row(ids.new(), True), name="one")
    declare("B9", Row(ids.new(), False), name="two")
    declare("B9", measure=share, name="three")  # nothing to count
    promises.work_out(only_here.setting, now)
    found = standing(only_here.setting, "B9")
    assert found.state is State.NOT_KEPT
    assert found.proofs[0].measured.state is State.NOT_KEPT
    assert len(found.proofs) == 3


def test_working_out_again_replaces_what_stood(only_here, now):
    declare("A5", Row(ids.new(), True))
    promises.work_out(only_here.setting, now)
    promises.work_out(only_here.setting, now + timedelta(hours=1))
    kept = system(SystemReason.MENDING, PromiseResult).get()
    assert kept.as_of == now + timedelta(hours=1)


def test_a_result_of_a_room_that_has_gone_is_passed_over(only_here, now, monkeypatch):
    declare("A5", Row(ids.new(), True))
    promises.work_out(only_here.setting, now)
    monkeypatch.setattr("seren.foundation.promises.registry._promises", {})
    assert standing(only_here.setting, "A5").state is State.UNMEASURED


def test_another_setting_reads_nothing_of_it(only_here, now):
    declare("A5", Row(ids.new(), True))
    promises.work_out(only_here.setting, now)
    assert standing(ids.new(), "A5").state is State.UNMEASURED


def test_asked_for_it_is_done_by_the_queue(only_here):
    asked = declare("A5", Row(ids.new(), True))
    promises.ask(only_here.setting)
    promises.ask(only_here.setting)
    assert asked == []
    run_due()
    assert asked == [only_here.setting]
    assert standing(only_here.setting, "A5").state is State.KEPT


def test_each_night_every_setting_is_worked_out(only_here):
    asked = declare("A5", Row(ids.new(), True))
    tonight = clock.at_london(clock.today() + timedelta(days=1), 2, 40)
    take_slots(tonight - timedelta(days=1))
    take_slots(tonight - timedelta(minutes=1))
    run_due()
    assert asked == []
    take_slots(tonight)
    run_due()
    run_due()
    assert asked == [only_here.setting]
    assert clock.local(tonight).time() == time(2, 40)


def test_a_setting_that_is_not_there_is_not_worked_out(only_here, now):
    with pytest.raises(promises.NoPlaces):
        promises.work_out(ids.new(), now)


def test_two_functions_of_one_name_are_refused(only_here):
    declare("A5", name="once")
    with pytest.raises(ValueError, match="two promises"):
        declare("A6", name="once")


def test_a_promise_names_a_clause_of_the_policies(only_here):
    with pytest.raises(promises.NoClause):
        declare("A99")
