from django.db import models

from seren.foundation.access.door import Protected


class SignInLink(Protected):
    """A one-time address that signs one person in, printed by `seren sign-in-link`."""

    person = models.ForeignKey("accounts.Person", models.CASCADE, related_name="+")
    token_digest = models.BinaryField(max_length=32, unique=True)
    made_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)


class ApiToken(Protected):
    """A bearer token with one person's own rights and no more."""

    person = models.ForeignKey("accounts.Person", models.CASCADE, related_name="+")
    token_digest = models.BinaryField(max_length=32, unique=True)
    made_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
