"""Who collects: whose naming counts, and who sees whom another named."""

from django.db.models import Exists, OuterRef, Q, Value
from django.db.models.functions import Concat, Lower

from seren.foundation.access.door import Actor, Because, in_force
from seren.people.families.policies import reasons as by
from seren.people.families.terms import KEPT_FROM_COLLECTING, PLACE_KEPT

# Who is bound like this says nothing about who collects: a naming reaches no further than who names.
NAMES_NOBODY = KEPT_FROM_COLLECTING | frozenset(PLACE_KEPT)

NAMED_THEM = Because(
    "the guardian who named them",
    lambda a: in_force(a.at) & Q(named_by=a.person) & by.guardian_of("child_id").when(a),
)


def named_by_another(reason: Because) -> Because:
    """Staff, about somebody another named: whom they named themselves they see as the guardian."""
    return Because(
        reason.who, lambda a: in_force(a.at) & reason.when(a) & ~Q(named_by=a.person), reason.floor
    )


def counts(actor: Actor) -> Q:
    """On a collector: may collect now. The one condition, worked out each time; nothing is deleted.

    Who named them holds responsibility, has an account that is not closed, and is bound by nothing that
    closes it; and they do not bear the name of an adult who may not collect this child. That is never told
    to whoever names them: they would learn of an order about somebody else.
    """
    child, namer = OuterRef("child"), OuterRef("named_by")
    responsible = by.responsible_ties().filter(
        in_force(actor.at), child=child, adult=namer, adult__closed_at__isnull=True
    )
    bound = by.standing(actor, child, namer).filter(code__in=NAMES_NOBODY)
    full_name = Lower(Concat("adult__given_name", Value(" "), "adult__family_name"))
    namesake = by.standing(actor, child).filter(code__in=KEPT_FROM_COLLECTING).annotate(called=full_name)
    return (
        in_force(actor.at)
        & Q(Exists(responsible))
        & ~Q(Exists(bound))
        & ~Q(Exists(namesake.filter(called=Lower(OuterRef("name")))))
    )
