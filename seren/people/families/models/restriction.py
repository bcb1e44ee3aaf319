from datetime import datetime
from uuid import UUID

from django.db import models
from django.db.models import F, Q

from seren.foundation.access.door import Protected
from seren.foundation.kernel.constraints import both_or_neither, known
from seren.foundation.sealing.door import SealedJSON, SealedText
from seren.people.families.terms import DECIDED_HERE, OrderKind, RestrictionBasis, RestrictionCode

_ON_PAPER = ~Q(basis__in=DECIDED_HERE)
# Two different people; or one other than the author, once a decision is overdue (trust.md 4.3).
_TWO = Q(lift_asked_by__isnull=False) & ~Q(lift_asked_by=F("lifted_by"))
_UNDECIDED = Q(decide_by__isnull=False, decided_at__isnull=True)
_OVERDUE = _UNDECIDED & Q(lifted_at__gte=F("decide_by")) & ~Q(imposed_by=F("lifted_by"))


class Order(Protected):
    """A paper of a court or an authority about one child, that binds one adult (P-06).

    What it stops is said by its restrictions, and nothing more (P-08). `details`: court, number, terms.
    """

    child = models.ForeignKey("families.Child", models.CASCADE, related_name="orders")
    adult = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=24, choices=OrderKind.choices)
    details = SealedJSON(subject="child_id")
    made_on = models.DateField()
    ends_on = models.DateField(null=True)
    copy_seen_on = models.DateField(null=True)
    recorded_by = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [known("order", "kind", OrderKind)]


class Restriction(Protected):
    """A deny on one adult about one child. In force until it is lifted: no clock ends it.

    `decide_by` is set where nobody has seen a paper yet; past it the restriction is overdue, and stands.
    """

    adult = models.ForeignKey("accounts.Person", models.PROTECT, related_name="restrictions")
    child = models.ForeignKey("families.Child", models.CASCADE, related_name="restrictions")
    setting = models.ForeignKey("provision.Setting", models.PROTECT, related_name="+")
    code = models.CharField(max_length=20, choices=RestrictionCode.choices)
    basis = models.CharField(max_length=16, choices=RestrictionBasis.choices)
    order = models.ForeignKey("families.Order", models.PROTECT, null=True, related_name="restrictions")
    reason = SealedText(subject="child_id", null=True)  # of a decision here; a paper has its terms
    imposed_by = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    imposed_at = models.DateTimeField()
    review_on = models.DateField()
    decide_by = models.DateTimeField(null=True)
    decision = SealedText(subject="child_id", null=True)
    decided_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    lift_reason = SealedText(subject="child_id", null=True)
    lift_asked_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, related_name="+")
    lift_asked_at = models.DateTimeField(null=True)
    lifted_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, related_name="+")
    lifted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            known("restriction", "code", RestrictionCode),
            known("restriction", "basis", RestrictionBasis),
            both_or_neither("restriction", "decided_by", "decided_at"),
            both_or_neither("restriction", "lift_asked_by", "lift_asked_at"),
            both_or_neither("restriction", "lifted_by", "lifted_at"),
            models.CheckConstraint(
                condition=Q(_ON_PAPER, order__isnull=False) | Q(~_ON_PAPER, order__isnull=True),
                name="restriction_has_its_paper",
            ),
            models.CheckConstraint(
                condition=~Q(basis=RestrictionBasis.CAUTION) | Q(decide_by__isnull=False),
                name="caution_is_decided_by_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(code=RestrictionCode.NO_COLLECT) | ~Q(basis=RestrictionBasis.CAUTION),
                name="nobody_is_sent_away_on_a_word",
            ),
            models.CheckConstraint(
                condition=Q(lifted_at__isnull=True) | _TWO | _OVERDUE, name="restriction_lifted_by_two"
            ),
            models.UniqueConstraint(
                fields=["adult", "child", "code"],
                condition=Q(lifted_at__isnull=True, order__isnull=True),
                name="decided_once",
            ),
            models.UniqueConstraint(
                fields=["adult", "child", "code", "order"],
                condition=Q(lifted_at__isnull=True, order__isnull=False),
                name="ordered_once",
            ),
        ]

    def overdue_at(self, now: datetime) -> bool:
        """Nobody has decided in time. It stands all the same."""
        if self.decide_by is None or self.decided_at or self.lifted_at:
            return False
        return self.decide_by <= now

    def may_be_lifted_by(self, person: UUID, now: datetime) -> bool:
        """Asked of somebody who may decide about this child at all: the second person, or past its day
        anybody but the author.
        """
        if self.lift_asked_by_id is not None and self.lift_asked_by_id != person:
            return True
        return self.overdue_at(now) and self.imposed_by_id != person
