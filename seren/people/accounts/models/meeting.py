from django.db import models
from django.db.models import Q

from seren.foundation.kernel import ids
from seren.foundation.kernel.constraints import both_or_neither


class Meeting(models.Model):
    """Words on a phone that staff, standing beside its owner, type in: this browser belongs to that adult.

    `login` or `invitation` say whom the browser claims to be; staff name the adult, and the two must agree.
    """

    id = models.UUIDField(primary_key=True, default=ids.new, editable=False)
    words_blind = models.BinaryField(max_length=32, unique=True)
    made_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    login = models.ForeignKey("accounts.Login", models.CASCADE, null=True, related_name="+")
    invitation = models.ForeignKey("accounts.Invitation", models.CASCADE, null=True, related_name="+")
    person = models.ForeignKey("accounts.Person", models.CASCADE, null=True, related_name="+")
    met_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, related_name="+")
    met_at = models.DateTimeField(null=True)
    used_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            both_or_neither("meeting", "person", "met_at"),
            models.CheckConstraint(
                condition=Q(used_at__isnull=True) | Q(met_at__isnull=False), name="meeting_met_before_used"
            ),
        ]
