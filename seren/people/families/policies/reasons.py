"""The named reasons families give to every rule about a child: one function each, one condition each.

`child` is the path from the row to the child's id: "pk" on a child, "child_id" on most rows.
"""

from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from seren.foundation.access.door import Actor, Because, Floor, RecordClass, SystemReason, in_force, system
from seren.people.families.models import (
    Enrolment,
    FamilyViewer,
    Guardianship,
    HouseholdMember,
    KeyPerson,
    Restriction,
)
from seren.people.families.terms import Responsibility, codes_denying
from seren.people.provision.policies import rooms_of, settings_of
from seren.people.provision.terms import HELPING, LEADING, SAFEGUARDING, WITH_CHILDREN, Role

Ids = QuerySet[Guardianship, UUID]


def guardian_of(child: str) -> Because:
    """Any adult with a guardianship in force: parents alike, with or without responsibility; carers too."""
    return Because("guardian of the child", lambda a: Q(**{f"{child}__in": _guarded(a)}))


def caring_guardian_of(child: str) -> Because:
    """A guardian who may write: a parent, one with responsibility (or not known), or with day-to-day care."""
    caring = Q(responsibility__in=[Responsibility.YES, Responsibility.UNKNOWN]) | Q(natural_parent=True)
    caring |= Q(day_to_day_care=True)
    return Because("parent or carer of the child", lambda a: Q(**{f"{child}__in": _guarded(a, caring)}))


def responsible_for(child: str) -> Because:
    responsible = Q(responsibility=Responsibility.YES)
    return Because(
        "holder of parental responsibility", lambda a: Q(**{f"{child}__in": _guarded(a, responsible)})
    )


def viewer_of(child: str, record_class: RecordClass) -> Because:
    """Somebody a guardian lets see: as long as, and as far as, that guardian sees."""

    def when(actor: Actor) -> Q:
        granting = system(SystemReason.DECIDING, Guardianship).filter(
            in_force(actor.at), child=OuterRef("child"), adult=OuterRef("granted_by")
        )
        viewing = (
            system(SystemReason.DECIDING, FamilyViewer)
            .filter(in_force(actor.at), Exists(granting), adult=actor.person)
            .exclude(Exists(restrictions(OuterRef("granted_by"), OuterRef("child"), record_class)))
        )
        return Q(**{f"{child}__in": viewing.values("child_id")})

    return Because("family viewer of the child", when)


def key_person_of(child: str) -> Because:
    """The key person or the buddy, while on the staff of that setting."""

    def when(actor: Actor) -> Q:
        held = system(SystemReason.DECIDING, KeyPerson).filter(
            in_force(actor.at), person=actor.person, setting__in=settings_of(actor, WITH_CHILDREN)
        )
        return Q(**{f"{child}__in": held.values("child_id")})

    return Because("key person or buddy of the child", when, Floor.STRONG)


def in_room_of(child: str) -> Because:
    """On roster: a practitioner of the child's room (house.md 6, until there is a rota)."""
    return Because(
        "practitioner of the child’s room",
        lambda a: Q(**{f"{child}__in": _in_rooms(a, {Role.PRACTITIONER})}),
        Floor.STRONG,
    )


def helper_in_room_of(child: str) -> Because:
    return Because(
        "volunteer or trainee of the child’s room",
        lambda a: Q(**{f"{child}__in": _in_rooms(a, HELPING)}),
        Floor.STRONG,
    )


def leads_setting_of(child: str) -> Because:
    """Manager or deputy of a setting the child is, or was, enrolled at."""
    return Because(
        "manager or deputy of the child’s setting",
        lambda a: Q(**{f"{child}__in": _enrolled_where(a, LEADING)}),
        Floor.STRONG,
    )


def safeguards_setting_of(child: str) -> Because:
    return Because(
        "safeguarding lead of the child’s setting",
        lambda a: Q(**{f"{child}__in": _enrolled_where(a, SAFEGUARDING)}),
        Floor.STRONG,
    )


def restricted(child: str, record_class: RecordClass) -> Because:
    """The deny that wins over every role: a restriction binds this adult about this child."""
    return Because(
        "bound by a restriction about the child",
        lambda a: Q(Exists(restrictions(a.person, OuterRef(child), record_class))),
    )


def restrictions(
    adult: UUID | OuterRef, child: OuterRef, record_class: RecordClass
) -> "QuerySet[Restriction, Restriction]":
    """Restrictions in force that close `record_class`. No clock ends them; only lifting does."""
    return system(SystemReason.DECIDING, Restriction).filter(
        adult=adult, child=child, code__in=codes_denying(record_class), lifted_at__isnull=True
    )


def homes_of(actor: Actor) -> "QuerySet[HouseholdMember, UUID]":
    """The ids of households the actor belongs to: for `household__in=`."""
    belongs = system(SystemReason.DECIDING, HouseholdMember).filter(in_force(actor.at), person=actor.person)
    return belongs.values_list("household_id", flat=True)


def _guarded(actor: Actor, kind: Q | None = None) -> Ids:
    held = system(SystemReason.DECIDING, Guardianship).filter(in_force(actor.at), adult=actor.person)
    return held.filter(kind or Q()).values_list("child_id", flat=True)


def _in_rooms(actor: Actor, roles: set[Role] | frozenset[Role]) -> "QuerySet[Enrolment, UUID]":
    return (
        system(SystemReason.DECIDING, Enrolment)
        .filter(in_force(actor.at), room__in=rooms_of(actor, roles))
        .values_list("child_id", flat=True)
    )


def _enrolled_where(actor: Actor, roles: frozenset[Role]) -> "QuerySet[Enrolment, UUID]":
    return (
        system(SystemReason.DECIDING, Enrolment)
        .filter(setting__in=settings_of(actor, roles))
        .values_list("child_id", flat=True)
    )
