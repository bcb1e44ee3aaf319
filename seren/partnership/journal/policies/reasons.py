"""The named reasons of the journal: who stands how to the children of a moment, and in which state it is."""

from collections.abc import Callable
from datetime import timedelta

from django.db.models import Exists, OuterRef, Q

from seren.foundation.access.door import Actor, Because, RecordClass, SystemReason, system
from seren.foundation.kernel import clock
from seren.foundation.rules import door as rules
from seren.partnership.journal.models import MomentChild
from seren.partnership.journal.terms import Audience, MomentState, Origin
from seren.people.families import policies as families
from seren.people.provision.policies import settings_of
from seren.people.provision.terms import WITH_CHILDREN

Extra = Callable[[Actor], Q]

UNFILED = rules.need("unfiled.to-manager")
NOT_BINNED = Q(binned_at__isnull=True)
TOLD = Q(state__in=[MomentState.SHARED, MomentState.WITHDRAWN])
FROM_SETTING = Q(origin=Origin.SETTING)
FROM_HOME = Q(origin=Origin.HOME)
TO_TEAM = FROM_SETTING | Q(audience__in=[Audience.TEAM, Audience.FAMILY])
TO_FAMILY = Q(audience=Audience.FAMILY)


def released(actor: Actor) -> Q:
    """Told, and its undo has run out: from this instant every permitted adult sees it."""
    return TOLD & Q(shared_at__lte=actor.at)


def of_a_child(reason: Because, also: Extra) -> Because:
    """`reason` holds for a child in the moment, and `also` for the moment."""

    def when(actor: Actor) -> Q:
        children = system(SystemReason.DECIDING, MomentChild).filter(moment=OuterRef("pk"))
        return also(actor) & Q(Exists(children.filter(reason.when(actor))))

    return Because(reason.who, when, reason.floor)


def of_every_child(reason: Because, also: Extra) -> Because:
    """`reason` holds for every child in the moment: none is there for whom it does not."""

    def when(actor: Actor) -> Q:
        children = system(SystemReason.DECIDING, MomentChild).filter(moment=OuterRef("pk"))
        return also(actor) & Q(Exists(children)) & ~Q(Exists(children.exclude(reason.when(actor))))

    return Because(reason.who, when, reason.floor)


def at_work(also: Extra) -> Extra:
    """Staff see what belongs to a setting they work at; another setting's is another setting's."""
    return lambda actor: also(actor) & Q(setting__in=settings_of(actor, WITH_CHILDREN))


def bound_about_any_child(record_class: RecordClass) -> Because:
    """A deny about one child of the moment closes the whole of it."""
    reason = families.restricted("child_id", record_class)

    def when(actor: Actor) -> Q:
        children = system(SystemReason.DECIDING, MomentChild).filter(moment=OuterRef("pk"))
        return Q(Exists(children.filter(reason.when(actor))))

    return Because("bound by a restriction about a child in it", when)


def unfiled_long_enough(actor: Actor) -> Q:
    """A draft the manager may take up: it has waited longer than the product rule says."""
    hours = rules.value("england", UNFILED, clock.day_of(actor.at)).number
    return Q(state=MomentState.DRAFT, written_at__lte=actor.at - timedelta(hours=hours))
