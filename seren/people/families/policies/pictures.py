"""Whether a child is kept out of pictures: one condition, whoever asks. It never says why (C-08)."""

from django.db.models import Exists, OuterRef, Q

from seren.foundation.access.door import Actor, SystemReason, system
from seren.people.families.models import NoImages
from seren.people.families.terms import Reach


def kept_out_of_pictures(child: str, actor: Actor, *reaches: Reach) -> Q:
    """True on a row whose child (the path to it) is kept out; with `reaches`, only as far as one of them."""
    held = system(SystemReason.DECIDING, NoImages).filter(set_at__lte=actor.at, ended_at__isnull=True)
    held = held.filter(reach__in=reaches) if reaches else held
    return Q(Exists(held.filter(child=OuterRef(child))))
