"""Facts that hold from one instant until another, which is the first one they no longer hold at."""

from datetime import datetime

from django.db import models
from django.db.models import Q


class Dated(models.Model):
    """`until_at` empty: no end is known. A permit that ends on Friday ends at midnight London on Friday."""

    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True


def in_force(at: datetime, path: str = "") -> Q:
    """The fact holds at that instant. `path` leads to it, as in `"membership__"`."""
    begun = Q(**{f"{path}from_at__lte": at})
    going_on = Q(**{f"{path}until_at__isnull": True}) | Q(**{f"{path}until_at__gt": at})
    return begun & going_on
