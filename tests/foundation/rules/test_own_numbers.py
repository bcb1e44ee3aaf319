"""A setting may choose some numbers for itself; none that is law, none without a reason, none backwards."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from seren.foundation.kernel import db, ids
from seren.foundation.kernel.refusals import Refused
from seren.foundation.rules import door as rules
from seren.foundation.rules import lookup
from seren.foundation.rules.models import RuleChange

pytestmark = [pytest.mark.db, pytest.mark.django_db]

TODAY = date(2025, 5, 14)
HILL_LANE, OTHER = ids.new(), ids.new()
ANWEN = ids.new()


def choose(now, rule="star.acknowledge", value=8, *, setting=HILL_LANE, nation="england", **said):
    with db.writing(housekeeping=True):
        return rules.set_value(
            provider=said.get("provider", HILL_LANE),
            setting=setting,
            nation=nation,
            rule_id=rule,
            value=value,
            reason=said.get("reason", "Sian works two days a week"),
            by_person=ANWEN,
            from_day=said.get("from_day", TODAY),
            now=now,
        )


def number(rule="star.acknowledge", *, setting=HILL_LANE, on=TODAY, nation="england"):
    return rules.setting_value(setting, nation, rule, on).number


def test_a_setting_that_chose_nothing_has_the_packs_number():
    assert number() == 5


def test_a_setting_has_its_own_number_and_the_next_one_keeps_the_packs(now):
    choose(now)
    assert number() == 8
    assert number(setting=OTHER) == 5
    assert number("record-comment.decide") == 5


def test_the_number_holds_from_its_day(now):
    choose(now, from_day=date(2025, 6, 2))
    assert number(on=date(2025, 6, 1)) == 5
    assert number(on=date(2025, 6, 2)) == 8


def test_the_last_said_of_the_last_day_holds_and_what_was_said_before_stays(now):
    choose(now, value=9, from_day=date(2025, 6, 2))
    choose(now, value=8)
    choose(now, value=7)
    assert number() == 7
    assert number(on=date(2025, 6, 2)) == 9
    assert RuleChange.objects.count() == 3


def test_everything_else_about_the_rule_stays(now):
    choose(now)
    own, pack = (
        rules.setting_value(HILL_LANE, "england", "star.acknowledge", TODAY),
        rules.value("england", "star.acknowledge", TODAY),
    )
    assert (own.unit, own.counting, own.citation) == (pack.unit, pack.counting, pack.citation)
    assert "8" in rules.sentence("england", "star.acknowledge", "en", TODAY, stands=own).text


@pytest.mark.parametrize(
    ("rule", "nation"),
    [
        ("complaint.outcome", "england"),
        ("complaint.local-resolution", "wales"),
        ("access-request.answer", "england"),
        ("on-entry.summary", "wales"),
    ],
)
def test_nobody_changes_a_number_of_law(now, rule, nation):
    for value in (1, 60):
        with pytest.raises(Refused) as refused:
            choose(now, rule, value, nation=nation)
        assert refused.value.code == "rule-is-law"
    assert not RuleChange.objects.exists()


@pytest.mark.parametrize("rule", ["sign-in.link", "undo.length", "caution.decide", "bin.length"])
def test_what_keeps_people_safe_is_the_same_for_everyone(now, rule):
    with pytest.raises(Refused) as refused:
        choose(now, rule, 10)
    assert refused.value.code == "rule-is-fixed"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"value": 11}, "rule-out-of-bounds"),
        ({"value": 2}, "rule-out-of-bounds"),
        ({"reason": "  "}, "reason-missing"),
        ({"reason": "x" * 301}, "reason-too-long"),
        ({"from_day": date(2025, 5, 13)}, "day-has-passed"),
    ],
)
def test_a_choice_is_within_bounds_with_a_reason_and_not_backwards(now, said, code):
    with pytest.raises(Refused) as refused:
        choose(now, **said)
    assert refused.value.code == code
    assert number() == 5


def test_today_is_a_london_day():
    late_evening = datetime(2025, 5, 13, 23, 30, tzinfo=UTC)  # 0:30 on the 14th in London
    choose(late_evening, from_day=date(2025, 5, 14))
    with pytest.raises(Refused):
        choose(late_evening, from_day=date(2025, 5, 13))


def test_a_rule_that_becomes_law_takes_the_number_back(now, monkeypatch):
    choose(now)
    version = lookup.version("england", "star.acknowledge", TODAY)
    monkeypatch.setattr(lookup, "version", lambda *_: replace(version, bounds=None))
    assert number() == 5


def test_a_rule_nobody_wrote_cannot_be_chosen(now):
    with pytest.raises(rules.NoRule):
        choose(now, "star.applause")


def test_a_choice_is_made_by_a_verb_only(now):
    with pytest.raises(RuntimeError):
        rules.set_value(
            provider=HILL_LANE,
            setting=HILL_LANE,
            nation="england",
            rule_id="star.acknowledge",
            value=8,
            reason="why",
            by_person=ANWEN,
            from_day=TODAY,
            now=now,
        )


@pytest.mark.parametrize("choices", [0, 1, 30])
def test_one_query_serves_every_rule_however_many_were_chosen(now, django_assert_num_queries, choices):
    for step in range(choices):
        choose(now, from_day=TODAY + timedelta(days=step))
    with django_assert_num_queries(1):
        mine = rules.settled(HILL_LANE, "england", TODAY)
        assert mine.value("rhythm.amber").number == 14
        assert mine.value("star.acknowledge").number == (8 if choices else 5)
