from django.db import models
from django.db.models import Q

from seren.foundation.access.door import Kept
from seren.foundation.kernel.constraints import known
from seren.people.consent.models.asked import Asked
from seren.people.consent.terms import Tried


class Chase(Kept):
    """Somebody tried to hear one adult’s answer to one question, by another way than their page.

    A slip carries a code that leads back here; only its fingerprint is kept.
    """

    asked = models.ForeignKey(Asked, models.PROTECT, related_name="+")
    adult = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    how = models.CharField(max_length=6, choices=Tried.choices)
    by = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField()
    language = models.CharField(max_length=12, blank=True)
    code_blind = models.BinaryField(max_length=32, null=True, unique=True)

    class Meta(Kept.Meta):
        constraints = [
            known("chase", "how", Tried),
            models.CheckConstraint(
                condition=(Q(how=Tried.SLIP) & Q(code_blind__isnull=False) & ~Q(language=""))
                | (~Q(how=Tried.SLIP) & Q(code_blind__isnull=True, language="")),
                name="chase_slip_has_code",
            ),
        ]
        indexes = [models.Index(fields=["asked", "adult", "at"], name="chase_of_asked")]
