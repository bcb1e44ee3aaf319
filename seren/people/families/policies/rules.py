"""The rules of this room, and of actions on adults whose facts lie here."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from seren.foundation.access.door import (
    Action,
    Actor,
    Because,
    Floor,
    RecordClass,
    Rule,
    SystemReason,
    register,
    system,
    visible,
)
from seren.people.families.models import Child, Enrolment, Lives, Restriction
from seren.people.families.policies import reasons as by
from seren.people.families.terms import codes_denying
from seren.people.provision.policies import settings_of
from seren.people.provision.terms import LEADING, SAFEGUARDING

C2, C3, C5, C6, C7 = RecordClass.C2, RecordClass.C3, RecordClass.C5, RecordClass.C6, RecordClass.C7
C12 = RecordClass.C12


class FamilyAction(Action):
    FOLLOW_CHILD = "families.follow_child"
    SEE_CHILD = "families.see_child"
    SEE_DETAILS = "families.see_details"
    SEE_SAFETY = "families.see_safety"
    LOOK_AFTER = "families.look_after"
    KEEP_RECORD = "families.keep_record"
    SEE_HOUSEHOLD = "families.see_household"
    SEE_EMERGENCY_CONTACTS = "families.see_emergency_contacts"
    SEE_EVIDENCE = "families.see_evidence"
    RESTRICT = "families.restrict"
    INVITE_VIEWER = "families.invite_viewer"
    NAME_COLLECTOR = "families.name_collector"
    SEE_COLLECTOR = "families.see_collector"
    SHOW_ONESELF = "families.show_oneself"


def _family(child: str) -> tuple[Because, ...]:
    return (by.guardian_of(child), by.viewer_of(child, C3))


def _staff(child: str) -> tuple[Because, ...]:
    return (
        by.key_person_of(child),
        by.in_room_of(child),
        by.leads_setting_of(child),
        by.safeguards_setting_of(child),
    )


def _leaders(child: str) -> tuple[Because, ...]:
    return (by.leads_setting_of(child), by.safeguards_setting_of(child))


def _lives_here(actor: Actor) -> Q:
    return Q(pk__in=by.homes_of(actor))


def _child_of_setting_lives_here(actor: Actor) -> Q:
    enrolled = system(SystemReason.DECIDING, Enrolment).filter(
        setting__in=settings_of(actor, LEADING | SAFEGUARDING)
    )
    lives = system(SystemReason.DECIDING, Lives).filter(child__in=enrolled.values("child_id"))
    return Q(pk__in=lives.values("household_id"))


def _address_is_kept_from(actor: Actor) -> Q:
    """NO-ADDRESS closes the child's other households, never the adult's own."""
    kept = system(SystemReason.DECIDING, Restriction).filter(
        adult=actor.person, code__in=codes_denying(C6), lifted_at__isnull=True, child=OuterRef("child")
    )
    lives = system(SystemReason.DECIDING, Lives).filter(Exists(kept), household=OuterRef("pk"))
    return Q(Exists(lives)) & ~_lives_here(actor)


LIVES_HERE = Because("member of the household", _lives_here)
LEADS_A_CHILD_HERE = Because(
    "manager, deputy or safeguarding lead of a child who lives there",
    _child_of_setting_lives_here,
    Floor.STRONG,
)
NAMED_THEM = Because(
    "the guardian who named them",
    lambda a: Q(named_by=a.person) & by.guardian_of("child_id").when(a),
)

register(
    Rule(FamilyAction.FOLLOW_CHILD, "families.Child", C3, _family("pk"), (by.restricted("pk", C3),)),
    Rule(
        FamilyAction.SEE_CHILD,
        "families.Child",
        C2,
        (*_family("pk"), *_staff("pk"), by.helper_in_room_of("pk")),
        (by.restricted("pk", C3),),
    ),
    Rule(
        FamilyAction.SEE_DETAILS,
        "families.Child",
        C5,
        (by.guardian_of("pk"), by.key_person_of("pk"), *_leaders("pk")),
        (by.restricted("pk", C5),),
    ),
    Rule(
        FamilyAction.SEE_SAFETY,
        "families.Child",
        C5,
        (by.guardian_of("pk"), *_staff("pk"), by.helper_in_room_of("pk")),
        (by.restricted("pk", C5),),
    ),
    Rule(FamilyAction.LOOK_AFTER, "families.Child", C3, _staff("pk"), (by.restricted("pk", C3),)),
    Rule(
        FamilyAction.KEEP_RECORD,
        "families.Child",
        C5,
        (by.leads_setting_of("pk"),),
        (by.restricted("pk", C5),),
    ),
    Rule(
        FamilyAction.SEE_HOUSEHOLD,
        "families.Household",
        C6,
        (LIVES_HERE, LEADS_A_CHILD_HERE),
        (Because("bound not to know the address", _address_is_kept_from),),
    ),
    Rule(
        FamilyAction.SEE_EMERGENCY_CONTACTS,
        "families.Child",
        C6,
        _staff("pk"),
        (by.restricted("pk", C6),),
    ),
    Rule(FamilyAction.SEE_EVIDENCE, "families.Child", C12, _leaders("pk"), (by.restricted("pk", C5),)),
    Rule(FamilyAction.RESTRICT, "families.Child", C12, _leaders("pk"), (by.restricted("pk", C5),)),
    Rule(
        FamilyAction.INVITE_VIEWER,
        "families.Child",
        C3,
        (by.responsible_for("pk"),),
        (by.restricted("pk", C3),),
    ),
    Rule(
        FamilyAction.NAME_COLLECTOR,
        "families.Child",
        C7,
        (by.responsible_for("pk"),),
        (by.restricted("pk", C7),),
    ),
    Rule(
        FamilyAction.SEE_COLLECTOR,
        "families.Collector",
        C7,
        (NAMED_THEM, *_staff("child_id")),
        (by.restricted("child_id", C7),),
    ),
    Rule(
        FamilyAction.SHOW_ONESELF,
        "families.Child",
        C3,
        (by.guardian_of("pk"),),
        (by.restricted("pk", C3),),
    ),
)


def followed(actor: Actor) -> "QuerySet[Child]":
    """The children this actor follows as family: for rules that stand on it."""
    return visible(actor, FamilyAction.FOLLOW_CHILD, Child)
