from django.db import models
from django.db.models import Q

from seren.foundation.access.door import Protected
from seren.foundation.kernel.constraints import both_or_neither, known
from seren.partnership.journal.terms import Audience, Channel, MomentState, Origin, Precision


class Moment(Protected):
    """Something a child did, noticed by the setting or at home.

    When it happened, when it was written and when it is shared are three instants. `shared_at` is the one
    instant from which every permitted adult's pages show it: sharing, and then the ten seconds of undo.
    """

    setting = models.ForeignKey("provision.Setting", models.PROTECT, related_name="+")
    origin = models.CharField(max_length=8, choices=Origin.choices)
    author = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    keyed_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, related_name="+")
    channel = models.CharField(max_length=8, choices=Channel.choices, default=Channel.SCREEN)
    audience = models.CharField(max_length=12, choices=Audience.choices, default=Audience.FAMILY)
    state = models.CharField(max_length=10, choices=MomentState.choices, default=MomentState.DRAFT)
    text = models.ForeignKey("words.Text", models.PROTECT, null=True, related_name="+")
    quick_word = models.CharField(max_length=16, blank=True)  # a code of the pack
    happened_at = models.DateTimeField()
    happened_precision = models.CharField(max_length=6, choices=Precision.choices, default=Precision.MINUTE)
    written_at = models.DateTimeField()
    shared_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, related_name="+")
    thanked_at = models.DateTimeField(null=True)
    thanked_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, related_name="+")
    binned_at = models.DateTimeField(null=True)
    fingerprint = models.BinaryField(max_length=32, null=True)  # of the body it was first put with

    class Meta:
        constraints = [
            known("moment", "origin", Origin),
            known("moment", "channel", Channel),
            known("moment", "audience", Audience),
            known("moment", "state", MomentState),
            known("moment", "happened_precision", Precision),
            both_or_neither("moment", "withdrawn_at", "withdrawn_by"),
            both_or_neither("moment", "thanked_at", "thanked_by"),
            models.CheckConstraint(
                condition=Q(state=MomentState.DRAFT) | Q(shared_at__isnull=False), name="moment_shared_when"
            ),
            models.CheckConstraint(
                condition=Q(origin=Origin.HOME) | Q(audience=Audience.FAMILY), name="setting_tells_family"
            ),
            models.CheckConstraint(
                condition=Q(keyed_by__isnull=True) | Q(channel=Channel.PAPER), name="keyed_from_paper"
            ),
        ]
        indexes = [
            models.Index(fields=["setting", "state", "written_at"], name="moment_by_state"),
            models.Index(fields=["author", "state"], name="moment_by_author"),
            # SQLite takes a partial index where its condition stands in the query without a parameter.
            models.Index(
                fields=["origin", "setting", "shared_at"],
                condition=Q(thanked_at__isnull=True),
                name="moment_to_thank",
            ),
            models.Index(
                fields=["setting", "binned_at"], condition=Q(binned_at__isnull=False), name="moment_in_bin"
            ),
        ]


class MomentChild(Protected):
    """One child in a moment.

    `shared_at` and `origin` repeat the moment's, so that a child's sky, and their last star each way, are one
    index walk.
    """

    moment = models.ForeignKey(Moment, models.CASCADE, related_name="children")
    child = models.ForeignKey("families.Child", models.PROTECT, related_name="+")
    own_text = models.ForeignKey("words.Text", models.PROTECT, null=True, related_name="+")
    origin = models.CharField(max_length=8, choices=Origin.choices)
    shared_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            known("momentchild", "origin", Origin),
            models.UniqueConstraint(fields=["moment", "child"], name="child_once_in_moment"),
        ]
        indexes = [
            models.Index(fields=["child", "-shared_at", "-moment"], name="sky_of_child"),
            models.Index(fields=["child", "origin", "-shared_at"], name="last_of_child"),
        ]


class MomentArea(Protected):
    """A framework tag: optional, a code of the setting's pack ("E.PSED.2"), never a score."""

    moment = models.ForeignKey(Moment, models.CASCADE, related_name="areas")
    code = models.CharField(max_length=16)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["moment", "code"], name="area_once_in_moment")]
