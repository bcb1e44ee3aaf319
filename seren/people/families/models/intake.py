from typing import Any

from django.db import models
from django.db.models import Q

from seren.foundation.access.door import Protected
from seren.foundation.kernel.constraints import known
from seren.foundation.sealing.door import SealedJSON, SealedText
from seren.people.families.terms import ImportedKind, Sheet


class ImportedRef(Protected):
    """A key of the setting's own books, and the row it stands for here.

    The key is kept as a fingerprint. `facts` holds one keyed fingerprint for each fact the import set last:
    enough to know whether somebody changed it since, and nothing to read.
    """

    setting = models.ForeignKey("provision.Setting", models.CASCADE, related_name="+")
    kind = models.CharField(max_length=9, choices=ImportedKind.choices)
    ref = models.BinaryField(max_length=32)
    child = models.ForeignKey("families.Child", models.CASCADE, null=True, related_name="+")
    adult = models.ForeignKey("accounts.Person", models.CASCADE, null=True, related_name="+")
    household = models.ForeignKey("families.Household", models.CASCADE, null=True, related_name="+")
    membership = models.ForeignKey("provision.Membership", models.CASCADE, null=True, related_name="+")
    facts: "models.JSONField[Any, Any]" = models.JSONField(default=dict)

    class Meta:
        constraints = [
            known("importedref", "kind", ImportedKind),
            models.CheckConstraint(
                condition=Q(child__isnull=False)
                | Q(adult__isnull=False)
                | Q(household__isnull=False)
                | Q(membership__isnull=False),
                name="imported_something",
            ),
            models.UniqueConstraint(fields=["setting", "kind", "ref"], name="ref_once"),
        ]


class Intake(Protected):
    """A list somebody sent in: sealed under a key of its own from looking at it until it is brought in."""

    setting = models.ForeignKey("provision.Setting", models.CASCADE, related_name="+")
    person = models.ForeignKey("accounts.Person", models.CASCADE, related_name="+")
    sheet = models.CharField(max_length=8, choices=Sheet.choices)
    make_rooms = models.BooleanField()
    text = SealedText(null=True)  # gone once it is brought in
    done = SealedJSON(null=True)  # what was done, line by line
    kept_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [known("intake", "sheet", Sheet)]
        indexes = [models.Index(fields=["ends_at"], name="intake_by_end")]
