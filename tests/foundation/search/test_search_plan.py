"""A hundred thousand terms: the walk starts at the terms, by index, on both databases."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from seren.foundation.search.folding import terms
from seren.foundation.search.models import Entry, Shelf, Term, on_shelf
from seren.people.families.models import Child, KeyPerson

pytestmark = [pytest.mark.db, pytest.mark.django_db]

EACH = 16
ENTRIES = 100_000 // EACH


@pytest.fixture
def crowded(world):
    """Six thousand children of whom Bev is key person; Sian has none of them."""
    children = [world.new_child() for _ in range(ENTRIES)]
    Child._base_manager.bulk_create(children, batch_size=500)
    KeyPerson._base_manager.bulk_create(
        [world.new_key(child, world.bev) for child in children], batch_size=500
    )
    shelf = Shelf.objects.create(
        provider_id=world.provider, place_id=world.setting.pk, kind="families.child", record_class="C3"
    )
    Entry.objects.bulk_create([Entry(shelf=shelf, row_id=child.pk) for child in children], batch_size=500)
    rows = [
        Term(entry=entry, term=on_shelf(shelf.pk, word))
        for number, entry in enumerate(Entry.objects.order_by("pk"))
        for word in terms([("en", " ".join(f"w{(number * EACH + nth) % 5000}ord" for nth in range(EACH)))])
    ]
    Term.objects.bulk_create(rows, batch_size=2000)
    assert Term.objects.count() == ENTRIES * EACH
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    return world


def plan_of(world, who, words):
    with CaptureQueriesContext(connection) as ran:
        world.find(who, words, limit=20)
    explain = "EXPLAIN QUERY PLAN " if connection.vendor == "sqlite" else "EXPLAIN "
    with connection.cursor() as cursor:
        cursor.execute(explain + ran[-1]["sql"].replace("%", "%%"))
        return [str(row[-1]) for row in cursor.fetchall()]


def assert_walks_terms_by_index(plan):
    at_terms = [step for step in plan if "search_term" in step or "term_once" in step]
    assert at_terms
    if connection.vendor == "sqlite":
        assert all("INDEX" in step and "(term" in step for step in at_terms), plan
    else:
        assert any("term_once" in step for step in at_terms), plan
        assert not any("Seq Scan" in step for step in at_terms), plan


def test_every_search_walks_the_terms_by_index_for_who_sees_all_and_for_who_sees_one_child(crowded):
    for words in ("w77ord", "w77or", "w78ord w77ord", "w77ord puddle w7877", "puddle"):
        assert_walks_terms_by_index(plan_of(crowded, crowded.bev, words))
    crowded.child("w77ord", of=crowded.sian)
    assert_costs_no_walk_over_all_terms(plan_of(crowded, crowded.sian, "w77ord"))


def assert_costs_no_walk_over_all_terms(plan):
    assert not [
        step for step in plan if step.startswith("SCAN search_term") or "Seq Scan on search_term" in step
    ]
    assert [step for step in plan if "search_term" in step]
