"""Entries, the chain over them, and what waits for the chain. Ids and classes, never content."""

from typing import Any

from django.db import models

from seren.foundation.kernel import ids


class Event(models.TextChoices):
    """Base of each room's enum of events: `SHARED = "journal.shared", _("shared a moment")`."""


class Entry(models.Model):
    """One thing that happened. Never updated, never deleted by the product."""

    id = models.UUIDField(primary_key=True, default=ids.new, editable=False)
    provider_id = models.UUIDField()
    setting_id = models.UUIDField(null=True)
    at = models.DateTimeField()
    actor_id = models.UUIDField(null=True)  # null: Seren itself
    event = models.CharField(max_length=60)
    subject_type = models.CharField(max_length=60)
    subject_id = models.UUIDField()
    child_id = models.UUIDField(null=True)
    record_class = models.CharField(max_length=3, blank=True)
    page = models.CharField(max_length=80, blank=True)
    details: "models.JSONField[Any, Any]" = models.JSONField(default=dict)
    mac = models.BinaryField(max_length=32)

    class Meta:
        indexes = [
            models.Index(fields=["subject_id", "at"], name="audit_by_subject"),
            models.Index(fields=["child_id", "at"], name="audit_by_child"),
            models.Index(fields=["actor_id", "at"], name="audit_by_actor"),
        ]


class Waiting(models.Model):
    """An entry the sealer has not laid into the chain yet: a second, as a rule."""

    entry_id = models.UUIDField(primary_key=True)


class Seal(models.Model):
    """One link: the place of an entry in the chain, and the chain up to it."""

    number = models.BigIntegerField(primary_key=True)
    entry_id = models.UUIDField(unique=True)
    chain = models.BinaryField(max_length=32)
