"""Every clause of the mission is there, in both languages, in words a parent can read."""

import re

import pytest

from seren.foundation.promises.door import NoClause, clause, clauses, policies

ENGLAND = [f"A{number}" for number in (*range(1, 10), "10a", "10b", *range(11, 15))]
WALES = [f"B{number}" for number in range(26)]


def test_all_clauses_of_both_policies_in_their_order():
    assert [found.id for found in clauses()] == ENGLAND + WALES
    assert {found.policy for found in clauses()} == set(policies())


@pytest.mark.parametrize("language", ["en", "cy"])
def test_words_are_there_and_short(language):
    for found in clauses():
        words = found.said(language)
        assert words.title
        assert not words.title.endswith(".")
        assert words.means.endswith(".")
        for sentence in re.split(r"(?<=[.?:])\s", f"{words.title}. {words.means}"):
            assert len(sentence.split()) <= 20, (found.id, sentence)
        assert not re.search(r"[!'\"]", words.title + words.means), found.id


def test_welsh_is_not_english():
    for found in clauses():
        assert found.said("cy").title != found.said("en").title
        assert found.said("cy").means != found.said("en").means


def test_other_languages_read_english():
    assert clause("A5").said("ur") == clause("A5").said("en")


def test_a_clause_of_no_policy_is_refused():
    with pytest.raises(NoClause):
        clause("C1")
