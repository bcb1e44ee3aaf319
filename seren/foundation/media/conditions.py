"""Conditions on pictures, for the rule a room writes. Each is one database condition."""

from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from seren.foundation.access.door import Actor, Because, SystemReason, system
from seren.foundation.media.models import PhotoSubject


def belongs_to(label: str, rows: "QuerySet[Any]") -> Q:
    """The picture was added to one of these rows. `label` as given to `keep`."""
    return Q(belongs_to_type=label) & Q(Exists(rows.filter(pk=OuterRef("belongs_to_id"))))


def every_child(condition: Q) -> Q:
    """`condition`, on "subject_id", holds for each child marked in the picture, and somebody is marked."""
    marked = system(SystemReason.DECIDING, PhotoSubject).filter(photo=OuterRef("pk"))
    return Q(Exists(marked)) & ~Q(Exists(marked.exclude(condition)))


def some_child(condition: Q) -> Q:
    """`condition`, on "subject_id", holds for a child marked in the picture."""
    marked = system(SystemReason.DECIDING, PhotoSubject).filter(photo=OuterRef("pk"))
    return Q(Exists(marked.filter(condition)))


def marked_with(photo: "OuterRef | UUID") -> "QuerySet[PhotoSubject]":
    """All children marked in one picture, for a condition on them together."""
    return system(SystemReason.DECIDING, PhotoSubject).filter(photo=photo)


def _binned(_actor: Actor) -> Q:
    return Q(binned_at__isnull=False)


# A deny every rule over pictures has, save the one over the bin itself.
IN_THE_BIN = Because("the picture is in the bin", _binned)
