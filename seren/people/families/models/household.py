from django.db import models
from django.db.models import Q

from seren.foundation.access.door import Dated, Protected
from seren.foundation.kernel.constraints import known
from seren.foundation.sealing.door import SealedJSON, SealedText
from seren.people.families.terms import Pattern


class Household(Protected):
    """An address and a phone, sealed, and nothing else. Adults belong to it; children live in it."""

    address = SealedJSON(null=True)  # {"lines": [...], "town": …, "postcode": …}
    phone = SealedText(null=True)


class HouseholdMember(Protected, Dated):
    household = models.ForeignKey(Household, models.CASCADE, related_name="members")
    person = models.ForeignKey("accounts.Person", models.CASCADE, related_name="homes")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["household", "person"], condition=Q(until_at__isnull=True), name="member_once"
            )
        ]


class Lives(Protected, Dated):
    """A child lives in a household, all or part of the time."""

    child = models.ForeignKey("families.Child", models.CASCADE, related_name="lives")
    household = models.ForeignKey(Household, models.CASCADE, related_name="children")
    pattern = models.CharField(max_length=4, choices=Pattern.choices)

    class Meta:
        constraints = [
            known("lives", "pattern", Pattern),
            models.UniqueConstraint(
                fields=["child", "household"], condition=Q(until_at__isnull=True), name="lives_once"
            ),
        ]
