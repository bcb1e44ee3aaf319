"""The numbers a setting chose for itself."""

from django.db import models

from seren.foundation.kernel import ids

REASON_LENGTH = 300


class RuleChange(models.Model):
    """One choice, from a day on. Never updated: the latest said of the latest day holds."""

    id = models.UUIDField(primary_key=True, default=ids.new, editable=False)
    provider_id = models.UUIDField()
    setting_id = models.UUIDField()
    rule = models.CharField(max_length=60)
    value = models.IntegerField()
    reason = models.CharField(max_length=REASON_LENGTH)
    by_person = models.UUIDField()
    from_day = models.DateField()
    said_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~models.Q(reason=""), name="rule_change_has_a_reason"),
            models.CheckConstraint(condition=models.Q(value__gte=0), name="rule_change_not_below_zero"),
        ]
        indexes = [models.Index(fields=["setting_id", "from_day"], name="rule_change_of_setting")]
