"""The index: shelves, what stands on them, and the folded words of each thing.

A term is bytes (UTF-8), so that both databases order and cut it alike.
"""

from uuid import UUID

from django.db import models

from seren.foundation.access.door import RecordClass
from seren.foundation.kernel.constraints import known


def on_shelf(shelf: int, word: bytes) -> bytes:
    """The term under which a shelf keeps a word."""
    return shelf.to_bytes(4) + word


class SearchableClass(models.TextChoices):
    """Nothing of a higher class is ever put where a search could count it."""

    C0 = RecordClass.C0.value
    C1 = RecordClass.C1.value
    C2 = RecordClass.C2.value
    C3 = RecordClass.C3.value


class Shelf(models.Model):
    """One kind of row of one class at one place. A search walks the terms of its own shelves only."""

    provider_id: "models.UUIDField[UUID, UUID]" = models.UUIDField()
    place_id: "models.UUIDField[UUID, UUID]" = models.UUIDField()  # the setting; the provider where none
    kind = models.CharField(max_length=60)  # "journal.moment"
    record_class = models.CharField(max_length=3, choices=SearchableClass.choices)

    class Meta:
        constraints = [
            known("shelf", "record_class", SearchableClass),
            models.UniqueConstraint(
                fields=["provider_id", "kind", "record_class", "place_id"], name="shelf_once"
            ),
        ]


class Entry(models.Model):
    """One row that can be found."""

    shelf = models.ForeignKey(Shelf, models.CASCADE, related_name="entries")
    row_id: "models.UUIDField[UUID, UUID]" = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["row_id", "shelf"], name="entry_once")]


class Term(models.Model):
    """One folded word of one entry: the shelf's number, then the word, so that one range finds it.

    Two columns (shelf, term) would read better, but SQLite then walks the whole shelf for an OR of words.
    """

    term = models.BinaryField(max_length=200)
    entry = models.ForeignKey(Entry, models.CASCADE, related_name="terms")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["term", "entry"], name="term_once")]
