from datetime import time

from django.db import models

from seren.foundation.access.door import Protected
from seren.foundation.kernel.constraints import known
from seren.people.provision.terms import Care, Nation


class Provider(Protected):
    """Who runs one or several settings. Its id is the tenant of every protected row, its own too."""

    name = models.CharField(max_length=120)
    made_at = models.DateTimeField()


class Setting(Protected):
    """One registered service: its nation's rules, its own words, how the public reaches it."""

    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=80, unique=True)
    nation = models.CharField(max_length=8, choices=Nation.choices)
    care = models.CharField(max_length=12, choices=Care.choices, default=Care.PRE_SCHOOL)
    key_person_word = models.CharField(max_length=24, default="key-person")  # a code of the rule pack
    welsh_first = models.BooleanField(default=False)
    phone = models.CharField(max_length=40, blank=True)
    email = models.CharField(max_length=254, blank=True)
    address = models.TextField(blank=True)
    digest_at = models.TimeField(default=time(17, 30))
    made_at = models.DateTimeField()

    class Meta:
        constraints = [known("setting", "nation", Nation), known("setting", "care", Care)]


class Room(Protected):
    """A group with its own staff and children: "Robins"."""

    setting = models.ForeignKey(Setting, models.PROTECT, related_name="rooms")
    name = models.CharField(max_length=80)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["setting", "name"], name="room_name_once")]


class Session(Protected):
    """A stretch of a day a child can be booked for. `code` with a weekday is `mon-am` in an import."""

    setting = models.ForeignKey(Setting, models.PROTECT, related_name="sessions")
    code = models.SlugField(max_length=12)
    name = models.CharField(max_length=60)
    starts = models.TimeField()
    ends = models.TimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["setting", "code"], name="session_code_once"),
            models.CheckConstraint(
                condition=models.Q(ends__gt=models.F("starts")), name="session_ends_later"
            ),
        ]
