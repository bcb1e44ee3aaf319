"""The rules of this room. trust.md 4.2, and the wall between homes (issue wording in docs/access.md)."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from seren.foundation.access.door import (
    Action,
    Actor,
    Because,
    Floor,
    RecordClass,
    Rule,
    SystemReason,
    in_force,
    register,
    system,
    visible,
)
from seren.foundation.media.door import IN_THE_BIN, belongs_to
from seren.people.families.models import Child, Collector, Enrolment, Lives
from seren.people.families.policies import reasons as by
from seren.people.families.policies.collecting import NAMED_THEM, named_by_another
from seren.people.families.policies.watched import tell_readings
from seren.people.families.terms import COLLECTOR_PHOTO
from seren.people.provision.policies import settings_of
from seren.people.provision.terms import LEADING, SAFEGUARDING, Role

C2, C3, C5, C6, C7 = RecordClass.C2, RecordClass.C3, RecordClass.C5, RecordClass.C6, RecordClass.C7
C12, C14 = RecordClass.C12, RecordClass.C14
CHILD = "families.Child"


class FamilyAction(Action):
    FOLLOW_CHILD = "families.follow_child"
    SEE_CHILD = "families.see_child"
    SEE_FIRST_NAME = "families.see_first_name"
    SEE_DETAILS = "families.see_details"
    SEE_SAFETY = "families.see_safety"
    SEE_ALLERGIES = "families.see_allergies"
    LOOK_AFTER = "families.look_after"
    WORK_WITH_CHILD = "families.work_with_child"
    KEEP_RECORD = "families.keep_record"
    SEE_HOUSEHOLD = "families.see_household"
    CHANGE_HOUSEHOLD = "families.change_household"
    SEE_EMERGENCY_CONTACTS = "families.see_emergency_contacts"
    RESTRICT = "families.restrict"
    DECIDE_FOR_SAFETY = "families.decide_for_safety"
    INVITE_VIEWER = "families.invite_viewer"
    NAME_COLLECTOR = "families.name_collector"
    SEE_COLLECTOR = "families.see_collector"
    SEE_COLLECTOR_PHOTO = "families.see_collector_photo"
    SHOW_ONESELF = "families.show_oneself"
    SEE_ON_FAMILY_PAGE = "families.see_on_family_page"
    SEE_HISTORY = "families.see_history"
    SEE_LEDGER = "families.see_ledger"
    CHASE = "families.chase"


LEADERS = (by.leads_setting_of("pk"), by.safeguards_setting_of("pk"))
NOT_THEIR_OWN = (by.restricted("pk", C5), by.ever_guardian_of("pk"))  # it is another leader’s
HELPER = by.helper_in_room_of("pk")


def _lives_here(actor: Actor) -> Q:
    return Q(pk__in=by.homes_of(actor))


def _leads_a_child_here(roles: frozenset[Role], who: str, floor: Floor) -> Because:
    def when(actor: Actor) -> Q:
        enrolled = system(SystemReason.DECIDING, Enrolment).filter(
            setting__in=settings_of(actor, roles), child=OuterRef("child")
        )
        lives = system(SystemReason.DECIDING, Lives).filter(in_force(actor.at), Exists(enrolled))
        return Q(pk__in=lives.values("household_id"))

    return Because(who, when, floor)


def _walled_off(actor: Actor) -> Q:
    """Another home of one's own child, or one an order keeps; never the home one belongs to."""
    kept = by.restrictions(actor.person, OuterRef("child"), C6, actor)
    residents = system(SystemReason.DECIDING, Lives).filter(household=OuterRef("pk"))
    walled = residents.filter(Q(Exists(kept)) | by.ever_guardian_of("child").when(actor))
    return Q(Exists(walled)) & ~_lives_here(actor)


def _of_a_collector_seen(actor: Actor) -> Q:
    return belongs_to(COLLECTOR_PHOTO, visible(actor, FamilyAction.SEE_COLLECTOR, Collector))


# A photo of a collector is seen by the very rule the collector is: by nobody more, and never longer.
WHO_SEES_THEM = Because("whoever sees that collector", lambda _a: Q(belongs_to_type=COLLECTOR_PHOTO))
COLLECTOR_IS_OPEN = Because(
    "the collector is open to them",
    _of_a_collector_seen,
    asks=(FamilyAction.SEE_COLLECTOR, "belongs_to_id"),
)
WALLED_OFF = Because("another home of their own child, or one kept from them", _walled_off)
register(
    Rule(
        FamilyAction.FOLLOW_CHILD,
        CHILD,
        C3,
        (by.guardian_of("pk"), by.viewer_of("pk", C3)),
        (by.restricted("pk", C3),),
    ),
    Rule(FamilyAction.SEE_CHILD, CHILD, C2, (by.guardian_of("pk"), *by.staff_of("pk"))),
    Rule(FamilyAction.SEE_FIRST_NAME, CHILD, C2, (by.guardian_of("pk"), *by.staff_of("pk"), HELPER)),
    Rule(
        FamilyAction.SEE_DETAILS,
        CHILD,
        C5,
        (by.parent_of("pk"), by.key_person_of("pk"), *LEADERS),
        (by.restricted("pk", C5),),
    ),
    Rule(
        FamilyAction.SEE_SAFETY,
        CHILD,
        C5,
        (by.guardian_of("pk"), *by.staff_of("pk")),
        (by.restricted("pk", C5),),
    ),
    Rule(
        FamilyAction.SEE_ALLERGIES,
        CHILD,
        C5,
        (by.guardian_of("pk"), *by.staff_of("pk"), HELPER),
        (by.restricted("pk", C5),),
    ),
    Rule(FamilyAction.LOOK_AFTER, CHILD, C3, by.staff_of("pk"), (by.restricted("pk", C3),)),
    Rule(
        FamilyAction.WORK_WITH_CHILD,
        "families.Enrolment",
        C3,
        by.staff_of("child_id", at="setting_id"),
        (by.restricted("child_id", C3),),
    ),
    Rule(
        FamilyAction.KEEP_RECORD,
        CHILD,
        C5,
        (by.leads_setting_of("pk"),),
        NOT_THEIR_OWN,
    ),
    Rule(
        FamilyAction.SEE_HOUSEHOLD,
        "families.Household",
        C6,
        (
            Because("member of the household", _lives_here),
            _leads_a_child_here(
                LEADING | SAFEGUARDING,
                "manager, deputy or safeguarding lead of a child who lives there",
                Floor.STRONG,
            ),
        ),
        (WALLED_OFF,),
    ),
    Rule(
        FamilyAction.CHANGE_HOUSEHOLD,
        "families.Household",
        C6,
        (
            Because("member of the household", _lives_here, Floor.FRESH),
            _leads_a_child_here(
                LEADING, "manager or deputy of a child who lives there", Floor.STRONG_AND_FRESH
            ),
        ),
        (WALLED_OFF,),
    ),
    Rule(
        FamilyAction.SEE_EMERGENCY_CONTACTS,
        CHILD,
        C6,
        by.staff_of("pk"),
        (by.restricted("pk", C6), by.ever_guardian_of("pk")),
    ),
    Rule(FamilyAction.RESTRICT, CHILD, C12, LEADERS, NOT_THEIR_OWN),
    Rule(
        FamilyAction.DECIDE_FOR_SAFETY, CHILD, C12, (by.safeguards_setting_of("pk"),), NOT_THEIR_OWN
    ),  # P-05: without a paper, the safeguarding lead’s decision
    Rule(
        FamilyAction.INVITE_VIEWER,
        CHILD,
        C3,
        (by.responsible_for("pk"),),
        (by.restricted("pk", C3),),
    ),
    Rule(
        FamilyAction.NAME_COLLECTOR,
        CHILD,
        C7,
        (by.responsible_for("pk"),),
        (by.restricted("pk", C7), by.kept_from_place("pk"), by.kept_from_collecting("pk")),
    ),
    Rule(
        FamilyAction.SEE_COLLECTOR,
        "families.Collector",
        C7,
        (NAMED_THEM, *map(named_by_another, by.staff_of("child_id"))),
        (by.restricted("child_id", C7), by.another_parent_of("child_id", "named_by")),
    ),
    Rule(
        FamilyAction.SEE_COLLECTOR_PHOTO,
        "media.Photo",
        C7,
        (WHO_SEES_THEM,),
        (IN_THE_BIN,),
        COLLECTOR_IS_OPEN,
    ),
    Rule(
        FamilyAction.SEE_HISTORY,
        CHILD,
        C14,
        (by.guardian_of("pk"),),
        (by.restricted("pk", C3),),
    ),
    Rule(FamilyAction.SEE_LEDGER, CHILD, C14, LEADERS, NOT_THEIR_OWN),
    Rule(FamilyAction.CHASE, CHILD, C6, (by.leads_setting_of("pk"),), NOT_THEIR_OWN),
    Rule(
        FamilyAction.SHOW_ONESELF,
        CHILD,
        C3,
        (by.guardian_of("pk"),),
        (by.restricted("pk", C3),),
    ),
)

tell_readings(
    (FamilyAction.SEE_DETAILS, C5), (FamilyAction.LOOK_AFTER, C5), (FamilyAction.LOOK_AFTER, RecordClass.C4)
)


def guarded(actor: Actor) -> "QuerySet[Child]":
    """The children this actor is guardian of, for telling own children from those shown by others."""
    return system(SystemReason.DECIDING, Child).filter(by.guardian_of("pk").when(actor))
