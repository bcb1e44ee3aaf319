"""A pack that says too little, too much or two things at once is refused, with what is wrong in words."""

import textwrap

import pytest

from seren.foundation.rules import packs

PACK = """
[pack]
nations = ["england"]
edition = "An edition"
from = 2024-01-01
"""
RULE = """
[[rule]]
id = "complaint.outcome"
value = 28
unit = "days"
counting = "calendar"
starts = "receipt"
force = "must"
confidence = "sourced"
citation = "A law"
en = "We answer within {value} days."
cy = "Byddwn yn ateb o fewn {value} diwrnod."
"""


def faults_of(folder, text, name="one.toml"):
    (folder / name).write_text(textwrap.dedent(text), encoding="utf-8")
    try:
        packs.read(folder)
    except packs.BadPacks as bad:
        return bad.faults
    return []


def test_a_pack_that_says_all_it_should_is_read(tmp_path):
    assert faults_of(tmp_path, PACK + RULE) == []


@pytest.mark.parametrize(
    ("said", "instead", "fault"),
    [
        ('id = "complaint.outcome"', 'id = "Complaint outcome"', "is not of the form"),
        ("value = 28", "", "value is a whole number"),
        ("value = 28", "value = -1", "value is a whole number"),
        ("value = 28", "value = true", "value is a whole number"),
        ("value = 28", "value = 28.5", "value is a whole number"),
        ('unit = "days"', 'unit = "fortnights"', "unit is one of"),
        ('unit = "days"', 'unit = "hours"', "hours are not counted calendar"),
        ('counting = "calendar"', 'counting = "none"', "days are counted some way"),
        ('counting = "calendar"', "", "counting is one of"),
        ('starts = "receipt"', "", "a clock says what it starts from"),
        ('starts = "receipt"', 'starts = "whenever"', "starts is one of"),
        ('force = "must"', 'force = "maybe"', "force is one of"),
        ('confidence = "sourced"', "", "confidence is one of"),
        ('citation = "A law"', 'citation = " "', "needs a citation"),
        ('citation = "A law"', 'citation = "A law"\nbasis = "28"', "basis '28' is not of the form"),
        ('citation = "A law"', 'citation = "A law"\nsource = "A law"', "unknown source"),
        ('citation = "A law"', 'citation = "A law"\nto = 2023-12-31', "ends before it begins"),
        ('citation = "A law"', 'citation = "A law"\nto = "soon"', "to is a day"),
        ('citation = "A law"', 'citation = "A law"\npauses = "yes"', "pauses is a bool"),
        ('citation = "A law"', 'citation = "A law"\nremind = 100', "remind is a per cent"),
        ('citation = "A law"', 'citation = "A law"\nextension = { value = 2 }', "an extension has a value"),
        ('citation = "A law"', 'citation = "A law"\nbounds = [20, 30]', "a number of law has no bounds"),
        ('force = "must"', 'force = "policy"\nbounds = [30, 40]', "outside its bounds"),
        ('force = "must"', 'force = "policy"\nbounds = [20]', "two whole numbers"),
        ('cy = "Byddwn yn ateb o fewn {value} diwrnod."', "", "nothing in cy"),
        ('cy = "Byddwn yn ateb o fewn {value} diwrnod."', 'cy = "Byddwn yn ateb."', "different gaps"),
    ],
)
def test_a_rule_that_is_not_in_order_is_refused(tmp_path, said, instead, fault):
    assert said in RULE
    found = faults_of(tmp_path, PACK + RULE.replace(said, instead))
    assert found
    assert all(one.startswith("one.toml: rule ") for one in found)
    assert any(fault in one for one in found), found


def test_an_hour_cannot_be_extended_or_paused(tmp_path):
    hours = RULE.replace('"days"', '"hours"').replace('"calendar"', '"hours"') + "pauses = true\n"
    assert "pauses: only of a clock in days or months" in faults_of(tmp_path, PACK + hours)[0]


def test_two_rules_in_force_at_once_are_refused(tmp_path):
    assert faults_of(tmp_path, PACK + RULE + RULE) == ["complaint.outcome: two are in force at once"]


def test_a_rule_may_follow_another_but_not_overlap_by_a_day(tmp_path):
    first, second = RULE + "to = 2025-08-31\n", RULE + "from = 2025-09-01\n"
    too_soon = RULE + "from = 2025-08-31\n"
    for pair in (first + second, second + first):
        assert faults_of(tmp_path, PACK + pair) == []
    for pair in (first + too_soon, too_soon + first):
        assert faults_of(tmp_path, PACK + pair) == ["complaint.outcome: two are in force at once"]


def test_two_packs_of_one_nation_may_not_say_the_same_thing(tmp_path):
    (tmp_path / "other.toml").write_text(PACK.replace('["england"]', '["england", "wales"]') + RULE)
    assert faults_of(tmp_path, PACK + RULE) == ["complaint.outcome: two are in force at once"]


def test_two_nations_may_have_their_own(tmp_path):
    (tmp_path / "other.toml").write_text(PACK.replace('["england"]', '["wales"]') + RULE)
    assert faults_of(tmp_path, PACK + RULE) == []


def test_two_frameworks_for_one_kind_of_care_are_refused(tmp_path):
    frame = '[[framework]]\ncares = ["club"]\n'
    assert faults_of(tmp_path, PACK + frame + frame) == ["framework for club: two are in force at once"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (PACK.replace("england", "scotland") + RULE, "nations are of england, wales"),
        (PACK.replace('edition = "An edition"\n', "") + RULE, "needs an edition"),
        (RULE, "needs an edition"),
        (PACK + "[[rulez]]\n", "unknown table rulez"),
        ("[[year]]\nyear = 2026\ndays = [2026-12-26]\n", "is a weekday of that year"),
        ("[[year]]\nyear = 2026\ndays = [2025-12-25]\n", "is a weekday of that year"),
        ('[[quick-word]]\ncode = "ran"\nlabel = { en = "ran" }\n', "nothing in cy"),
        ('[[quick-word]]\ncode = "ran"\nlabel = { en = "ran", cy = "a", xx = "b" }\n', "unknown language xx"),
        (PACK + '[[framework]]\narea = [{ code = "Nope" }]\n', "is not of the form"),
        ("[pack\n", "one.toml: "),
    ],
)
def test_the_rest_of_a_pack_is_looked_at_too(tmp_path, text, fault):
    assert any(fault in one for one in faults_of(tmp_path, text))


def test_every_fault_is_named_and_not_only_the_first(tmp_path):
    broken = RULE.replace('unit = "days"', 'unit = "fortnights"').replace('force = "must"', 'force = "maybe"')
    assert len(faults_of(tmp_path, PACK + broken)) == 2
