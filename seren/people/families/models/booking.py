from django.db import models

from seren.foundation.access.door import Protected
from seren.people.provision.terms import Weekday


class Booking(Protected):
    """A session a child comes to each week, first and last day included. No end known: `until_day` empty."""

    child = models.ForeignKey("families.Child", models.CASCADE, related_name="bookings")
    setting = models.ForeignKey("provision.Setting", models.CASCADE, related_name="+")
    session = models.ForeignKey("provision.Session", models.PROTECT, related_name="bookings")
    weekday = models.SmallIntegerField(choices=Weekday.choices)
    from_day = models.DateField()
    until_day = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["setting", "weekday"], name="booking_by_day")]
