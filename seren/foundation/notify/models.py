"""What is told, to whom, and how it went. Ids and times: no words, no addresses."""

from django.db import models
from django.db.models import Q

from seren.foundation.access.door import Protected
from seren.foundation.kernel import ids
from seren.foundation.kernel.constraints import known
from seren.foundation.sealing.door import SealedJSON


class Urgency(models.TextChoices):
    NORMAL = "normal", "waits for a good moment"
    NOW = "now", "passes quiet hours"


class Channel(models.TextChoices):
    EMAIL = "email", "e-mail"
    PAPER = "paper", "printed for them"
    PAGE = "page", "on their pages only"


class Outcome(models.TextChoices):
    WAITING = "waiting", "waiting for its time"
    FAILED = "failed", "did not go out yet, will be tried again"
    SENT = "sent", "gone out"
    DIGESTED = "digested", "gone out within a digest"
    DROPPED = "dropped", "not theirs any more, or taken back"
    DEAD = "dead", "given up"


OPEN = (Outcome.WAITING, Outcome.FAILED)


class Notice(Protected):
    """One thing to tell. From `released_at`, one instant for all, every permitted adult's pages show it."""

    setting_id = models.UUIDField(null=True)
    kind = models.CharField(max_length=60)
    subject_type = models.CharField(max_length=60)
    subject_id = models.UUIDField()
    about_id = models.UUIDField(null=True)  # the child
    urgency = models.CharField(max_length=8, choices=Urgency.choices, default=Urgency.NORMAL)
    created_at = models.DateTimeField()
    released_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [known("notice", "urgency", Urgency)]
        indexes = [models.Index(fields=["subject_id", "created_at"], name="notice_by_subject")]


class Delivery(Protected):
    """A notice to one adult. `digest_on` is the London day of the digest it goes out with, if any."""

    notice = models.ForeignKey(Notice, models.CASCADE, related_name="deliveries")
    person_id = models.UUIDField()
    channel = models.CharField(max_length=8, choices=Channel.choices)
    planned_at = models.DateTimeField()
    digest_on = models.DateField(null=True)
    sent_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=8, choices=Outcome.choices, default=Outcome.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    message_id = models.CharField(max_length=120, blank=True)
    last_error = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = [
            known("delivery", "channel", Channel),
            known("delivery", "outcome", Outcome),
            models.UniqueConstraint(fields=["notice", "person_id"], name="one_delivery_per_adult"),
            models.CheckConstraint(
                condition=Q(sent_at__isnull=False) | ~Q(outcome__in=[Outcome.SENT, Outcome.DIGESTED]),
                name="delivery_sent_has_a_time",
            ),
        ]
        indexes = [
            models.Index(fields=["person_id", "digest_on"], name="delivery_by_digest"),
            models.Index(
                fields=["channel", "outcome", "planned_at"],
                condition=Q(outcome__in=[Outcome.WAITING, Outcome.FAILED, Outcome.DEAD]),
                name="delivery_unfinished",
            ),
        ]


class Outgoing(models.Model):
    """A mail somebody is waiting for, a sign-in code say. Sealed while it waits, erased when it has gone."""

    id = models.UUIDField(primary_key=True, default=ids.new, editable=False)
    letter = SealedJSON(null=True, subject="id")
    language = models.CharField(max_length=12)
    made_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=8, choices=Outcome.choices, default=Outcome.WAITING)

    class Meta:
        constraints = [known("outgoing", "outcome", Outcome)]
