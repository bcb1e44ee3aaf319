from django.db import models
from django.db.models import F, Q

from seren.foundation.access.door import Protected
from seren.foundation.kernel.constraints import both_or_neither, known
from seren.partnership.days.terms.outing import AGREED_STATES, DRIVEN, OutingState, Transport


class Outing(Protected):
    """A trip of one setting on one day. From the slips on its plan stands: other words need another yes.

    `scope`: what the families’ question calls it, empty until they are asked; no other outing of the setting
    ever has the same. `ride`: the vehicle and who drives, where it is driven; empty elsewhere.
    `children_per_adult`: at most so many for each adult who goes along, whom `adults` counts.
    """

    setting = models.ForeignKey("provision.Setting", models.PROTECT, related_name="+")
    name = models.CharField(max_length=60)
    place = models.CharField(max_length=120)
    day = models.DateField()
    leaves = models.TimeField()
    returns = models.TimeField()
    transport = models.CharField(max_length=8, choices=Transport.choices)
    ride = models.CharField(max_length=120, blank=True)
    adults = models.PositiveSmallIntegerField()
    children_per_adult = models.PositiveSmallIntegerField()
    helpers = models.CharField(max_length=300, blank=True)
    bring = models.CharField(max_length=300, blank=True)
    notes = models.TextField(blank=True)
    leader = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    first_aider = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    phone = models.CharField(max_length=40)
    risks_weighed = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=OutingState.choices, default=OutingState.DRAFT)
    scope = models.CharField(max_length=120, null=True)  # noqa: DJ001  (unique, where it is said)
    planned_by = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    planned_at = models.DateTimeField()
    agreed_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, related_name="+")
    agreed_at = models.DateTimeField(null=True)
    asked_at = models.DateTimeField(null=True)
    gone_at = models.DateTimeField(null=True)
    back_at = models.DateTimeField(null=True)
    called_off_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, related_name="+")
    called_off_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            known("outing", "state", OutingState),
            known("outing", "transport", Transport),
            both_or_neither("outing", "agreed_by", "agreed_at"),
            both_or_neither("outing", "called_off_by", "called_off_at"),
            both_or_neither("outing", "scope", "asked_at"),
            models.CheckConstraint(condition=Q(returns__gt=F("leaves")), name="outing_ends_later"),
            models.CheckConstraint(
                condition=Q(adults__gte=1, children_per_adult__gte=1), name="outing_has_adults"
            ),
            models.CheckConstraint(
                condition=(Q(transport__in=DRIVEN) & ~Q(ride="")) | (~Q(transport__in=DRIVEN) & Q(ride="")),
                name="outing_driven_says_by_whom",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=AGREED_STATES) | Q(agreed_at__isnull=False, risks_weighed=True),
                name="outing_agreed_before_it_goes",
            ),
            models.CheckConstraint(
                condition=Q(asked_at__isnull=True) | Q(agreed_at__isnull=False),
                name="outing_agreed_before_slips",
            ),
            models.CheckConstraint(
                condition=Q(gone_at__isnull=False, asked_at__isnull=False, state__in=["gone", "back"])
                | Q(gone_at__isnull=True) & ~Q(state__in=["gone", "back"]),
                name="outing_gone_or_not",
            ),
            models.CheckConstraint(
                condition=Q(called_off_at__isnull=False, state="called-off")
                | Q(called_off_at__isnull=True) & ~Q(state="called-off"),
                name="outing_called_off_or_not",
            ),
            models.UniqueConstraint(fields=["setting", "scope"], name="outing_asked_by_its_own_name"),
            models.UniqueConstraint(fields=["id", "setting", "scope", "ride"], name="outing_as_asked"),
        ]
        indexes = [models.Index(fields=["setting", "day"], name="outing_by_day")]


class OutingInvited(Protected):
    """A child an outing is meant for. `asked`, `ride_asked`: what the family was asked, once it was."""

    outing = models.ForeignKey(Outing, models.CASCADE, related_name="+")
    child = models.ForeignKey("families.Child", models.CASCADE, related_name="+")
    asked = models.ForeignKey("consent.Asked", models.PROTECT, null=True, related_name="+")
    ride_asked = models.ForeignKey("consent.Asked", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["outing", "child"], name="invited_once")]
        indexes = [models.Index(fields=["child"], name="invited_child")]
