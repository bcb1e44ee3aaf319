from django.db import models
from django.db.models import F, Q

from seren.foundation.access.door import Kept
from seren.foundation.kernel.constraints import known
from seren.foundation.sealing.door import SealedJSON, SealedText
from seren.partnership.days.models.medicine import Medicine
from seren.partnership.days.terms.care import AddedKind, CareKind, GivenAs, Outcome, ToldHow

_DOSE = Q(kind=CareKind.DOSE) & ~Q(given_as="") & ~Q(outcome="") & Q(serious=False, other_child__isnull=True)
_ACCIDENT = Q(kind=CareKind.ACCIDENT, given_as="", outcome="", medicine__isnull=True)


class CareEntry(Kept):
    """One line of the book: a dose, or an accident and its first aid. What is put right is added to it.

    `by`: who gave it, who helped. `covered`: a written permission held at that minute; of an accident, which
    needs none, always. `details` of a dose: name, amount, words, rang; of an accident: what, parts, marks,
    done, place.
    """

    child = models.ForeignKey("families.Child", models.PROTECT, related_name="+")
    setting = models.ForeignKey("provision.Setting", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=CareKind.choices)
    happened_at = models.DateTimeField()
    by = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    witness = models.ForeignKey("accounts.Person", models.PROTECT, null=True, related_name="+")
    recorded_by = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    details = SealedJSON(subject="child_id")
    medicine = models.ForeignKey(Medicine, models.PROTECT, null=True, related_name="+")
    given_as = models.CharField(max_length=13, choices=GivenAs.choices, blank=True)
    outcome = models.CharField(max_length=8, choices=Outcome.choices, blank=True)
    covered = models.BooleanField(default=True)
    serious = models.BooleanField(default=False)
    other_child = models.ForeignKey("families.Child", models.PROTECT, null=True, related_name="+")

    class Meta(Kept.Meta):
        constraints = [
            known("careentry", "kind", CareKind),
            known("careentry", "given_as", GivenAs, blank=True),
            known("careentry", "outcome", Outcome, blank=True),
            models.CheckConstraint(condition=_DOSE | _ACCIDENT, name="careentry_is_one_kind"),
            models.CheckConstraint(
                condition=~Q(given_as=GivenAs.NAMED) | Q(medicine__isnull=False, covered=True),
                name="dose_on_its_own_permission",
            ),
            models.CheckConstraint(
                condition=Q(witness__isnull=True) | ~Q(witness=F("by")), name="careentry_seen_by_another"
            ),
        ]
        indexes = [
            models.Index(fields=["child", "happened_at"], name="careentry_of_child"),
            models.Index(fields=["setting", "happened_at"], name="careentry_of_setting"),
        ]


class CareTold(Kept):
    """Which adult was told of it, how, by whom and when: by staff, or by reading it on their own page."""

    entry = models.ForeignKey(CareEntry, models.PROTECT, related_name="+")
    adult = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    how = models.CharField(max_length=10, choices=ToldHow.choices)
    told_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta(Kept.Meta):
        constraints = [
            known("caretold", "how", ToldHow),
            models.CheckConstraint(
                condition=Q(how=ToldHow.PAGE, told_by__isnull=True)
                | (~Q(how=ToldHow.PAGE) & Q(told_by__isnull=False)),
                name="caretold_by_staff_or_read",
            ),
            models.UniqueConstraint(
                fields=["entry", "adult"], condition=Q(how=ToldHow.PAGE), name="caretold_read_once"
            ),
        ]


class CareAdded(Kept):
    """Words added later: the first ones stay as they were."""

    entry = models.ForeignKey(CareEntry, models.PROTECT, related_name="+")
    child = models.ForeignKey("families.Child", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=AddedKind.choices)
    words = SealedText(subject="child_id")
    by = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta(Kept.Meta):
        constraints = [known("careadded", "kind", AddedKind)]
