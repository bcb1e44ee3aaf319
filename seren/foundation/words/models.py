"""A text and its versions. Versions are only ever added: an edit, like a translation, is a new one."""

from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from seren.foundation.access.door import Protected
from seren.foundation.kernel.constraints import both_or_neither, known


class Status(models.TextChoices):
    """Whose words a version is. A reader is told unless it is `person`."""

    PERSON = "person", _("A person’s words")
    MACHINE = "machine", _("Machine words")
    CHECKED = "checked", _("Checked by a speaker")


class Text(Protected):
    """Something one person wrote, in the language they said it is in. The row that shows it points here."""

    setting_id: "models.UUIDField[UUID | None, UUID | None]" = models.UUIDField(null=True)
    original_language = models.CharField(max_length=12)
    made_at = models.DateTimeField()


class Version(Protected):
    """One wording in one language. `number` runs through all languages of the text.

    So a translation older than the latest original wording has a smaller number, and is out of date.
    """

    text = models.ForeignKey(Text, models.CASCADE, related_name="versions")
    language = models.CharField(max_length=12)
    number = models.PositiveIntegerField()
    body = models.TextField()
    status = models.CharField(max_length=7, choices=Status.choices)
    author_id: "models.UUIDField[UUID | None, UUID | None]" = models.UUIDField(null=True)  # null: a machine
    made_at = models.DateTimeField()
    checked_by: "models.UUIDField[UUID | None, UUID | None]" = models.UUIDField(null=True)
    checked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            known("version", "status", Status),
            both_or_neither("version", "checked_by", "checked_at"),
            models.UniqueConstraint(fields=["text", "number"], name="version_number_once"),
            models.CheckConstraint(condition=~Q(body=""), name="version_says_something"),
            models.CheckConstraint(
                condition=Q(status="checked", checked_by__isnull=False)
                | (~Q(status="checked") & Q(checked_by__isnull=True)),
                name="version_checked_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(status="person", author_id__isnull=True)
                & ~Q(status="machine", author_id__isnull=False),
                name="version_written_by_its_status",
            ),
        ]
