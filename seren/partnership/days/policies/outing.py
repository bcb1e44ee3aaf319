"""Who plans, agrees and goes on an outing; which families are told where it goes (trust.md 4.2, class C7)."""

from collections.abc import Collection

from django.db.models import Exists, OuterRef, Q

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
)
from seren.partnership.days.models import OutingInvited
from seren.people.families.policies import guardian_of, kept_from_place, restricted
from seren.people.provision.policies import settings_of
from seren.people.provision.terms import LEADING, WITH_CHILDREN, Role

C7 = RecordClass.C7
OUTING = "days.Outing"


class OutingAction(Action):
    PLAN = "days.plan_outing"
    SEE = "days.see_outing"
    RUN = "days.run_outing"
    AGREE = "days.agree_outing"
    FOLLOW = "days.follow_outing"


def _at(who: str, roles: Collection[Role], setting: str) -> Because:
    return Because(who, lambda a: Q(**{f"{setting}__in": settings_of(a, roles)}), Floor.STRONG)


def _kept_from_a_child(actor: Actor) -> Q:
    """At work too nobody reads where a child goes whom an order keeps from them."""
    invited = system(SystemReason.DECIDING, OutingInvited).filter(outing=OuterRef("pk"))
    kept = kept_from_place("child_id").when(actor) | restricted("child_id", C7).when(actor)
    return Q(Exists(invited.filter(kept)))


_RUNS = "practitioner, manager or deputy of the setting"
WORKS = _at("staff of the setting", WITH_CHILDREN, "setting_id")
KEPT = Because("kept from knowing where a child of the outing is", _kept_from_a_child)

register(
    Rule(
        OutingAction.PLAN,
        "provision.Setting",
        C7,
        (_at(_RUNS, LEADING | {Role.PRACTITIONER}, "pk"),),
    ),
    Rule(OutingAction.SEE, OUTING, C7, (WORKS,), (KEPT,)),
    Rule(
        OutingAction.RUN,
        OUTING,
        C7,
        (_at(_RUNS, LEADING | {Role.PRACTITIONER}, "setting_id"),),
        (KEPT,),
    ),
    Rule(
        OutingAction.AGREE,
        OUTING,
        C7,
        (_at("manager or deputy of the setting", LEADING, "setting_id"),),
        (KEPT,),
    ),
    Rule(
        OutingAction.FOLLOW,
        "days.OutingInvited",
        C7,
        (guardian_of("child_id"),),
        (restricted("child_id", C7), kept_from_place("child_id")),
        within=Because(
            "the family was asked", lambda _actor: Q(asked__isnull=False, outing__asked_at__isnull=False)
        ),
    ),
)
