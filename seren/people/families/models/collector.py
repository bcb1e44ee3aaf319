from django.db import models
from django.db.models import Q

from seren.foundation.access.door import Dated, Protected
from seren.foundation.kernel.constraints import known
from seren.foundation.sealing.door import SealedText
from seren.people.families.terms import Relation


class Collector(Protected, Dated):
    """An adult a guardian named to collect the child. Seen by that guardian and by staff.

    With a `day`: for that day only, and `until_at` is its end; `usual` is whom the same guardian named for
    all days, where it is one of those. `password` is a slow hash, and sealed: neither opens it alone.
    """

    child = models.ForeignKey("families.Child", models.CASCADE, related_name="collectors")
    named_by = models.ForeignKey("accounts.Person", models.CASCADE, related_name="+")
    name = models.CharField(max_length=120)
    relation = models.CharField(max_length=16, choices=Relation.choices)
    phone = SealedText(null=True, subject="child_id")
    password = SealedText(null=True, subject="child_id")
    of_age = models.PositiveSmallIntegerField(null=True)  # years: that old or older, the guardian says
    day = models.DateField(null=True)
    at_time = models.TimeField(null=True)  # London
    usual = models.ForeignKey("self", models.CASCADE, null=True, related_name="+")

    class Meta:
        constraints = [
            known("collector", "relation", Relation),
            models.CheckConstraint(
                condition=Q(day__isnull=False) | Q(at_time__isnull=True, usual__isnull=True),
                name="collector_time_is_of_a_day",
            ),
            models.CheckConstraint(
                condition=Q(day__isnull=True) | Q(until_at__isnull=False), name="collector_of_a_day_ends"
            ),
        ]
