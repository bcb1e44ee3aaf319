from typing import Any

from django.db import models
from django.db.models import F, Q

from seren.foundation.access.door import Kept
from seren.foundation.kernel.constraints import known
from seren.foundation.sealing.door import SealedJSON
from seren.people.consent.models.round import Round
from seren.people.consent.terms import Code

GAP = "{scope}"


class Asked(Kept):
    """One question to one family: about this child, by this setting, in these words, until this instant.

    `scope`: the thing it names (a trip, a product); empty where the permission is not about one thing.
    `words`: by language, then by part. `until_at`: when a yes to it is over; empty: it goes on.
    `called`: by language, what the thing is called where that tells of the child’s health. `scope` is then a
    code, and the words keep their gap: nothing of it stands there in plain letters.
    """

    round = models.ForeignKey(Round, models.PROTECT, related_name="+")
    child = models.ForeignKey("families.Child", models.PROTECT, related_name="+")
    setting = models.ForeignKey("provision.Setting", models.PROTECT, related_name="+")
    code = models.CharField(max_length=24, choices=Code.choices)
    scope = models.CharField(max_length=120, blank=True)
    called = SealedJSON(subject="child_id", null=True)
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

    def called_in(self, language: str) -> str:
        """What the thing is called, to who reads that language. Empty where the words say it themselves."""
        return (self.called.get(language) or self.called["en"]) if self.called else ""

    def shown_in(self, language: str) -> dict[str, str]:
        """The words a family reads, part by part. `language` is one of those it was asked in."""
        words: dict[str, str] = self.words[language]
        called = self.called_in(language)
        return {part: text.replace(GAP, called) if called else text for part, text in words.items()}
