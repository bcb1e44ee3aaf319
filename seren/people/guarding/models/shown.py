from django.db import models


class Shown(models.Model):
    """A child somebody at work was shown, when first within the hour, and on which page. One row a pair.

    Guardians have none: what they may see is little by rule. Not evidence: the audit is.
    """

    person = models.ForeignKey("accounts.Person", models.CASCADE, related_name="+")
    child_id = models.UUIDField()
    at = models.DateTimeField()
    page = models.CharField(max_length=80)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "child_id"], name="child_shown_once")]
