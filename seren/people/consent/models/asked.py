from typing import Any

from django.db import models
from django.db.models import F, Q

from seren.foundation.kernel.constraints import known
from seren.people.consent.models.kept import Kept
from seren.people.consent.models.round import Round
from seren.people.consent.terms import Code


class Asked(Kept):
    """One question to one family: about this child, by this setting, in these words, until this instant.

    `scope`: the thing it names (a trip, a product); empty where the permission is not about one thing.
    `words`: by language, then by part. `until_at`: when a yes to it is over; empty: it goes on.
    """

    round = models.ForeignKey(Round, models.PROTECT, related_name="+")
    child = models.ForeignKey("families.Child", models.PROTECT, related_name="+")
    setting = models.ForeignKey("provision.Setting", models.PROTECT, related_name="+")
    code = models.CharField(max_length=24, choices=Code.choices)
    scope = models.CharField(max_length=120, blank=True)
    version = models.CharField(max_length=16)
    words: "models.JSONField[Any, Any]" = models.JSONField()
    asked_by = models.ForeignKey(
        "accounts.Person", models.PROTECT, null=True, related_name="+"
    )  # null: Seren
    asked_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)

    class Meta(Kept.Meta):
        constraints = [
            known("asked", "code", Code),
            models.CheckConstraint(
                condition=Q(until_at__isnull=True) | Q(until_at__gt=F("asked_at")), name="asked_for_a_while"
            ),
            models.CheckConstraint(condition=~Q(version=""), name="asked_in_some_words"),
        ]
        indexes = [models.Index(fields=["child", "code", "setting"], name="asked_of_child")]
