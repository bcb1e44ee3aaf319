from django.db import models
from django.db.models import F, Q

from seren.foundation.access.door import Kept
from seren.foundation.sealing.door import SealedJSON, SealedText


class Medicine(Kept):
    """One named medicine for one child: name, dose, days. Another dose or other days are another medicine.

    `asked` is its own written permission: no medicine is there without that question. `details`: name,
    dose, often (when and how often), prescribed, aspirin.
    """

    child = models.ForeignKey("families.Child", models.PROTECT, related_name="+")
    setting = models.ForeignKey("provision.Setting", models.PROTECT, related_name="+")
    asked = models.OneToOneField("consent.Asked", models.PROTECT, related_name="+")
    details = SealedJSON(subject="child_id")
    emergency = models.BooleanField()
    from_day = models.DateField()
    until_day = models.DateField()
    made_by = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta(Kept.Meta):
        constraints = [
            models.CheckConstraint(condition=Q(until_day__gte=F("from_day")), name="medicine_for_some_days"),
        ]
        indexes = [models.Index(fields=["child", "until_day"], name="medicine_of_child")]


class Bottle(Kept):
    """The bottle as somebody here saw it: the day on its label, and where it is kept. The newest counts."""

    medicine = models.ForeignKey(Medicine, models.PROTECT, related_name="+")
    child = models.ForeignKey("families.Child", models.PROTECT, related_name="+")
    expires_on = models.DateField()
    where = SealedText(subject="child_id")
    seen_by = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    seen_at = models.DateTimeField()
