from typing import Any

from django.db import models
from django.db.models import Q

from seren.foundation.access.door import Dated, Protected
from seren.foundation.kernel.constraints import known
from seren.foundation.sealing.door import SealedText
from seren.people.families.terms import EnrolmentState, SafetyKind


class Child(Protected):
    """One child, one row, whatever the number of homes and settings. No address, no phone: never here."""

    given_name = models.CharField(max_length=80)
    family_name = models.CharField(max_length=80)
    known_as = models.CharField(max_length=80)
    date_of_birth = models.DateField()
    home_languages: "models.JSONField[Any, Any]" = models.JSONField(default=list)
    tint = models.CharField(max_length=8)  # the child's paper: colour and cut, kept for as long as they stay
    cut = models.CharField(max_length=8)
    known_since = models.DateTimeField()


class Enrolment(Protected, Dated):
    """A child at a setting, in a room. A move to another room ends one and begins the next."""

    child = models.ForeignKey(Child, models.CASCADE, related_name="enrolments")
    setting = models.ForeignKey("provision.Setting", models.PROTECT, related_name="enrolments")
    room = models.ForeignKey("provision.Room", models.PROTECT, related_name="enrolments")
    state = models.CharField(max_length=10, choices=EnrolmentState.choices)
    starts_on = models.DateField()  # the first day the child comes

    class Meta:
        constraints = [
            known("enrolment", "state", EnrolmentState),
            models.UniqueConstraint(
                fields=["child", "setting"], condition=Q(until_at__isnull=True), name="enrolled_once"
            ),
        ]
        indexes = [models.Index(fields=["child", "setting"], name="enrolment_of_child")]


class SafetyNote(Protected, Dated):
    """Allergy, diet, emergency medicine: sealed for the child, shown to all who look after them that day."""

    child = models.ForeignKey(Child, models.CASCADE, related_name="safety_notes")
    kind = models.CharField(max_length=16, choices=SafetyKind.choices)
    words = SealedText(subject="child_id")

    class Meta:
        constraints = [known("safetynote", "kind", SafetyKind)]
