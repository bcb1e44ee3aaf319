from django.db import models
from django.db.models import Q

from seren.foundation.access.door import Kept
from seren.foundation.kernel.constraints import known
from seren.foundation.sealing.door import SealedText
from seren.people.consent.terms import Code


class Decision(Kept):
    """What a leader decided where responsible adults disagree about a trip (P-10). It changes no answer.

    It holds only while they disagree, and only until one of them says anything new.
    """

    child = models.ForeignKey("families.Child", models.PROTECT, related_name="+")
    setting = models.ForeignKey("provision.Setting", models.PROTECT, related_name="+")
    code = models.CharField(max_length=24, choices=Code.choices)
    scope = models.CharField(max_length=120, blank=True)
    goes = models.BooleanField()
    why = SealedText(subject="child_id")
    decided_by = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta(Kept.Meta):
        constraints = [
            known("decision", "code", Code),
            models.CheckConstraint(condition=~Q(scope=""), name="decision_on_a_named_thing"),
        ]
        indexes = [models.Index(fields=["child", "code", "setting"], name="decision_of_child")]
