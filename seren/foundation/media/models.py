"""A picture, the children in it, and what stays when it is erased."""

from uuid import UUID

from django.db import models
from django.db.models import Q

from seren.foundation.access.door import Protected
from seren.foundation.kernel.constraints import known
from seren.foundation.media.terms import PhotoState


class Photo(Protected):
    """One picture. Its id may be made by the phone that took it.

    `belongs_to_*` name the row it was added to ("journal.moment"). `width` and `height` tell its shape from
    the first moment. `upload` is the file in `incoming/`, kept until the sizes are made and read back.
    """

    setting_id: "models.UUIDField[UUID, UUID]" = models.UUIDField()
    belongs_to_type = models.CharField(max_length=60)
    belongs_to_id: "models.UUIDField[UUID, UUID]" = models.UUIDField()
    taken_by: "models.UUIDField[UUID, UUID]" = models.UUIDField()  # the person who added it
    state = models.CharField(max_length=8, choices=PhotoState.choices, default=PhotoState.WAITING)
    refusal = models.CharField(max_length=20, blank=True)  # a code of media.refusals
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    content = models.CharField(max_length=64)  # SHA-256 of the upload, in hexadecimal
    upload = models.CharField(max_length=32, blank=True)
    alt = models.CharField(max_length=500, blank=True)
    alt_language = models.CharField(max_length=12, blank=True)
    children = models.PositiveSmallIntegerField()  # how many are in it: as many as PhotoSubject rows
    made_at = models.DateTimeField()
    binned_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            known("photo", "state", PhotoState),
            models.CheckConstraint(
                condition=Q(state=PhotoState.REFUSED) ^ Q(refusal=""), name="photo_refusal_with_its_code"
            ),
            models.CheckConstraint(
                condition=Q(state=PhotoState.WAITING) ^ Q(upload=""), name="photo_upload_while_waiting"
            ),
            models.CheckConstraint(condition=Q(width__gt=0, height__gt=0), name="photo_has_a_shape"),
            models.CheckConstraint(condition=Q(children__gt=0), name="photo_of_somebody"),
        ]
        indexes = [
            models.Index(fields=["belongs_to_type", "belongs_to_id"], name="photo_of_a_row"),
            models.Index(fields=["binned_at"], name="photo_binned", condition=Q(binned_at__isnull=False)),
            models.Index(fields=["upload"], name="photo_upload", condition=~Q(upload="")),
        ]


class PhotoSubject(Protected):
    """One child who is in the picture. It is a fact of the picture, not of the row it belongs to."""

    photo = models.ForeignKey(Photo, on_delete=models.CASCADE, related_name="subjects")
    subject_id: "models.UUIDField[UUID, UUID]" = models.UUIDField(db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["photo", "subject_id"], name="photo_marks_a_child_once")
        ]


class ErasedPhoto(Protected):
    """What stays of an erased picture: its id, the day, and the rule or wish it was erased by.

    A phone that sends the picture again later, or a backup put back, does not bring it to life.
    """

    erased_at = models.DateTimeField()
    rule = models.CharField(max_length=60)

    class Meta:
        indexes = [models.Index(fields=["erased_at"], name="photo_erased")]
