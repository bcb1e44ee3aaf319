"""What a browser may keep of pictures: until something changes in what its adult may see of any child."""

import hashlib
from typing import Any
from uuid import UUID

from django.db.models import CharField, QuerySet, Value

from seren.foundation.access.door import Actor, SystemReason, in_force, system
from seren.people.families.models import FamilyViewer, Guardianship, KeyPerson, Restriction
from seren.people.provision.policies import active
from seren.people.provision.terms import Role

_BOUND = "restriction"


def picture_version(actor: Actor, photo: UUID) -> str | None:
    """The version of everything this adult's sight of children rests on; None: nothing may be kept.

    One query for each picture asked for. Whether it may be seen is asked each time besides: the version only
    keeps what was seen under other facts from being taken for what may be seen now. Whoever a restriction
    binds, about any child, keeps no picture of any.
    """
    restrictions = system(SystemReason.DECIDING, Restriction).filter(
        adult=actor.person, imposed_at__lte=actor.at, lifted_at__isnull=True
    )
    ties: list[QuerySet[Any, Any]] = [
        _of("guardian", _held(Guardianship, actor).filter(adult=actor.person)),
        _of("viewer", _held(FamilyViewer, actor).filter(adult=actor.person)),
        _of("key", _held(KeyPerson, actor).filter(person=actor.person)),
        _of("role", active(actor, Role)),
    ]
    facts = sorted(_of(_BOUND, restrictions).union(*ties, all=True))
    if any(kind == _BOUND for kind, _row in facts):
        return None
    return hashlib.sha256(repr(facts).encode()).hexdigest()


def _held(model: Any, actor: Actor) -> "QuerySet[Any]":
    return system(SystemReason.DECIDING, model).filter(in_force(actor.at))


def _of(kind: str, rows: "QuerySet[Any]") -> "QuerySet[Any, Any]":
    found: QuerySet[Any, Any] = rows.order_by().values_list(Value(kind, CharField()), "pk")
    return found
