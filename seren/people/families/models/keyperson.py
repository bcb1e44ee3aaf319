from django.db import models
from django.db.models import Q

from seren.foundation.access.door import Dated, Protected
from seren.foundation.kernel.constraints import known
from seren.foundation.sealing.door import SealedText
from seren.people.families.terms import ChangeReason, KeyKind


class KeyPerson(Protected, Dated):
    """The key person, or the buddy, of a child at a setting. History is kept, never overwritten (E-02)."""

    child = models.ForeignKey("families.Child", models.CASCADE, related_name="key_people")
    setting = models.ForeignKey("provision.Setting", models.PROTECT, related_name="+")
    person = models.ForeignKey("accounts.Person", models.PROTECT, related_name="key_children")
    kind = models.CharField(max_length=5, choices=KeyKind.choices)
    reason = models.CharField(max_length=12, choices=ChangeReason.choices, default=ChangeReason.FIRST)
    handover = SealedText(null=True, subject="child_id")
    announced_at = models.DateTimeField(null=True)  # when the family was told

    class Meta:
        constraints = [
            known("keyperson", "kind", KeyKind),
            known("keyperson", "reason", ChangeReason),
            models.UniqueConstraint(
                fields=["child", "setting", "kind"],
                condition=Q(until_at__isnull=True),
                name="one_key_person",
            ),
        ]
        indexes = [models.Index(fields=["person", "child"], name="keyperson_by_person")]
