from django.db import models

from seren.foundation.access.door import Kept
from seren.foundation.sealing.door import SealedText
from seren.partnership.days.models.care import CareEntry


class Reported(Kept):
    """A serious accident was told to the inspectorate (E-35): the day, and the number they gave."""

    entry = models.OneToOneField(CareEntry, models.PROTECT, related_name="+")
    child = models.ForeignKey("families.Child", models.PROTECT, related_name="+")
    on_day = models.DateField()
    reference = SealedText(subject="child_id")
    others = SealedText(subject="child_id", null=True)  # which child protection agencies were told (E-36)
    by = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField()
