from django.db import models
from django.db.models import Q

from seren.foundation.access.door import Protected
from seren.foundation.kernel.constraints import both_or_neither, known
from seren.foundation.sealing.door import SealedText
from seren.partnership.days.terms import WordKind, WordOutcome


class CollectWord(Protected):
    """What somebody told about who collects; or that a collector was not fit to (P-05, P-15).

    It stops nobody: it is a task for those who may decide, on the same day. Sealed for the child.
    """

    child = models.ForeignKey("families.Child", models.CASCADE, related_name="+")
    setting = models.ForeignKey("provision.Setting", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=WordKind.choices)
    author = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    words = SealedText(subject="child_id")
    day = models.DateField()
    told_at = models.DateTimeField()
    adult = models.ForeignKey("accounts.Person", models.PROTECT, null=True, related_name="+")  # not fit
    collector = models.ForeignKey("families.Collector", models.PROTECT, null=True, related_name="+")
    outcome = models.CharField(max_length=8, choices=WordOutcome.choices, blank=True)
    in_danger = models.BooleanField(null=True)
    rung = SealedText(null=True, subject="child_id")
    reasons = SealedText(null=True, subject="child_id")
    weighed_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, related_name="+")
    weighed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            known("collectword", "kind", WordKind),
            known("collectword", "outcome", WordOutcome, blank=True),
            both_or_neither("collectword", "weighed_by", "weighed_at"),
            models.CheckConstraint(
                condition=Q(outcome="", weighed_at__isnull=True)
                | (~Q(outcome="") & Q(weighed_at__isnull=False, in_danger__isnull=False)),
                name="word_weighed_has_an_outcome",
            ),
        ]
        indexes = [models.Index(fields=["child", "day"], name="word_of_child")]
