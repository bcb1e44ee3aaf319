"""A draft: the fields of one form, sealed, for one person at one browser, until a given instant."""

from uuid import UUID, uuid5

from django.db import models

from seren.foundation.sealing.door import SealedJSON

LONGEST_ABOUT = 120
_KEYS_OF_DRAFTS = UUID("6f0c2f1e-7b0f-5b53-9a3e-2d6f5d3f9c11")


class Draft(models.Model):
    """`id` is worked out from whose, where and what it is (`slots.py`): keeping again replaces."""

    id = models.UUIDField(primary_key=True, editable=False)
    person_id: "models.UUIDField[UUID | None, UUID | None]" = models.UUIDField(null=True, db_index=True)
    browser_digest = models.BinaryField(max_length=32, db_index=True)
    form = models.CharField(max_length=60)
    about = models.CharField(max_length=LONGEST_ABOUT, blank=True)  # the id or ids of what the form is about
    body = SealedJSON(subject="key_subject")
    had_files = models.BooleanField(default=False)
    sealed_on = models.DateField()
    kept_at = models.DateTimeField()
    ends_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("kept_at")), name="draft_ends_later"
            )
        ]

    @property
    def key_subject(self) -> UUID:
        """One key a day for all drafts of that day: when it goes, every copy of them is unreadable."""
        return uuid5(_KEYS_OF_DRAFTS, self.sealed_on.isoformat())
