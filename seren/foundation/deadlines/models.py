"""The clocks that run, and how each came out."""

from django.db import models
from django.db.models import F, Q

from seren.foundation.access.door import Protected
from seren.foundation.deadlines.terms import RUNNING, State
from seren.foundation.kernel.constraints import known

REASON_LENGTH = 500


class Deadline(Protected):
    """One clock over one subject. At most one of a kind runs for a subject at a time.

    `length` is the number it was opened with, so that a later number of the setting does not move it.
    `paused_days` counts as the rule counts. Reasons are the words of whoever paused or extended.
    """

    kind = models.CharField(max_length=60)
    subject_type = models.CharField(max_length=60)
    subject_id = models.UUIDField()
    setting_id = models.UUIDField()
    nation = models.CharField(max_length=8)
    rule_id = models.CharField(max_length=60)
    length = models.IntegerField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)
    started_on = models.DateField()
    due_on = models.DateField()
    due_at = models.DateTimeField(null=True)
    soon_on = models.DateField()
    remind_on = models.DateField(null=True)
    paused_at = models.DateTimeField(null=True)
    paused_days = models.IntegerField(default=0)
    pause_reason = models.CharField(max_length=REASON_LENGTH, blank=True)
    extended_to = models.DateField(null=True)
    extension_reason = models.CharField(max_length=REASON_LENGTH, blank=True)
    agreed_on = models.DateField(null=True)
    met_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)
    told_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            known("deadline", "state", State),
            models.UniqueConstraint(
                fields=["kind", "subject_id"],
                condition=Q(state__in=sorted(RUNNING)),
                name="deadline_runs_once",
            ),
            models.CheckConstraint(condition=Q(due_on__gte=F("started_on")), name="deadline_ends_later"),
            models.CheckConstraint(condition=Q(paused_days__gte=0), name="deadline_paused_forwards"),
            models.CheckConstraint(
                condition=Q(state=State.PAUSED, paused_at__isnull=False)
                | (~Q(state=State.PAUSED) & Q(paused_at__isnull=True)),
                name="deadline_paused_and_when",
            ),
            models.CheckConstraint(
                condition=Q(state=State.MET, met_at__isnull=False)
                | (~Q(state=State.MET) & Q(met_at__isnull=True)),
                name="deadline_met_and_when",
            ),
            models.CheckConstraint(
                condition=Q(extended_to__isnull=True, extension_reason="")
                | (Q(extended_to__isnull=False) & ~Q(extension_reason="")),
                name="deadline_extended_and_why",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "due_on"], name="deadline_by_state"),
            models.Index(fields=["subject_id", "kind"], name="deadline_of_subject"),
            models.Index(fields=["setting_id", "state", "due_on"], name="deadline_of_setting"),
        ]
