from django.db import models

from seren.foundation.access.door import Dated, Protected
from seren.foundation.kernel.constraints import known
from seren.foundation.sealing.door import SealedText
from seren.people.families.terms import Relation


class Collector(Protected, Dated):
    """An adult a guardian named to collect the child. Seen by that guardian and by staff."""

    child = models.ForeignKey("families.Child", models.CASCADE, related_name="collectors")
    named_by = models.ForeignKey("accounts.Person", models.CASCADE, related_name="+")
    name = models.CharField(max_length=120)
    relation = models.CharField(max_length=16, choices=Relation.choices)
    phone = SealedText(null=True, subject="child_id")

    class Meta:
        constraints = [known("collector", "relation", Relation)]
