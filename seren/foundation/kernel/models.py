"""The one row that says what kind of installation this is."""

from django.db import models


class InstallationKind(models.TextChoices):
    LIVE = "live", "live"
    DEMO = "demo", "demo"
    PRACTICE = "practice", "practice"


class Installation(models.Model):
    """Set when the installation is made, never changed: see `contract.md`, *Kinds of installation*.

    But for its doors: `closed_at` without `opened_at` is closed for the moment (`closing`).
    """

    id = models.SmallIntegerField(primary_key=True, default=1)
    kind = models.CharField(max_length=8, choices=InstallationKind.choices)
    made_at = models.DateTimeField()
    fingerprint = models.CharField(max_length=64)
    closed_at = models.DateTimeField(null=True)
    opened_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="one_installation"),
            models.CheckConstraint(
                condition=models.Q(kind__in=InstallationKind.values), name="installation_kind_known"
            ),
            models.CheckConstraint(
                condition=models.Q(opened_at__isnull=True) | models.Q(closed_at__isnull=False),
                name="installation_opened_after_closing",
            ),
        ]
