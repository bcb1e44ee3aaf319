from django.db import models
from django.db.models import Q

from seren.foundation.access.door import Protected
from seren.foundation.kernel.constraints import both_or_neither, known
from seren.foundation.sealing.door import SealedText
from seren.people.families.terms import Reach


class NoImages(Protected):
    """A child is kept out of pictures: adopted, looked after, in a refuge (C-08). It says nothing of why.

    In force until somebody takes it away: no clock ends it. The reasons are sealed, and leaders' alone.
    """

    child = models.ForeignKey("families.Child", models.CASCADE, related_name="+")
    reach = models.CharField(max_length=8, choices=Reach.choices)
    reason = SealedText(subject="child_id")
    set_by = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    set_at = models.DateTimeField()
    end_reason = SealedText(subject="child_id", null=True)
    ended_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            known("noimages", "reach", Reach),
            both_or_neither("noimages", "ended_by", "ended_at"),
            models.UniqueConstraint(
                fields=["child"], condition=Q(ended_at__isnull=True), name="kept_out_of_pictures_once"
            ),
        ]
