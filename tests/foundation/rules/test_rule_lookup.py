"""One rule for a nation on a day: its number, its words, the framework, the setting's own words."""

from datetime import date, time, timedelta

import pytest

from seren.foundation.rules import door as rules

TODAY = date(2025, 5, 14)


def test_a_complaint_in_england_has_28_days_and_in_wales_14():
    england = rules.value("england", "complaint.outcome", TODAY)
    wales = rules.value("wales", "complaint.local-resolution", TODAY)
    assert (england.number, england.counting, england.force) == (28, "calendar", "must")
    assert (wales.number, wales.extension) == (14, rules.Extension(14, rules.Needs.AGREEMENT))
    assert (england.basis, england.clock, england.citation) == ("E-28", "T2", "EYFS (group), Complaints")


def test_one_thing_may_have_another_length_in_the_other_nation():
    assert rules.value("england", "regulator.serious-event", TODAY).number == 14
    assert rules.value("wales", "regulator.serious-event", TODAY).number == 0


def test_a_rule_of_one_nation_does_not_hold_in_the_other():
    with pytest.raises(rules.NoRule):
        rules.value("wales", "complaint.outcome", TODAY)
    with pytest.raises(rules.NoRule):
        rules.value("england", "on-entry.due", TODAY)


@pytest.mark.parametrize(
    ("nation", "rule"), [("scotland", "undo.length"), ("england", "undo.lenght"), ("", "undo.length")]
)
def test_what_nobody_wrote_raises(nation, rule):
    with pytest.raises(rules.NoRule):
        rules.value(nation, rule, TODAY)


def test_a_rule_starts_to_hold_on_its_day_and_not_before():
    with pytest.raises(rules.NoRule):
        rules.value("england", "data-complaint.acknowledge", date(2026, 6, 18))
    assert rules.value("england", "data-complaint.acknowledge", date(2026, 6, 19)).number == 30


def test_the_edition_of_september_2025_takes_over_on_the_first():
    before = rules.value("england", "contacts.floor", date(2025, 8, 31))
    after = rules.value("england", "contacts.floor", date(2025, 9, 1))
    assert (before.number, before.force) == (2, "product")
    assert (after.number, after.force) == (2, "should")


@pytest.mark.parametrize("nation", rules.NATIONS)
def test_what_seren_chose_holds_in_both_nations(nation):
    def number(rule):
        return rules.value(nation, rule, TODAY).number

    assert number("key-children.load") == 8
    assert (number("rhythm.amber"), number("rhythm.red")) == (14, 28)
    assert (number("star.acknowledge"), number("record-comment.decide")) == (5, 5)
    assert (number("contacts.floor"), number("contacts.target")) == (2, 3)
    assert (number("order.review"), number("order.warning")) == (90, 14)
    assert (number("invitation.length"), number("bin.length")) == (30, 30)
    assert (number("draft.keep"), number("unfiled.to-manager")) == (24, 24)


def test_lengths_of_time_and_times_of_day_come_as_what_they_are():
    assert rules.value("england", "sign-in.link", TODAY).elapsed == timedelta(minutes=15)
    assert rules.value("england", "undo.length", TODAY).elapsed == timedelta(seconds=10)
    assert rules.value("wales", "digest.at", TODAY).at == time(17, 30)


def test_a_number_is_not_taken_for_a_time_nor_days_for_hours():
    with pytest.raises(TypeError):
        _ = rules.value("england", "digest.at", TODAY).number
    with pytest.raises(TypeError):
        _ = rules.value("england", "undo.length", TODAY).at
    with pytest.raises(TypeError):
        _ = rules.value("england", "bin.length", TODAY).elapsed


def test_a_sentence_comes_with_its_number_and_the_language_it_is_in():
    said = rules.sentence("england", "complaint.outcome", "cy", TODAY)
    assert (said.language, "28 diwrnod" in said.text) == ("cy", True)
    urdu = rules.sentence("england", "invitation.length", "ur", TODAY)
    assert (urdu.language, "30" in urdu.text) == ("ur", True)


def test_a_language_nobody_wrote_gets_english_that_says_it_is_english():
    said = rules.sentence("england", "complaint.outcome", "pl", TODAY)
    assert (said.language, said.text.startswith("We tell you")) == ("en", True)


def test_england_has_seven_areas_and_seventeen_aspects():
    areas = rules.framework("england", "pre-school", TODAY)
    assert [area.code for area in areas] == ["E.CL", "E.PSED", "E.PD", "E.L", "E.M", "E.UW", "E.EAD"]
    assert [len(area.aspects) for area in areas] == [2, 3, 2, 3, 2, 3, 2]
    assert [area.code for area in areas if area.prime] == ["E.CL", "E.PSED", "E.PD"]


def test_wales_has_five_pathways_for_a_day_nursery_too():
    areas = rules.framework("wales", "day-care", TODAY)
    assert [str(area.label("cy")) for area in areas] == [
        "Perthyn",
        "Cyfathrebu",
        "Archwilio",
        "Datblygiad Corfforol",
        "Llesiant",
    ]
    assert all(area.aspects == () for area in areas)


@pytest.mark.parametrize("nation", rules.NATIONS)
def test_a_club_tags_nothing(nation):
    assert rules.framework(nation, "club", TODAY) == ()
    assert rules.tags(nation, "club", TODAY) == {}


def test_a_kind_of_care_nobody_wrote_of_raises():
    with pytest.raises(rules.NoRule):
        rules.framework("england", "school", TODAY)


def test_a_code_is_known_to_its_own_framework_only():
    england = rules.tags("england", "pre-school", TODAY)
    assert len(england) == 24
    assert str(england["E.PSED.2"].label("en")) == "Managing Self"
    assert "W.BEL" not in england
    assert "W.BEL" in rules.tags("wales", "pre-school", TODAY)


def test_an_old_moment_still_shows_what_it_was_tagged_with():
    assert str(rules.tag("W.BEL").label("en")) == "Belonging"
    with pytest.raises(rules.NoRule):
        rules.tag("E.XX.1")


def test_no_two_tags_share_a_code_or_a_label():
    for nation in rules.NATIONS:
        tags = list(rules.tags(nation, "pre-school", TODAY).values())
        for language in ("en", "cy", "ur"):
            labels = [tag.label(language).text for tag in tags]
            assert len(set(labels)) == len(labels)


def test_six_quick_words_in_their_order():
    words = rules.quick_words()
    assert [word.code for word in words] == ["tried", "kind", "said", "built", "brave", "laughed"]
    assert str(words[5].label("cy")) == "chwerthin"


def test_a_setting_calls_its_key_persons_by_its_own_word():
    assert [word.code for word in rules.key_person_words()] == [
        "key-person",
        "key-worker",
        "keyworker",
        "gweithiwr-allweddol",
    ]
    assert str(rules.key_person_word("key-worker").many("en")) == "key workers"


def test_a_welsh_word_stays_welsh_on_an_english_page_and_says_so():
    said = rules.key_person_word("gweithiwr-allweddol").one("en")
    assert (said.text, said.language) == ("gweithiwr allweddol", "cy")


def test_the_year_we_measure_by_runs_from_september_to_august():
    assert rules.term_year(date(2025, 5, 14)) == (date(2024, 9, 1), date(2025, 8, 31))
    assert rules.term_year(date(2025, 8, 31)) == (date(2024, 9, 1), date(2025, 8, 31))
    assert rules.term_year(date(2025, 9, 1)) == (date(2025, 9, 1), date(2026, 8, 31))


def test_a_law_number_has_no_bounds_and_ours_may_have():
    assert rules.bounds("england", "complaint.outcome", TODAY) is None
    assert rules.bounds("england", "sign-in.link", TODAY) is None
    assert rules.bounds("england", "key-children.load", TODAY) == (2, 20)
    assert rules.edition("wales", "complaint.formal", TODAY).startswith("National Minimum Standards")
