from django.db import models
from django.db.models import Q

from seren.foundation.access.door import Dated, Protected
from seren.foundation.kernel.constraints import known
from seren.people.provision.terms import Role, Weekday


class Membership(Protected, Dated):
    """One adult in one role at one setting. Not active before its dated confidentiality statement (E-10)."""

    person = models.ForeignKey("accounts.Person", models.PROTECT, related_name="memberships")
    setting = models.ForeignKey("provision.Setting", models.PROTECT, related_name="memberships")
    room = models.ForeignKey("provision.Room", models.PROTECT, null=True, related_name="memberships")
    role = models.CharField(max_length=32, choices=Role.choices)
    statement_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            known("membership", "role", Role),
            models.UniqueConstraint(
                fields=["person", "setting", "role", "room"],
                condition=Q(until_at__isnull=True),
                nulls_distinct=False,
                name="role_held_once",
            ),
        ]
        indexes = [models.Index(fields=["person", "setting"], name="membership_by_person")]


class WorkingPattern(Protected):
    """A session an adult works each week, first and last day included. `until_day` empty: no end known."""

    person = models.ForeignKey("accounts.Person", models.CASCADE, related_name="working_patterns")
    setting = models.ForeignKey("provision.Setting", models.CASCADE, related_name="+")
    room = models.ForeignKey("provision.Room", models.CASCADE, null=True, related_name="+")
    session = models.ForeignKey("provision.Session", models.CASCADE, related_name="+")
    weekday = models.SmallIntegerField(choices=Weekday.choices)
    from_day = models.DateField()
    until_day = models.DateField(null=True)


class Absence(Protected):
    """Days an adult is away, first and last included. No reason is kept."""

    person = models.ForeignKey("accounts.Person", models.CASCADE, related_name="absences")
    setting = models.ForeignKey("provision.Setting", models.CASCADE, related_name="+")
    first_day = models.DateField()
    last_day = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_day__gte=models.F("first_day")), name="absence_ends_later"
            )
        ]
