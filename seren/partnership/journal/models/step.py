from django.db import models
from django.db.models import Q

from seren.foundation.access.door import Protected
from seren.foundation.kernel.constraints import known
from seren.partnership.journal.terms import Side, StepState


class NextStep(Protected):
    """One next step of a child: what staff see, and the neutral words all agree on."""

    child = models.ForeignKey("families.Child", models.CASCADE, related_name="+")
    setting = models.ForeignKey("provision.Setting", models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=StepState.choices, default=StepState.SUGGESTED)
    seen = models.ForeignKey("words.Text", models.PROTECT, null=True, related_name="+")
    step = models.ForeignKey("words.Text", models.PROTECT, related_name="+")
    suggested_by = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    suggested_at = models.DateTimeField()
    closed_side = models.CharField(max_length=8, choices=Side.choices, blank=True)
    closed_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)
    closing_words = models.ForeignKey("words.Text", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            known("nextstep", "state", StepState),
            known("nextstep", "closed_side", Side, blank=True),
            models.CheckConstraint(
                condition=Q(state=StepState.CLOSED, closed_at__isnull=False, closed_by__isnull=False)
                | (~Q(state=StepState.CLOSED) & Q(closed_at__isnull=True, closed_by__isnull=True)),
                name="nextstep_closed_when",
            ),
        ]
        indexes = [models.Index(fields=["child", "state"], name="steps_of_child")]


class StepAgreement(Protected):
    """A side agreed to the step as worded. Others are told the side, never the person."""

    step = models.ForeignKey(NextStep, models.CASCADE, related_name="agreements")
    side = models.CharField(max_length=8, choices=Side.choices)
    person = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    agreed_at = models.DateTimeField()

    class Meta:
        constraints = [
            known("stepagreement", "side", Side),
            models.UniqueConstraint(fields=["step", "person"], name="agreed_once"),
        ]


class HomeWords(Protected):
    """What a home knows, about the child or about one step. Seen by that home and by staff."""

    child = models.ForeignKey("families.Child", models.CASCADE, related_name="+")
    setting = models.ForeignKey("provision.Setting", models.PROTECT, related_name="+")
    step = models.ForeignKey(NextStep, models.CASCADE, null=True, related_name="home_words")
    author = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    household = models.ForeignKey("families.Household", models.PROTECT, null=True, related_name="+")
    text = models.ForeignKey("words.Text", models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["child", "written_at"], name="home_words_of_child")]
