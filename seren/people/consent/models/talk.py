from django.db import models

from seren.foundation.access.door import Kept
from seren.people.consent.models.asked import Asked


class TalkWish(Kept):
    """“Ask me about it”: an adult wants to talk before they answer. It is no answer, and changes none."""

    asked = models.ForeignKey(Asked, models.PROTECT, related_name="+")
    adult = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField()
