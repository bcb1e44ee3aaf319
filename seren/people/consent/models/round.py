from django.db import models
from django.db.models import Q

from seren.foundation.access.door import Kept
from seren.foundation.kernel.constraints import known
from seren.people.consent.terms import RoundKind


class Round(Kept):
    """What a setting asked in one go, and tells of once. `year`: of a review, of which there is one a year.

    `child`: what is asked of one family within minutes is one round.
    """

    setting = models.ForeignKey("provision.Setting", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=6, choices=RoundKind.choices)
    child = models.ForeignKey("families.Child", models.PROTECT, null=True, related_name="+")
    year = models.PositiveSmallIntegerField(null=True)
    asked_by = models.ForeignKey(
        "accounts.Person", models.PROTECT, null=True, related_name="+"
    )  # null: Seren
    at = models.DateTimeField()

    class Meta(Kept.Meta):
        constraints = [
            known("round", "kind", RoundKind),
            models.CheckConstraint(
                condition=(Q(kind=RoundKind.REVIEW) & Q(year__isnull=False))
                | (~Q(kind=RoundKind.REVIEW) & Q(year__isnull=True)),
                name="round_review_has_year",
            ),
            models.CheckConstraint(
                condition=(Q(kind=RoundKind.FAMILY) & Q(child__isnull=False))
                | (~Q(kind=RoundKind.FAMILY) & Q(child__isnull=True)),
                name="round_of_family_has_child",
            ),
            models.UniqueConstraint(
                fields=["setting", "year"], condition=Q(kind=RoundKind.REVIEW), name="round_one_review_a_year"
            ),
        ]
        indexes = [models.Index(fields=["child", "setting", "at"], name="round_of_child")]
