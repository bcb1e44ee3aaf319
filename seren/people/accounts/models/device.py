from django.db import models

from seren.foundation.kernel import ids
from seren.foundation.kernel.constraints import known
from seren.people.accounts.terms import Bound


class Device(models.Model):
    """A browser known to be this adult's. It holds a blind id, we hold its digest.

    Two adults may share one browser: each has a row of their own, made by a proof of their own.
    """

    id = models.UUIDField(primary_key=True, default=ids.new, editable=False)
    login = models.ForeignKey("accounts.Login", models.CASCADE, related_name="devices")
    token_digest = models.BinaryField(max_length=32)
    label = models.CharField(max_length=80)
    bound = models.CharField(max_length=16, choices=Bound.choices)
    bound_at = models.DateTimeField()
    last_seen_on = models.DateField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            known("device", "bound", Bound),
            models.UniqueConstraint(
                fields=["login", "token_digest"],
                condition=models.Q(ended_at__isnull=True),
                name="device_bound_once",
            ),
        ]
        indexes = [models.Index(fields=["token_digest"], name="device_by_token")]
