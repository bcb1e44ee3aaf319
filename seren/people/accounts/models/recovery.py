from django.db import models
from django.db.models import F, Q

from seren.foundation.access.door import Protected
from seren.foundation.kernel.constraints import both_or_neither


class Recovery(Protected):
    """An adult lost their ways in: two staff met them, a day passes, the old ways end (trust.md, abuse 4)."""

    person = models.ForeignKey("accounts.Person", models.CASCADE, related_name="recoveries")
    asked_by = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    agreed_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, related_name="+")
    agreed_at = models.DateTimeField(null=True)
    opens_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    stopped_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            both_or_neither("recovery", "agreed_by", "agreed_at"),
            both_or_neither("recovery", "agreed_at", "opens_at"),
            models.CheckConstraint(
                condition=Q(agreed_by__isnull=True) | ~Q(agreed_by=F("asked_by")), name="recovery_takes_two"
            ),
            models.CheckConstraint(
                condition=Q(done_at__isnull=True) | Q(agreed_at__isnull=False), name="recovery_agreed_first"
            ),
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(done_at__isnull=True, stopped_at__isnull=True),
                name="one_open_recovery",
            ),
        ]
