from django.db import models
from django.db.models import Q

from seren.foundation.access.door import Protected
from seren.foundation.kernel.constraints import both_or_neither, known
from seren.foundation.sealing.door import SealedText
from seren.people.families.terms import RestrictionBasis, RestrictionCode


class Restriction(Protected):
    """A deny on one adult about one child. In force until it is lifted: no clock ends it."""

    adult = models.ForeignKey("accounts.Person", models.PROTECT, related_name="restrictions")
    child = models.ForeignKey("families.Child", models.CASCADE, related_name="restrictions")
    code = models.CharField(max_length=20, choices=RestrictionCode.choices)
    basis = models.CharField(max_length=16, choices=RestrictionBasis.choices)
    reason = SealedText(subject="child_id")
    imposed_by = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    imposed_at = models.DateTimeField()
    review_on = models.DateField()
    lifted_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, related_name="+")
    lifted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            known("restriction", "code", RestrictionCode),
            known("restriction", "basis", RestrictionBasis),
            both_or_neither("restriction", "lifted_by", "lifted_at"),
            models.UniqueConstraint(
                fields=["adult", "child", "code"],
                condition=Q(lifted_at__isnull=True),
                name="restricted_once",
            ),
        ]
