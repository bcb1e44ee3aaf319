from django.db import models
from django.db.models import Q

from seren.foundation.access.door import Dated, Protected
from seren.foundation.kernel.constraints import both_or_neither, known
from seren.people.families.terms import (
    EvidenceSeen,
    LivesWith,
    Relation,
    Responsibility,
    ResponsibilityBasis,
)


class Guardianship(Protected, Dated):
    """What an adult is to a child: parent or not, responsibility, lives with, day-to-day care (P-01)."""

    child = models.ForeignKey("families.Child", models.CASCADE, related_name="guardianships")
    adult = models.ForeignKey("accounts.Person", models.CASCADE, related_name="guardianships")
    relation = models.CharField(max_length=16, choices=Relation.choices)
    natural_parent = models.BooleanField(null=True)  # natural or adoptive; null: not known
    responsibility = models.CharField(max_length=8, choices=Responsibility.choices)
    basis = models.CharField(max_length=24, choices=ResponsibilityBasis.choices, blank=True)
    evidence = models.CharField(max_length=20, choices=EvidenceSeen.choices, default=EvidenceSeen.NONE)
    seen_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, related_name="+")
    seen_on = models.DateField(null=True)
    lives_with = models.CharField(max_length=5, choices=LivesWith.choices)
    day_to_day_care = models.BooleanField(default=False)
    can_collect = models.BooleanField(default=False)
    emergency_order = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints = [
            known("guardianship", "relation", Relation),
            known("guardianship", "responsibility", Responsibility),
            known("guardianship", "basis", ResponsibilityBasis, blank=True),
            known("guardianship", "evidence", EvidenceSeen),
            known("guardianship", "lives_with", LivesWith),
            both_or_neither("guardianship", "seen_by", "seen_on"),
            models.UniqueConstraint(
                fields=["child", "adult"], condition=Q(until_at__isnull=True), name="guardian_once"
            ),
        ]
        indexes = [models.Index(fields=["adult", "child"], name="guardianship_by_adult")]


class FamilyViewer(Protected, Dated):
    """Somebody a guardian lets see shared stars. Reaches no further than the granter's own sight."""

    child = models.ForeignKey("families.Child", models.CASCADE, related_name="viewers")
    adult = models.ForeignKey("accounts.Person", models.CASCADE, related_name="viewing")
    granted_by = models.ForeignKey("accounts.Person", models.CASCADE, related_name="+")
    relation = models.CharField(max_length=16, choices=Relation.choices)

    class Meta:
        constraints = [
            known("familyviewer", "relation", Relation),
            models.UniqueConstraint(
                fields=["child", "adult", "granted_by"],
                condition=Q(until_at__isnull=True),
                name="viewer_once",
            ),
        ]


class ShownToFamily(Protected, Dated):
    """An adult chose to be shown by name to the other adults of a child. Both must have chosen."""

    child = models.ForeignKey("families.Child", models.CASCADE, related_name="+")
    adult = models.ForeignKey("accounts.Person", models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "adult"], condition=Q(until_at__isnull=True), name="shown_once"
            )
        ]
