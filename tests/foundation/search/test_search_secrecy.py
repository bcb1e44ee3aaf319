"""What Bev's children are said to do changes nothing of what Sian finds: no order, count or cursor."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seren.foundation.search import door as search
from seren.people.families.models import Child

pytestmark = [pytest.mark.db, pytest.mark.django_db]

WORDS = ["red", "reed", "re", "wellies", "welly", "puddle", "pud", "gate"]
SEARCHES = ["red", "re", "wellies red", "puddle gate re", "pud", "gate welly red", "nowhere"]


def everything_learnt(world, who):
    """All pages of all searches, two rows a page, with counts and cursors."""
    learnt = []
    for words in SEARCHES:
        learnt.append((words, world.count(who, words)))
        cursor = ""
        for _ in range(10):
            found = world.find(who, words, limit=2, cursor=cursor)
            learnt.append((found.ids, found.next))
            cursor = found.next
            if not cursor:
                break
        assert not cursor
    return learnt


def test_hidden_rows_full_of_the_same_words_change_nothing(world):
    for words in ("red wellies", "puddle", "red puddle by the gate", "welly", "pudding", "red", "red"):
        world.child(words, of=world.sian)
    before = everything_learnt(world, world.sian)
    other_provider = world.place("Far Field")
    stranger = world.adult("Nia", other_provider.provider_id)
    for words in (" ".join(WORDS), "nowhere", "red", "redder reddest red", "wellies gate pud"):
        world.child(words, of=world.bev)
        world.child(words, of=stranger, setting=other_provider)
    assert world.count(world.bev, "nowhere") == 1
    assert everything_learnt(world, world.sian) == before


def test_a_child_who_moved_to_another_key_person_is_found_by_her_at_once_and_by_sian_no_more(world):
    mali = world.child("puddle", of=world.sian)
    Child._base_manager.get(pk=mali).key_people.model._base_manager.filter(child=mali).update(
        person_id=world.bev.person
    )
    assert (world.ids(world.sian, "puddle"), world.ids(world.bev, "puddle")) == ([], [mali])


def naive(rows, words):
    """The same answer by reading everything: rows are (id, hers, words) with the oldest first."""
    typed = list(dict.fromkeys(words.split()))

    def has(word, kept):
        last = word == typed[-1]
        return any(term == word or (last and term.startswith(word)) for term in kept)

    scored = [(sum(has(word, kept) for word in typed), pk) for pk, hers, kept in rows if hers]
    return [pk for score, pk in sorted(scored, reverse=True) if score]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    corpus=st.lists(st.tuples(st.booleans(), st.lists(st.sampled_from(WORDS), max_size=5)), max_size=9),
    typed=st.lists(st.sampled_from([*WORDS, "r", "wel", "nowhere"]), min_size=1, max_size=4),
    limit=st.integers(1, 4),
)
def test_a_search_is_what_reading_everything_would_find(world, corpus, typed, limit):
    typed = [word for word in typed if len(word) > 1] or ["red"]
    with transaction.atomic():
        rows = [
            (world.child(" ".join(kept), of=world.sian if hers else world.bev), hers, kept)
            for hers, kept in corpus
        ]
        expected = naive(rows, " ".join(typed))
        pages, cursor = [], ""
        for _ in range(len(rows) + 1):
            found = world.find(world.sian, " ".join(typed), limit=limit, cursor=cursor)
            pages.extend(found.ids)
            cursor = found.next
            if not cursor:
                break
        assert pages == expected
        assert world.count(world.sian, " ".join(typed)) == len(expected)
        search.forget(Child, [pk for pk, _, _ in rows])
        assert world.ids(world.sian, " ".join(typed)) == []
        transaction.set_rollback(True)
