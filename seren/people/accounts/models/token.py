from django.db import models

from seren.foundation.access.door import Level, Protected


class SignInLink(Protected):
    """A one-time address that signs one person in, printed by `seren sign-in-link`."""

    person = models.ForeignKey("accounts.Person", models.CASCADE, related_name="+")
    token_digest = models.BinaryField(max_length=32, unique=True)
    made_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)


class ApiToken(Protected):
    """A bearer token with one person's own rights and no more.

    `level` is how sure we were of them when it was made: never more than the sign-in it was made in.
    """

    person = models.ForeignKey("accounts.Person", models.CASCADE, related_name="+")
    token_digest = models.BinaryField(max_length=32, unique=True)
    made_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    level = models.SmallIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(level__in=[Level.KNOWN, Level.STRONG]), name="token_level_known"
            )
        ]
