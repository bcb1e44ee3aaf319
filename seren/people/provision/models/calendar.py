from django.db import models

from seren.foundation.access.door import Protected


class Term(Protected):
    """First and last day, both open days unless closed."""

    setting = models.ForeignKey("provision.Setting", models.CASCADE, related_name="terms")
    name = models.CharField(max_length=60)
    first_day = models.DateField()
    last_day = models.DateField()
    half_term_from = models.DateField(null=True)
    half_term_to = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_day__gte=models.F("first_day")), name="term_ends_later"
            )
        ]


class Closure(Protected):
    """One day the setting is closed that would otherwise be open."""

    setting = models.ForeignKey("provision.Setting", models.CASCADE, related_name="closures")
    day = models.DateField()
    reason = models.CharField(max_length=120)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["setting", "day"], name="closed_once_a_day")]
