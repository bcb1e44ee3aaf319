"""A clock opened, paused, extended, met: by verbs, along the state table, with the days to show for it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError

from seren.foundation.audit.models import Entry
from seren.foundation.deadlines import door as deadlines
from seren.foundation.deadlines import kinds
from seren.foundation.deadlines.models import Deadline
from seren.foundation.deadlines.terms import MOVES, RUNNING
from seren.foundation.kernel import ids
from seren.foundation.kernel.refusals import Refused
from seren.foundation.rules import door as rules
from seren.foundation.rules.models import RuleChange

pytestmark = [pytest.mark.db, pytest.mark.django_db]

TODAY = date(2025, 5, 14)


def at(day, hour=9):
    """The 32nd of May is the first of June."""
    return datetime(2025, 5, 1, hour, tzinfo=UTC) + timedelta(days=day - 1)


def alter(monkeypatch, changed, **change):
    """One rule is another one from now on."""
    real = rules.value

    def altered(nation, rule_id, on):
        rule = real(nation, rule_id, on)
        return replace(rule, **change) if rule_id == changed else rule

    monkeypatch.setattr(rules, "value", altered)


def code_of(refused):
    return refused.value.code


def events(subject, world):
    return list(Entry.objects.filter(subject_id=world.row(subject).id).values_list("event", flat=True))


def test_a_star_from_home_is_to_be_thanked_for_before_half_term(world):
    star = world.open("test.thanks", TODAY)
    row = world.row(star)
    assert (row.due_on, row.state, row.length) == (date(2025, 5, 21), "open", 5)
    assert (row.rule_id, row.nation, row.subject_type) == (
        "star.acknowledge",
        "england",
        "provision.provider",
    )


def test_half_term_does_not_count(world):
    star = world.open("test.thanks", date(2025, 5, 20))
    assert world.row(star).due_on == date(2025, 6, 3)


def test_a_start_at_half_past_eleven_at_night_in_summer_is_the_london_day(world):
    star = world.open("test.thanks", datetime(2025, 5, 13, 23, 30, tzinfo=UTC))
    assert world.row(star).started_on == TODAY


def test_a_setting_with_its_own_number_gets_clocks_of_that_length(world, now):
    chosen = {"setting_id": world.setting, "provider_id": world.provider.id, "by_person": ids.new()}
    RuleChange(
        **chosen, rule="star.acknowledge", value=7, reason="few hands", from_day=TODAY, said_at=now
    ).save(force_insert=True)
    before, after = world.open("test.thanks", date(2025, 5, 13)), world.open("test.thanks", TODAY)
    assert world.row(before).due_on == date(2025, 5, 20)
    assert world.row(after).due_on == date(2025, 5, 23)


def test_hours_end_at_an_instant_and_need_one_to_start(world):
    breach = world.open("test.breach", at(14, 10))
    assert (world.row(breach).due_at, world.row(breach).due_on) == (at(17, 10), date(2025, 5, 17))
    with pytest.raises(TypeError):
        world.open("test.breach", TODAY)


def test_two_clocks_of_one_kind_do_not_run_for_one_star(world):
    star = world.open("test.thanks", TODAY)
    with pytest.raises(deadlines.AlreadyRunning):
        world.open("test.thanks", TODAY, star)
    world.open("test.caution", TODAY, star)


def test_the_database_holds_that_too(world):
    row = world.row(world.open("test.thanks", TODAY))
    row.pk = ids.new()
    with pytest.raises(IntegrityError):
        row.save(force_insert=True)


def test_a_kind_nobody_registered_is_an_error(world):
    with pytest.raises(deadlines.UnknownKind):
        world.open("test.nothing", TODAY)


def test_open_days_nobody_told_of_are_an_error_and_not_a_guess(world, monkeypatch):
    monkeypatch.setattr(kinds, "_open_days", [])
    with pytest.raises(deadlines.NoCalendar):
        world.open("test.thanks", TODAY)
    assert not Deadline._base_manager.exists()


@pytest.mark.parametrize("last_day", [date(2020, 1, 1), date(2025, 5, 16)])
def test_a_star_is_kept_though_nobody_entered_the_next_terms(world, monkeypatch, last_day):
    monkeypatch.setattr(kinds, "_open_days", [lambda setting: lambda day: day <= last_day])
    star = world.open("test.thanks", date(2025, 5, 20))
    assert world.row(star).due_on == date(2025, 5, 28)  # working days: the 26th is a bank holiday


def test_two_rooms_may_not_use_one_name(world):
    deadlines.register(deadlines.Kind("test.quiet", "order.review"))
    with pytest.raises(ValueError, match="two kinds"):
        deadlines.register(deadlines.Kind("test.quiet", "order.warning"))


def test_a_clock_moves_only_in_the_section_of_a_verb(world):
    star = world.open("test.thanks", TODAY)
    with pytest.raises(RuntimeError):
        deadlines.meet("test.thanks", star, now=at(15))
    assert world.row(star).state == "open"


def test_an_answer_meets_it_and_a_second_answer_meets_nothing(world):
    star = world.open("test.thanks", TODAY)
    with world.verb():
        assert deadlines.meet("test.thanks", star, now=at(15))
        assert not deadlines.meet("test.thanks", star, now=at(16))
    row = world.row(star)
    assert (row.state, row.met_at) == ("met", at(15))


def test_an_answer_taken_back_lets_it_run_again_to_the_same_day(world):
    star = world.open("test.thanks", TODAY)
    with world.verb():
        deadlines.meet("test.thanks", star, now=at(15))
        assert deadlines.reopen("test.thanks", star)
        assert not deadlines.reopen("test.thanks", star)
    row = world.row(star)
    assert (row.state, row.met_at, row.due_on) == ("open", None, date(2025, 5, 21))


def test_a_withdrawn_star_waits_for_nobody(world):
    star = world.open("test.thanks", TODAY)
    with world.verb():
        assert deadlines.stop("test.thanks", star, now=at(15))
        assert not deadlines.meet("test.thanks", star, now=at(15))
    assert world.row(star).state == "stopped"


def test_waiting_to_know_who_asks_stops_the_clock_of_a_request(world):
    asked = world.open("test.access", TODAY)
    assert world.row(asked).due_on == date(2025, 6, 16)
    with world.verb():
        deadlines.pause("test.access", asked, actor=world.anwen, reason="Who asks?", now=at(19))
    row = world.row(asked)
    assert (row.state, row.paused_at, row.pause_reason) == ("paused", at(19), "Who asks?")
    with world.verb():
        new = deadlines.resume("test.access", asked, actor=world.anwen, now=at(22))
    row = world.row(asked)
    # 14 June and three days, which is a Tuesday: the weekend is no longer in the way.
    assert new == row.due_on == date(2025, 6, 17)
    assert (row.state, row.paused_at, row.paused_days) == ("open", None, 3)
    assert events(asked, world) == ["deadlines.paused", "deadlines.resumed"]


def test_two_pauses_add_up(world):
    asked = world.open("test.access", TODAY)
    for first, last in ((19, 22), (26, 28)):
        with world.verb():
            deadlines.pause("test.access", asked, actor=world.anwen, reason="Which years?", now=at(first))
            new = deadlines.resume("test.access", asked, actor=world.anwen, now=at(last))
    assert new == date(2025, 6, 19)


def test_a_clock_paused_on_its_last_day_is_not_late_when_it_runs_again(world):
    asked = world.open("test.access", TODAY)  # 14 June is a Saturday: due on Monday the 16th
    with world.verb():
        deadlines.pause("test.access", asked, actor=world.anwen, reason="Who asks?", now=at(31 + 16))
        new = deadlines.resume("test.access", asked, actor=world.anwen, now=at(31 + 21))
    assert new == date(2025, 6, 23)


def test_a_clock_of_working_days_is_not_moved_by_a_weekend(world, monkeypatch):
    alter(monkeypatch, "caution.decide", pauses=True)
    kept = world.open("test.caution", TODAY)
    with world.verb():
        deadlines.pause("test.caution", kept, actor=world.anwen, reason="Police look into it", now=at(16))
        new = deadlines.resume("test.caution", kept, actor=world.anwen, now=at(18))
    assert new == date(2025, 5, 21)


def test_most_clocks_do_not_stop(world):
    star = world.open("test.thanks", TODAY)
    with world.verb(), pytest.raises(Refused) as refused:
        deadlines.pause("test.thanks", star, actor=world.anwen, reason="Busy", now=at(15))
    assert code_of(refused) == "clock-runs-on"


def test_what_runs_cannot_be_let_run(world):
    asked = world.open("test.access", TODAY)
    with world.verb(), pytest.raises(Refused) as refused:
        deadlines.resume("test.access", asked, actor=world.anwen, now=at(15))
    assert code_of(refused) == "clock-runs-already"


def test_a_complex_request_gets_two_more_months_once(world):
    asked = world.open("test.access", TODAY)
    with world.verb():
        new = deadlines.extend("test.access", asked, actor=world.anwen, reason="Nine years", now=at(20))
    row = world.row(asked)
    assert new == row.due_on == row.extended_to == date(2025, 8, 14)
    assert row.extension_reason == "Nine years"
    assert events(asked, world) == ["deadlines.extended"]
    with world.verb(), pytest.raises(Refused) as refused:
        deadlines.extend("test.access", asked, actor=world.anwen, reason="Ten", now=at(21))
    assert code_of(refused) == "clock-extended-before"


def test_the_reason_is_kept_in_the_row_and_not_in_the_audit(world):
    asked = world.open("test.access", TODAY)
    with world.verb():
        deadlines.extend("test.access", asked, actor=world.anwen, reason="Nine years of Mali", now=at(20))
    assert "Mali" not in str(list(Entry.objects.values_list("details", flat=True)))


def test_extended_then_paused_keeps_both(world):
    asked = world.open("test.access", TODAY)
    with world.verb():
        deadlines.extend("test.access", asked, actor=world.anwen, reason="Nine years", now=at(20))
        deadlines.pause("test.access", asked, actor=world.anwen, reason="Which years?", now=at(21))
        new = deadlines.resume("test.access", asked, actor=world.anwen, now=at(26))
    assert new == date(2025, 8, 19)
    assert world.row(asked).extended_to == date(2025, 8, 14)


def test_more_time_in_wales_needs_the_day_the_parent_agreed(world):
    worry = world.open("test.worry", TODAY, nation="wales")
    for agreed, code in ((None, "agreement-missing"), (date(2025, 5, 21), "agreement-to-come")):
        with world.verb(), pytest.raises(Refused) as refused:
            deadlines.extend(
                "test.worry", worry, actor=world.anwen, reason="Sian is away", now=at(20), agreed_on=agreed
            )
        assert code_of(refused) == code
    with world.verb():
        new = deadlines.extend(
            "test.worry",
            worry,
            actor=world.anwen,
            reason="Sian is away",
            now=at(20),
            agreed_on=date(2025, 5, 20),
        )
    assert new == date(2025, 6, 11)


@pytest.mark.parametrize("reason", ["", "   ", "x" * 501])
def test_more_time_needs_a_reason(world, reason):
    asked = world.open("test.access", TODAY)
    with world.verb(), pytest.raises(Refused) as refused:
        deadlines.extend("test.access", asked, actor=world.anwen, reason=reason, now=at(20))
    assert code_of(refused) in ("reason-missing", "reason-too-long")


def test_there_is_no_more_time_for_a_star_nor_for_an_english_complaint(world):
    for kind in ("test.thanks", "test.complaint"):
        subject = world.open(kind, TODAY)
        with world.verb(), pytest.raises(Refused) as refused:
            deadlines.extend(kind, subject, actor=world.anwen, reason="Busy", now=at(15))
        assert code_of(refused) == "clock-has-no-more"


def test_more_time_is_too_late_on_the_day_after_even_before_a_sweep(world):
    asked = world.open("test.access", TODAY)
    with world.verb():
        with pytest.raises(Refused) as refused:
            deadlines.extend("test.access", asked, actor=world.anwen, reason="Long", now=at(31 + 17))
        assert code_of(refused) == "clock-has-ended"
        deadlines.extend("test.access", asked, actor=world.anwen, reason="Long", now=at(31 + 16))


def test_a_late_clock_cannot_be_paused_nor_a_paused_one_extended(world):
    asked = world.open("test.access", TODAY)
    with world.verb():
        deadlines.pause("test.access", asked, actor=world.anwen, reason="Who?", now=at(15))
        for verb in (deadlines.extend, deadlines.pause):
            with pytest.raises(Refused) as refused:
                verb("test.access", asked, actor=world.anwen, reason="Long", now=at(16))
            assert code_of(refused) == "clock-paused"
    late = world.open("test.access", date(2025, 3, 3))
    deadlines.sweep(at(14))
    with world.verb(), pytest.raises(Refused) as refused:
        deadlines.pause("test.access", late, actor=world.anwen, reason="Who?", now=at(14))
    assert code_of(refused) == "clock-has-ended"


def test_nobody_pauses_what_nobody_waits_for(world):
    with world.verb(), pytest.raises(Refused) as refused:
        deadlines.pause("test.access", world.star(), actor=world.anwen, reason="Who?", now=at(15))
    assert code_of(refused) == "clock-not-running"


def test_what_runs_can_end_and_what_stopped_stays_stopped():
    for state in RUNNING:
        assert deadlines.State.MET in MOVES[state]
        assert deadlines.State.STOPPED in MOVES[state]
    assert MOVES[deadlines.State.STOPPED] == frozenset()
    assert [state for state, to in MOVES.items() if deadlines.State.LATE in to] == [deadlines.State.OPEN]


@pytest.mark.parametrize(
    "change",
    [
        {"state": "soonish"},
        {"state": "met"},
        {"state": "paused"},
        {"met_at": datetime(2025, 5, 14, tzinfo=UTC)},
        {"due_on": date(2025, 5, 1)},
        {"paused_days": -1},
        {"extended_to": date(2025, 6, 1)},
    ],
)
def test_the_database_refuses_a_clock_that_cannot_be(world, change):
    row = world.row(world.open("test.thanks", TODAY))
    with pytest.raises(IntegrityError):
        Deadline._base_manager.filter(pk=row.pk).update(**change)


def test_a_clock_keeps_its_length_when_the_packs_change(world, monkeypatch):
    asked = world.open("test.access", TODAY)
    alter(monkeypatch, "access-request.answer", value=3)
    with world.verb():
        deadlines.pause("test.access", asked, actor=world.anwen, reason="Who?", now=at(15))
        assert deadlines.resume("test.access", asked, actor=world.anwen, now=at(18)) == date(2025, 6, 17)


def test_amber_is_the_rules_own_day_or_the_last_quarter(world):
    complaint = world.row(world.open("test.complaint", TODAY))
    assert complaint.soon_on == TODAY + timedelta(days=21)
    star = world.row(world.open("test.thanks", TODAY))
    assert (star.due_on, star.soon_on) == (date(2025, 5, 21), date(2025, 5, 20))


def test_amber_moves_with_the_day(world):
    asked = world.open("test.access", TODAY)
    before = world.row(asked)
    with world.verb():
        deadlines.extend("test.access", asked, actor=world.anwen, reason="Long", now=at(20))
    after = world.row(asked)
    assert after.due_on - after.soon_on == before.due_on - before.soon_on
