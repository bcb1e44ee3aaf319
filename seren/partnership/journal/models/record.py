from django.db import models
from django.db.models import Q

from seren.foundation.access.door import Protected
from seren.foundation.kernel.constraints import both_or_neither, known
from seren.partnership.journal.terms import Decision


class RecordRequest(Protected):
    """A parent asks that their words go in the child's record: accepted, or declined with a reason."""

    child = models.ForeignKey("families.Child", models.CASCADE, related_name="+")
    setting = models.ForeignKey("provision.Setting", models.PROTECT, related_name="+")
    moment = models.ForeignKey("journal.Moment", models.CASCADE, related_name="record_requests")
    reply = models.ForeignKey("journal.Reply", models.CASCADE, null=True, related_name="record_requests")
    asked_by = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    decision = models.CharField(max_length=8, choices=Decision.choices, default=Decision.ASKED)
    decided_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    reason = models.ForeignKey("words.Text", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            known("recordrequest", "decision", Decision),
            both_or_neither("recordrequest", "decided_by", "decided_at"),
            models.CheckConstraint(
                condition=~Q(decision=Decision.DECLINED) | Q(reason__isnull=False),
                name="declined_with_reason",
            ),
            models.UniqueConstraint(
                fields=["moment", "reply", "child", "asked_by"], nulls_distinct=False, name="asked_once"
            ),
        ]
