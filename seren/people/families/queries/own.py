"""Which children are somebody's own: room, key children, family; for a leader those of the setting."""

from typing import Any

from django.db.models import Q, QuerySet

from seren.foundation.access.door import Actor, SystemReason, system
from seren.people.families.models import Child
from seren.people.families.policies import guardian_of, in_room_of, key_person_of
from seren.people.families.policies.reasons import enrolled
from seren.people.provision.policies import settings_of
from seren.people.provision.terms import LEADING, SAFEGUARDING

_TIES = (key_person_of("pk"), in_room_of("pk"), guardian_of("pk"))


def own_children_of(actor: Actor) -> "QuerySet[Any, Any]":
    """With a place that is not over: who left is in the records, and nobody's daily work."""
    led = enrolled(actor).filter(setting__in=settings_of(actor, LEADING | SAFEGUARDING))
    own = Q(pk__in=led.values("child_id"))
    for tie in _TIES:
        own |= tie.when(actor)
    return system(SystemReason.DECIDING, Child).filter(own).values_list("pk")
