from django.db import models

from seren.foundation.kernel import ids
from seren.foundation.kernel.constraints import known
from seren.people.accounts.terms import Bound


class Device(models.Model):
    """A phone or computer known to be this adult's. The browser holds a blind id, we hold its digest."""

    id = models.UUIDField(primary_key=True, default=ids.new, editable=False)
    login = models.ForeignKey("accounts.Login", models.CASCADE, related_name="devices")
    token_digest = models.BinaryField(max_length=32, unique=True)
    label = models.CharField(max_length=80)
    bound = models.CharField(max_length=16, choices=Bound.choices)
    bound_at = models.DateTimeField()
    last_seen_on = models.DateField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [known("device", "bound", Bound)]
