from typing import Any

from django.db import models
from django.db.models import Q

from seren.foundation.access.door import Protected
from seren.foundation.kernel.constraints import known
from seren.foundation.sealing.door import SealedText
from seren.people.accounts.terms import Hat


class Person(Protected):
    """Every adult known to a provider, signing in or not. Hats hang on memberships and guardianships."""

    login = models.ForeignKey("accounts.Login", models.PROTECT, null=True, related_name="people")
    given_name = models.CharField(max_length=80)
    family_name = models.CharField(max_length=80)
    email = SealedText(null=True, subject="id")
    email_blind = models.BinaryField(max_length=32, null=True)
    phone = SealedText(null=True, subject="id")
    phone_blind = models.BinaryField(max_length=32, null=True)
    spoken_language = models.CharField(max_length=12, default="en")
    read_language = models.CharField(max_length=12, default="en")
    also_speaks: "models.JSONField[Any, Any]" = models.JSONField(default=list)
    current_setting_id = models.UUIDField(null=True)
    last_hat = models.CharField(max_length=12, choices=Hat.choices, blank=True)
    known_since = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)  # the account is over: nothing opens any more

    class Meta:
        constraints = [
            known("person", "last_hat", Hat, blank=True),
            models.UniqueConstraint(fields=["provider_id", "login"], name="one_person_per_login"),
            models.UniqueConstraint(
                fields=["provider_id", "email_blind"],
                condition=Q(email_blind__isnull=False, closed_at__isnull=True),
                name="one_person_per_address",
            ),
        ]

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}"
