from django.db import models
from django.db.models import Q

from seren.foundation.access.door import Protected
from seren.foundation.kernel.constraints import both_or_neither, known
from seren.foundation.sealing.door import SealedText
from seren.partnership.days.terms import Ended, KnownBy, ReachedBy

_ONE_OF_TWO = Q(adult__isnull=False, collector__isnull=True) | Q(adult__isnull=True, collector__isnull=False)
_IN_FORCE = Q(released_at__isnull=False, ended_at__isnull=True)


class Release(Protected):
    """A child handed to somebody, in two steps: who they are was checked, then they left together.

    `name` as it was called that day. `reached`: whom the team asked, where nobody knew them by face. What
    was written wrongly is ended, never changed.
    """

    child = models.ForeignKey("families.Child", models.CASCADE, related_name="+")
    setting = models.ForeignKey("provision.Setting", models.PROTECT, related_name="+")
    day = models.DateField()
    adult = models.ForeignKey("accounts.Person", models.PROTECT, null=True, related_name="+")
    collector = models.ForeignKey("families.Collector", models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=170)
    known_by = models.CharField(max_length=8, choices=KnownBy.choices)
    password_right = models.BooleanField(default=False)
    reached = models.ForeignKey("accounts.Person", models.PROTECT, null=True, related_name="+")
    reached_by = models.CharField(max_length=8, choices=ReachedBy.choices, blank=True)
    checked_by = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    checked_at = models.DateTimeField()
    released_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, related_name="+")
    released_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_how = models.CharField(max_length=9, choices=Ended.choices, blank=True)
    ended_why = SealedText(null=True, subject="child_id")

    class Meta:
        constraints = [
            known("release", "known_by", KnownBy),
            known("release", "reached_by", ReachedBy, blank=True),
            known("release", "ended_how", Ended, blank=True),
            both_or_neither("release", "released_by", "released_at"),
            both_or_neither("release", "ended_by", "ended_at"),
            models.CheckConstraint(condition=_ONE_OF_TWO, name="release_to_an_adult_or_a_collector"),
            models.CheckConstraint(
                condition=Q(known_by=KnownBy.FACE) | (Q(reached__isnull=False) & ~Q(reached_by="")),
                name="release_to_somebody_unknown_after_a_parent",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(released_at__isnull=False),
                name="release_ends_what_was",
            ),
            models.UniqueConstraint(fields=["child", "day"], condition=_IN_FORCE, name="released_once_a_day"),
        ]


class WrongPassword(Protected):
    """One wrong try at the door. `number` counts those nobody has looked at; the last one locks the door."""

    child = models.ForeignKey("families.Child", models.CASCADE, related_name="+")
    setting = models.ForeignKey("provision.Setting", models.PROTECT, related_name="+")
    collector = models.ForeignKey("families.Collector", models.CASCADE, related_name="+")
    number = models.PositiveSmallIntegerField()
    tried_by = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    tried_at = models.DateTimeField()
    cleared_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, related_name="+")
    cleared_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            both_or_neither("wrongpassword", "cleared_by", "cleared_at"),
            models.UniqueConstraint(
                fields=["child", "number"],
                condition=Q(cleared_at__isnull=True),
                name="wrong_password_counted",
            ),
        ]
