from django.db import models
from django.db.models import F, Q

from seren.foundation.access.door import Protected
from seren.foundation.kernel.constraints import both_or_neither, known
from seren.foundation.sealing.door import SealedText
from seren.people.guarding.terms import Bulk


class BulkRequest(Protected):
    """Many families in one go: one person asks, another agrees, the first fetches it once.

    `alone_at`: the safeguarding lead agreed to their own asking, after `alone_from`.
    """

    setting = models.ForeignKey("provision.Setting", models.PROTECT, related_name="+")
    what = models.CharField(max_length=12, choices=Bulk.choices)
    number = models.IntegerField()
    reason = SealedText(subject="asked_by_id")
    asked_by = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    alone_from = models.DateTimeField()
    alone_at = models.DateTimeField(null=True)
    agreed_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, related_name="+")
    agreed_at = models.DateTimeField(null=True)
    until_at = models.DateTimeField(null=True)
    refused_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, related_name="+")
    refused_at = models.DateTimeField(null=True)
    fetched_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            known("bulkrequest", "what", Bulk),
            both_or_neither("bulkrequest", "agreed_by", "agreed_at"),
            both_or_neither("bulkrequest", "refused_by", "refused_at"),
            models.CheckConstraint(
                condition=Q(agreed_by__isnull=True) | ~Q(agreed_by=F("asked_by")), name="bulk_takes_two"
            ),
            models.CheckConstraint(
                condition=Q(alone_at__isnull=True)
                | (Q(alone_at__gte=F("alone_from")) & Q(agreed_at__isnull=True)),
                name="bulk_alone_after_the_wait",
            ),
            models.CheckConstraint(
                condition=Q(fetched_at__isnull=True)
                | (
                    (Q(agreed_at__isnull=False) | Q(alone_at__isnull=False))
                    & Q(refused_at__isnull=True, fetched_at__lt=F("until_at"))
                ),
                name="bulk_agreed_before_fetched",
            ),
            models.CheckConstraint(condition=Q(number__gt=0), name="bulk_of_some"),
        ]
        indexes = [models.Index(fields=["setting", "asked_at"], name="bulk_of_setting")]
