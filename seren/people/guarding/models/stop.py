from typing import Any

from django.db import models
from django.db.models import F, Q

from seren.foundation.access.door import Protected
from seren.foundation.kernel.constraints import both_or_neither, known
from seren.foundation.sealing.door import SealedText
from seren.people.guarding.terms import Outcome


class Stop(Protected):
    """An account reached its measure. `widened_at`: they showed again that it is them. `raised_at`: an alarm.

    `seen`: the children shown within that hour and the pages they stood on, as [child, page].
    """

    person = models.ForeignKey("accounts.Person", models.CASCADE, related_name="+")
    at = models.DateTimeField()
    measure = models.SmallIntegerField()
    tries = models.SmallIntegerField(default=0)
    widened_at = models.DateTimeField(null=True)
    raised_at = models.DateTimeField(null=True)
    seen: "models.JSONField[Any, Any]" = models.JSONField(default=list)
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, related_name="+")
    outcome = models.CharField(max_length=5, choices=Outcome.choices, blank=True)
    reason = SealedText(null=True, subject="person_id")

    class Meta:
        constraints = [
            known("stop", "outcome", Outcome, blank=True),
            both_or_neither("stop", "settled_at", "settled_by"),
            models.CheckConstraint(
                condition=Q(settled_at__isnull=True) | Q(raised_at__isnull=False),
                name="stop_alarm_before_settled",
            ),
            models.CheckConstraint(
                condition=Q(settled_at__isnull=True, outcome="")
                | (Q(settled_at__isnull=False) & ~Q(outcome="")),
                name="stop_settled_with_outcome",
            ),
            models.CheckConstraint(
                condition=Q(settled_by__isnull=True) | ~Q(settled_by=F("person")),
                name="stop_not_settled_by_self",
            ),
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(raised_at__isnull=False, settled_at__isnull=True),
                name="one_open_alarm",
            ),
        ]
        indexes = [models.Index(fields=["person", "at"], name="stop_of_person")]
