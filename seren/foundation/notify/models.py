"""What is told, to whom, and how it went. Ids and times: no words, no addresses."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from seren.foundation.access.door import Protected
from seren.foundation.kernel import ids
from seren.foundation.kernel.constraints import known
from seren.foundation.sealing.door import SealedJSON, SealedText


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


class Way(models.TextChoices):
    """How somebody was told another way."""

    LETTER = "letter", _("A letter")
    PHONE = "phone", _("A telephone call")
    SPOKEN = "spoken", _("Face to face")


class Came(models.TextChoices):
    """What came of it. A letter is known to be given once it is printed: the delivery says that itself."""

    TOLD = "told", _("They know now")
    NOT_TOLD = "not-told", _("They could not be told")
    ON_ITS_WAY = "on-its-way", _("It waits to be printed")


OPEN = (Outcome.WAITING, Outcome.FAILED)
SETTLED = (Came.TOLD, Came.NOT_TOLD)


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


class Chased(Protected):
    """Somebody told an adult another way, or tried to and says why it could not be done."""

    delivery = models.ForeignKey(Delivery, models.CASCADE, related_name="chased")
    person_id = models.UUIDField()
    by_person = models.UUIDField()
    at = models.DateTimeField()
    way = models.CharField(max_length=8, choices=Way.choices)
    came = models.CharField(max_length=10, choices=Came.choices)
    words = SealedText(subject="person_id", null=True)

    class Meta:
        constraints = [
            known("chased", "way", Way),
            known("chased", "came", Came),
            models.CheckConstraint(
                condition=Q(way=Way.LETTER, came=Came.ON_ITS_WAY)
                | (~Q(way=Way.LETTER) & ~Q(came=Came.ON_ITS_WAY)),
                name="chased_by_letter_waits",
            ),
            models.CheckConstraint(
                condition=~Q(came=Came.NOT_TOLD) | Q(words__isnull=False), name="chased_says_why_not"
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
