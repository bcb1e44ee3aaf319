"""The named reasons of the journal: who stands how to the children of a moment, and in which state it is."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db.models import DateTimeField, Exists, OuterRef, Q, QuerySet

from seren.foundation.access.door import Actor, Because, Floor, RecordClass, SystemReason, system, worked_out
from seren.foundation.kernel import clock
from seren.foundation.rules import door as rules
from seren.partnership.journal.models import MomentChild
from seren.partnership.journal.terms import Audience, MomentState, Origin
from seren.people.families import policies as families
from seren.people.provision.policies import settings_of
from seren.people.provision.terms import WITH_CHILDREN

Condition = Callable[[Actor], Q]

UNFILED = rules.need("unfiled.to-manager")
NOT_BINNED = Q(binned_at__isnull=True)
DRAFT = NOT_BINNED & Q(state=MomentState.DRAFT)
SHARED = NOT_BINNED & Q(state=MomentState.SHARED)
WITHDRAWN = NOT_BINNED & Q(state=MomentState.WITHDRAWN)
FROM_SETTING = Q(origin=Origin.SETTING)
FROM_HOME = Q(origin=Origin.HOME)
TO_TEAM = FROM_SETTING | Q(audience__in=[Audience.TEAM, Audience.FAMILY])
TO_FAMILY = Q(audience=Audience.FAMILY)


def told(actor: Actor) -> Q:
    """Shared, or taken back since, and its undo has run out: from this instant everyone permitted sees it."""
    return (SHARED | WITHDRAWN) & Q(shared_at__lte=actor.at)


def children() -> "QuerySet[MomentChild]":
    """The children of the moment the condition is about."""
    return system(SystemReason.DECIDING, MomentChild).filter(moment=OuterRef("pk"))


def of_a_child(reason: Because, also: Condition, who: str = "") -> Because:
    """`reason` holds for a child in the moment, and `also` for the moment."""
    return Because(
        who or reason.who, lambda a: also(a) & Q(Exists(children().filter(reason.when(a)))), reason.floor
    )


def of_every_child(reason: Because) -> Condition:
    """`reason` holds for every child in the moment, and there is one."""
    return lambda a: Q(Exists(children())) & ~Q(Exists(children().exclude(reason.when(a))))


def narrowed(reason: Because, also: Condition) -> Because:
    return Because(reason.who, lambda a: reason.when(a) & also(a), reason.floor)


def viewer_in(also: Condition, record_class: RecordClass = RecordClass.C3) -> Because:
    """A viewer reaches what the granter sees as family: never past a deny on the granter, about any child."""

    def when(actor: Actor) -> Q:
        return also(actor) & Q(Exists(children().filter(_granted(actor, record_class))))

    return Because("family viewer of the child", when)


def _granted(actor: Actor, record_class: RecordClass) -> Q:
    """On a child of the moment: a grant for it, from an adult bound about no child of the same moment."""
    same_moment = system(SystemReason.DECIDING, MomentChild).filter(moment=OuterRef(OuterRef("moment")))
    bound = families.restrictions(OuterRef(OuterRef("granted_by")), OuterRef("child"), record_class, actor)
    free = (
        families.viewings(actor)
        .filter(child=OuterRef("child"))
        .exclude(Exists(same_moment.filter(Exists(bound))))
    )
    return Q(Exists(free))


def bound_about_any_child(record_class: RecordClass) -> Because:
    """A deny about one child of the moment closes the whole of it."""
    return of_a_child(
        families.restricted("child_id", record_class),
        lambda _a: Q(),
        "bound by a restriction about a child in it",
    )


def kept_between_homes(actor: Actor) -> Q:
    """A star not meant for the family is closed to every other parent of a child in it, staff or not."""
    wall = families.ever_guardian_of("child_id")
    other = FROM_HOME & ~TO_FAMILY & ~Q(author=actor.person)
    return other & Q(Exists(children().filter(wall.when(actor))))


def unfiled_long_enough(actor: Actor) -> Q:
    """A draft of the setting that has waited longer than the product rule says: the manager sees it."""
    return DRAFT & FROM_SETTING & Q(written_at__lte=worked_out(actor, _long_ago_enough, DateTimeField()))


def _long_ago_enough(actor: Actor) -> datetime:
    return actor.at - timedelta(hours=rules.value("england", UNFILED, clock.day_of(actor.at)).number)


def own_words_at_work(actor: Actor) -> Q:
    """Noted by them, at a setting where they work with children now."""
    return Q(author=actor.person, setting__in=settings_of(actor, WITH_CHILDREN))


def noted_it_here(actor: Actor) -> Q:
    """The same, on a child in the moment."""
    here = Q(moment__author=actor.person, moment__setting__in=settings_of(actor, WITH_CHILDREN))
    return here & Q(origin=Origin.SETTING)


def wrote_it_as_staff(also: Condition) -> Because:
    """Staff keep sight of what they noted, while they work there in a role with children."""
    return Because(
        "staff who noted it",
        lambda a: also(a) & FROM_SETTING & own_words_at_work(a) & Q(Exists(children())),
        Floor.STRONG,
    )


def wrote_it_at_home(also: Condition) -> Because:
    return of_a_child(
        families.guardian_of("child_id"),
        lambda a: also(a) & FROM_HOME & Q(author=a.person),
        "guardian who shared it",
    )
