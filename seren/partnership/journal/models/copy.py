from uuid import UUID

from django.db import models
from django.db.models import Q

from seren.foundation.access.door import Protected
from seren.foundation.kernel.constraints import both_or_neither, known
from seren.partnership.journal.terms import BY_FAMILY, CopyPlace


class Copy(Protected):
    """Where a photo went, beside the pages that ask each time: a wall, a website, a family’s printer.

    The photo is named by its id alone: it may be erased, and the copy still hangs there. `where` is the name
    of the thing: “The hall wall”, and for a family what they opened.
    """

    photo: "models.UUIDField[UUID, UUID]" = models.UUIDField(db_index=True)
    setting = models.ForeignKey("provision.Setting", models.PROTECT, related_name="+")
    place = models.CharField(max_length=8, choices=CopyPlace.choices)
    where = models.CharField(max_length=120, blank=True)
    made_by = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    gone_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, related_name="+")
    gone_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            known("copy", "place", CopyPlace),
            both_or_neither("copy", "gone_by", "gone_at"),
            models.UniqueConstraint(
                fields=["photo", "place", "made_by"],
                condition=Q(place__in=BY_FAMILY, gone_at__isnull=True),
                name="copy_of_a_family_once",
            ),
        ]
        indexes = [models.Index(fields=["setting", "gone_at"], name="copies_there")]


class CopyChild(Protected):
    """A child in the copy: of what a family printed, only children of others."""

    copy = models.ForeignKey(Copy, models.CASCADE, related_name="children")
    child = models.ForeignKey("families.Child", models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["copy", "child"], name="child_once_in_copy")]
