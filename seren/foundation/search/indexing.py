"""Putting a row into the index and taking it out, in the transaction of the verb that changed it.

So a search never knows more or less than the page. Cost: one question for what is there, two more for a
new row; only what differs is written.
"""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Model, QuerySet

from seren.foundation.access.door import Protected, RecordClass
from seren.foundation.kernel import db
from seren.foundation.search.folding import terms
from seren.foundation.search.models import Entry, SearchableClass, Shelf, Term, on_shelf


class NotSearchable(ValueError):
    """A record class that no index may hold: only C0 to C3 are."""


def index(
    row: Protected, *, setting: UUID | None, record_class: RecordClass, texts: Iterable[tuple[str, str]]
) -> None:
    """Make the row findable by these texts, (language, body) each, in place of what it was found by.

    Everyone who may see the row can find it by all of them: a text some of those may not read belongs to
    a row of its own.
    """
    if record_class.value not in SearchableClass.values:
        raise NotSearchable(record_class)
    found = terms(texts)
    kind = row._meta.label_lower
    place = setting or row.provider_id
    with db.writing(housekeeping=True):
        held = _entries(kind, [row.pk]).filter(shelf__record_class=record_class.value)
        there = list(held.values_list("pk", "shelf_id", "shelf__place_id", "terms__term"))
        if not found:
            held.delete()
            return
        if any(at != place for _entry, _shelf, at, _term in there):
            held.exclude(shelf__place_id=place).delete()
        here = [(entry, shelf, term) for entry, shelf, at, term in there if at == place]
        entry, shelf = here[0][:2] if here else _new_entry(row, place, kind, record_class)
        kept = {bytes(term) for _entry, _shelf, term in here if term is not None}
        _hold(entry, kept, {on_shelf(shelf, word) for word in found})


def forget(model: type[Model], ids: Iterable[UUID]) -> None:
    """Take rows out: they were withdrawn, binned or erased. Nothing of their words is left in the index."""
    with db.writing(housekeeping=True):
        _entries(model._meta.label_lower, ids).delete()


def _new_entry(row: Protected, place: UUID, kind: str, record_class: RecordClass) -> tuple[int, int]:
    shelf, _ = Shelf.objects.get_or_create(
        provider_id=row.provider_id, place_id=place, kind=kind, record_class=record_class.value
    )
    entry, _ = Entry.objects.get_or_create(shelf=shelf, row_id=row.pk)
    return entry.pk, shelf.pk


def _hold(entry: int, kept: set[bytes], wanted: set[bytes]) -> None:
    """The entry's terms become these."""
    if kept - wanted:
        Term.objects.filter(entry_id=entry, term__in=kept - wanted).delete()
    if wanted - kept:
        Term.objects.bulk_create(Term(term=term, entry_id=entry) for term in sorted(wanted - kept))


def _entries(kind: str, ids: Iterable[UUID]) -> "QuerySet[Entry]":
    return Entry.objects.filter(row_id__in=list(ids), shelf__kind=kind)
