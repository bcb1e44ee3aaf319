from datetime import time

from django.db import models

from seren.foundation.access.door import Protected
from seren.foundation.kernel.constraints import known
from seren.people.accounts.terms import Format


class ReachMe(Protected):
    """How one adult wants to be reached: language and format, channel and quiet hours."""

    person = models.OneToOneField("accounts.Person", models.CASCADE, related_name="reach")
    interface_language = models.CharField(max_length=12, default="en")
    format = models.CharField(max_length=12, choices=Format.choices, default=Format.PAGE)
    quiet_from = models.TimeField(default=time(19, 0))
    quiet_to = models.TimeField(default=time(7, 30))
    quiet_weekends = models.BooleanField(default=True)
    digest = models.BooleanField(default=True)  # one message at the setting's hour, not one a thing
    by_email = models.BooleanField(default=True)  # false: reached by phone, nothing is mailed
    on_paper = models.BooleanField(default=False)  # every notice becomes paper
    interpreter = models.BooleanField(default=False)
    prefers_talking = models.BooleanField(default=False)
    theme = models.CharField(max_length=6, blank=True)

    class Meta:
        constraints = [known("reachme", "format", Format)]
