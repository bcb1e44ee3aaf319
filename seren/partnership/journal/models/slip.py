from django.db import models

from seren.foundation.access.door import Protected


class Slip(Protected):
    """A printed *Stars Moment* slip of one child. Its code brings staff to the child when they key it in."""

    child = models.ForeignKey("families.Child", models.CASCADE, related_name="+")
    setting = models.ForeignKey("provision.Setting", models.PROTECT, related_name="+")
    code_blind = models.BinaryField(max_length=32, unique=True)
    made_by = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    moment = models.ForeignKey("journal.Moment", models.SET_NULL, null=True, related_name="+")
    used_at = models.DateTimeField(null=True)
