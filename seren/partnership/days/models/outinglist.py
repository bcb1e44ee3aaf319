from django.db import models
from django.db.models import Q

from seren.foundation.access.door import Protected
from seren.foundation.kernel.constraints import SameRow
from seren.partnership.days.terms.outing import WRITTEN_CHANNELS
from seren.people.consent.terms import Code, Saying

_WRITTEN = [one.value for one in WRITTEN_CHANNELS]
_AS_SAID = ("id", "child_id", "setting_id", "code", "scope", "said", "channel")


class OutingListed(Protected):
    """A child on the list that goes out (A14). The database takes no row without a written yes.

    The row repeats what the yes says, so that one key holds both together: this child, this setting, this
    outing by its own name, *yes*, in writing; where it is driven, the same of the vehicle. What is shown is
    these rows and what is in force at that instant: a yes taken back is off the list at the next request.

    (By the alphabet it comes after *outinginvited*: a migration makes that table’s key first.)
    """

    outing = models.ForeignKey("days.Outing", models.CASCADE, related_name="+")
    child = models.ForeignKey("families.Child", models.CASCADE, related_name="+")
    setting = models.ForeignKey("provision.Setting", models.PROTECT, related_name="+")
    scope = models.CharField(max_length=120)
    code = models.CharField(max_length=24, default=Code.OUT_SPECIFIC.value)
    said = models.CharField(max_length=9, default=Saying.YES.value)
    channel = models.CharField(max_length=6)
    answer = models.ForeignKey("consent.Answer", models.PROTECT, related_name="+")
    ride = models.CharField(max_length=120, blank=True)
    ride_code = models.CharField(max_length=24, default=Code.TRANSPORT.value)
    ride_channel = models.CharField(max_length=6, blank=True)
    ride_answer = models.ForeignKey("consent.Answer", models.PROTECT, null=True, related_name="+")
    listed_by = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    listed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["outing", "child"], name="listed_once"),
            models.CheckConstraint(
                condition=Q(code=Code.OUT_SPECIFIC.value, said=Saying.YES.value, channel__in=_WRITTEN),
                name="listed_on_a_written_yes",
            ),
            models.CheckConstraint(
                condition=Q(ride="", ride_answer__isnull=True)
                | (
                    ~Q(ride="")
                    & Q(
                        ride_answer__isnull=False,
                        ride_code=Code.TRANSPORT.value,
                        ride_channel__in=_WRITTEN,
                    )
                ),
                name="listed_on_a_written_yes_to_the_ride",
            ),
            SameRow(
                columns=("outing_id", "setting_id", "scope", "ride"),
                to="days_outing",
                to_columns=("id", "setting_id", "scope", "ride"),
                name="listed_for_the_outing_as_asked",
            ),
            SameRow(
                columns=("outing_id", "child_id"),
                to="days_outinginvited",
                to_columns=("outing_id", "child_id"),
                name="listed_of_those_invited",
            ),
            SameRow(
                columns=("answer_id", "child_id", "setting_id", "code", "scope", "said", "channel"),
                to="consent_answer",
                to_columns=_AS_SAID,
                name="listed_on_this_very_yes",
            ),
            SameRow(
                columns=(
                    "ride_answer_id", "child_id", "setting_id", "ride_code", "ride", "said", "ride_channel",
                ),
                to="consent_answer",
                to_columns=_AS_SAID,
                name="listed_on_this_very_yes_to_the_ride",
            ),
        ]  # fmt: skip
