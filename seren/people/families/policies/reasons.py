"""The named reasons families give to every rule about a child: one function each, one condition each.

`child` is the path from the row to the child's id: "pk" on a child, "child_id" on most rows.
"""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from seren.foundation.access.door import Actor, Because, Floor, RecordClass, SystemReason, in_force, system
from seren.people.families.models import (
    Enrolment,
    FamilyViewer,
    Guardianship,
    HouseholdMember,
    KeyPerson,
    Lives,
    Restriction,
)
from seren.people.families.terms import (
    KEPT_FROM_COLLECTING,
    PLACE_KEPT,
    KeyKind,
    Responsibility,
    codes_denying,
)
from seren.people.provision.policies import rooms_of, settings_of
from seren.people.provision.terms import HELPING, LEADING, SAFEGUARDING, WITH_CHILDREN, Role

RESPONSIBLE = Q(responsibility=Responsibility.YES)
PARENT = RESPONSIBLE | Q(natural_parent=True)
TIE = PARENT | Q(day_to_day_care=True)


def guardian_of(child: str) -> Because:
    """A parent, with or without responsibility, or whoever has day-to-day care. Living together is no tie."""
    return Because("guardian of the child", lambda a: _child_among(_guarded(a, TIE), child))


def parent_of(child: str) -> Because:
    return Because("parent of the child", lambda a: _child_among(_guarded(a, PARENT), child))


def responsible_for(child: str) -> Because:
    return Because(
        "holder of parental responsibility", lambda a: _child_among(_guarded(a, RESPONSIBLE), child)
    )


def viewer_of(child: str, record_class: RecordClass) -> Because:
    """Somebody a guardian lets see: as long as, and as far as, that guardian sees."""

    def when(actor: Actor) -> Q:
        seeing = viewings(actor).exclude(
            Exists(restrictions(OuterRef("granted_by"), OuterRef("child"), record_class, actor))
        )
        return _child_among(seeing, child)

    return Because("family viewer of the child", when)


def viewings(actor: Actor) -> "QuerySet[FamilyViewer]":
    """The actor's grants from adults who may still give them: responsible, and with an account not closed."""
    granting = system(SystemReason.DECIDING, Guardianship).filter(
        RESPONSIBLE,
        in_force(actor.at),
        child=OuterRef("child"),
        adult=OuterRef("granted_by"),
        adult__closed_at__isnull=True,
    )
    return system(SystemReason.DECIDING, FamilyViewer).filter(
        in_force(actor.at), Exists(granting), adult=actor.person
    )


def key_person_of(child: str, *kinds: KeyKind, at: str = "") -> Because:
    """The key person or the buddy (or only one `kind`), while on the staff where the child belongs.

    `at`, here and below: the path to a setting. Staff then count only as what they are at that setting; a
    role held at another one opens nothing.
    """
    named = "key person of the child" if kinds == (KeyKind.KEY,) else "key person or buddy of the child"

    def when(actor: Actor) -> Q:
        belongs = enrolled(actor).filter(child=OuterRef("child"), setting=OuterRef("setting"))
        held = system(SystemReason.DECIDING, KeyPerson).filter(
            in_force(actor.at),
            Exists(belongs),
            person=actor.person,
            kind__in=kinds or KeyKind.values,
            setting__in=settings_of(actor, WITH_CHILDREN),
        )
        return _child_among(held, child, at)

    return Because(named, when, Floor.STRONG)


def in_room_of(child: str, *, at: str = "") -> Because:
    """On roster: a practitioner of the child's room (house.md 6, until there is a rota)."""
    return Because(
        "practitioner of the child’s room",
        lambda a: _child_among(_in_rooms(a, {Role.PRACTITIONER}), child, at),
        Floor.STRONG,
    )


def helper_in_room_of(child: str) -> Because:
    return Because(
        "volunteer or trainee of the child’s room",
        lambda a: _child_among(_in_rooms(a, HELPING), child),
        Floor.STRONG,
    )


def leads_setting_of(child: str, *, at: str = "") -> Because:
    """Manager or deputy of a setting the child is, was or will be enrolled at."""
    return Because(
        "manager or deputy of the child’s setting",
        lambda a: _child_among(_enrolled_where(a, LEADING), child, at),
        Floor.STRONG,
    )


def safeguards_setting_of(child: str, *, at: str = "") -> Because:
    return Because(
        "safeguarding lead of the child’s setting",
        lambda a: _child_among(_enrolled_where(a, SAFEGUARDING), child, at),
        Floor.STRONG,
    )


def staff_of(child: str, *, at: str = "") -> tuple[Because, ...]:
    """All who read C3 of a child at work: the child's team."""
    return (
        key_person_of(child, at=at),
        in_room_of(child, at=at),
        leads_setting_of(child, at=at),
        safeguards_setting_of(child, at=at),
    )


def writer_of(child: str, *, at: str = "") -> Because:
    """Those of the staff who write C3: key person, buddy, practitioner of the room. Leaders read."""
    reasons = (key_person_of(child, at=at), in_room_of(child, at=at))
    return Because(
        "key person, buddy or practitioner of the child’s room",
        lambda a: reasons[0].when(a) | reasons[1].when(a),
        Floor.STRONG,
    )


def restricted(child: str, record_class: RecordClass) -> Because:
    """The deny that wins over every role: a restriction binds this adult about this child."""
    return Because(
        "bound by a restriction about the child",
        lambda a: Q(Exists(restrictions(a.person, OuterRef(child), record_class, a))),
    )


def kept_from_place(child: str) -> Because:
    """A deny: a restriction keeps this adult from knowing where the child is (C7)."""

    return Because(
        "kept from knowing where the child is",
        lambda a: Q(Exists(place_restrictions(a.person, OuterRef(child), a))),
    )


def kept_from_collecting(child: str) -> Because:
    """A deny: the child is not given to this adult, so they name nobody to whom it is."""

    def when(actor: Actor) -> Q:
        held = standing(actor, OuterRef(child), actor.person).filter(code__in=KEPT_FROM_COLLECTING)
        return Q(Exists(held))

    return Because("may not collect the child", when)


def place_restrictions(adult: UUID | OuterRef, child: OuterRef, actor: Actor) -> "QuerySet[Restriction]":
    """Restrictions in force that keep this adult from knowing where the child is (C7)."""
    return standing(actor, child, adult).filter(code__in=PLACE_KEPT)


def ever_guardian_of(child: str) -> Because:
    """The wall between homes: a parent is a parent in every hat, and stays one on this side of it."""

    def when(actor: Actor) -> Q:
        ever = system(SystemReason.DECIDING, Guardianship).filter(adult=actor.person, child=OuterRef(child))
        return Q(Exists(ever))

    return Because("another parent of the child", when)


def another_parent_of(child: str, than: str) -> Because:
    """A deny: words of one parent are closed to every other, staff or not. `than` is whose words they are."""
    wall = ever_guardian_of(child)
    return Because(wall.who, lambda a: wall.when(a) & ~Q(**{than: a.person}))


def restrictions(
    adult: UUID | OuterRef, child: OuterRef, record_class: RecordClass, actor: Actor
) -> "QuerySet[Restriction]":
    """Restrictions in force that close `record_class`. No clock ends them; only lifting does."""
    return standing(actor, child, adult).filter(code__in=codes_denying(record_class))


def standing(actor: Actor, child: OuterRef, adult: UUID | OuterRef | None = None) -> "QuerySet[Restriction]":
    """Restrictions in force about a child: on this adult, or on any."""
    held = system(SystemReason.DECIDING, Restriction).filter(
        child=child, imposed_at__lte=actor.at, lifted_at__isnull=True
    )
    return held if adult is None else held.filter(adult=adult)


def responsible_ties() -> "QuerySet[Guardianship]":
    """Who held parental responsibility for which child, and when: with `in_force`, who holds it."""
    return system(SystemReason.DECIDING, Guardianship).filter(RESPONSIBLE)


def guardian_ties(actor: Actor) -> "QuerySet[Guardianship]":
    """Who is guardian of which child now."""
    return system(SystemReason.DECIDING, Guardianship).filter(TIE, in_force(actor.at))


def enrolled(actor: Actor) -> "QuerySet[Enrolment]":
    """Places not over: joining, attending, or to begin."""
    places = system(SystemReason.DECIDING, Enrolment)
    return places.filter(Q(until_at__isnull=True) | Q(until_at__gt=actor.at))


def belongs_somewhere(child: str, reason: Because) -> Because:
    """`reason`, while the child has a place at a setting."""

    def when(actor: Actor) -> Q:
        return reason.when(actor) & Q(Exists(enrolled(actor).filter(child=OuterRef(child))))

    return Because(reason.who, when, reason.floor)


def homes_of(actor: Actor) -> "QuerySet[HouseholdMember, UUID]":
    """The ids of households the actor belongs to: for `household__in=`."""
    belongs = system(SystemReason.DECIDING, HouseholdMember).filter(in_force(actor.at), person=actor.person)
    return belongs.values_list("household_id", flat=True)


def lives_now(actor: Actor) -> "QuerySet[Lives]":
    """Which child lives in which household now."""
    return system(SystemReason.DECIDING, Lives).filter(in_force(actor.at))


def _guarded(actor: Actor, kind: Q) -> "QuerySet[Guardianship]":
    return system(SystemReason.DECIDING, Guardianship).filter(kind, in_force(actor.at), adult=actor.person)


def _in_rooms(actor: Actor, roles: Collection[Role]) -> "QuerySet[Enrolment]":
    return system(SystemReason.DECIDING, Enrolment).filter(
        in_force(actor.at), room__in=rooms_of(actor, roles), room__setting=F("setting")
    )


def _enrolled_where(actor: Actor, roles: Collection[Role]) -> "QuerySet[Enrolment]":
    return system(SystemReason.DECIDING, Enrolment).filter(setting__in=settings_of(actor, roles))


def _child_among(ties: "QuerySet[Any]", child: str, at: str = "") -> Q:
    """The child is in one of these rows; with `at`, in one of that very setting.

    On children themselves the rows lead to the child; on anything else the child leads to the row. Either
    way an index finds it, however many children there are.
    """
    if child == "pk":
        return Q(pk__in=ties.values("child_id"))
    here = {"setting": OuterRef(at)} if at else {}
    return Q(Exists(ties.filter(child=OuterRef(child), **here)))
