from django.db import models
from django.db.models import F, Q

from seren.foundation.access.door import Protected
from seren.foundation.kernel.constraints import both_or_neither, known
from seren.partnership.journal.terms import Origin, ReplyKind


class Reply(Protected):
    """An answer to a moment, within the talk with one adult.

    `talk_with` is that adult: the guardian who answers, or whom staff answer. No other parent sees it.
    `waits`: the last words of the talk are theirs, and staff have not answered.
    """

    moment = models.ForeignKey("journal.Moment", models.CASCADE, related_name="replies")
    talk_with = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    author = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=ReplyKind.choices)
    text = models.ForeignKey("words.Text", models.PROTECT, null=True, related_name="+")
    written_at = models.DateTimeField()
    waits = models.BooleanField(default=False)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, related_name="+")
    fingerprint = models.BinaryField(max_length=32, null=True)

    class Meta:
        constraints = [
            known("reply", "kind", ReplyKind),
            both_or_neither("reply", "withdrawn_at", "withdrawn_by"),
            models.CheckConstraint(
                condition=Q(kind=ReplyKind.HEART, text__isnull=True)
                | (~Q(kind=ReplyKind.HEART) & Q(text__isnull=False)),
                name="reply_has_words",
            ),
            models.UniqueConstraint(
                fields=["moment", "author"],
                condition=Q(kind=ReplyKind.HEART, withdrawn_at__isnull=True),
                name="one_heart_each",
            ),
            models.CheckConstraint(
                condition=Q(waits=False)
                | Q(author=F("talk_with"), text__isnull=False, withdrawn_at__isnull=True),
                name="words_of_a_family_wait",
            ),
            models.UniqueConstraint(
                fields=["moment", "talk_with"], condition=Q(waits=True), name="one_waits_in_a_talk"
            ),
        ]
        indexes = [models.Index(fields=["moment", "written_at"], name="talk_of_moment")]


class ReplyAbout(Protected):
    """Which children of the moment the talk is about: those of the adult who talks.

    `origin`: the family’s or the setting’s. `said_at`: when words came this way; empty for a heart, and for
    words that were taken back: neither is an exchange (E-06).
    """

    reply = models.ForeignKey(Reply, models.CASCADE, related_name="about")
    child = models.ForeignKey("families.Child", models.PROTECT, related_name="+")
    origin = models.CharField(max_length=8, choices=Origin.choices)
    said_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            known("replyabout", "origin", Origin),
            models.UniqueConstraint(fields=["reply", "child"], name="reply_about_once"),
        ]
        indexes = [models.Index(fields=["child", "origin", "-said_at"], name="last_words_about_child")]
