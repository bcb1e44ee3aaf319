from django.db import models
from django.db.models import Q

from seren.foundation.access.door import Protected


class Invitation(Protected):
    """A joining letter for one adult: one code, used once. Another letter ends the one before."""

    person = models.ForeignKey("accounts.Person", models.CASCADE, related_name="invitations")
    code_blind = models.BinaryField(max_length=32, unique=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("accounts.Person", models.PROTECT, null=True, related_name="+")
    ends_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(used_at__isnull=True, ended_at__isnull=True),
                name="one_open_invitation",
            )
        ]
