"""Who may run a setting, who works there; and the facts of membership other rooms' rules stand on."""

from collections.abc import Callable, Collection, Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

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
)
from seren.people.accounts.policies import name_providers, register_hat
from seren.people.accounts.terms import Hat
from seren.people.provision.models import Membership, Provider
from seren.people.provision.terms import COMMITTEE, HELPING, LEADING, SAFEGUARDING, WITH_CHILDREN, Role


class ProvisionAction(Action):
    RUN_SETTING = "provision.run_setting"
    OVERSEE_SETTING = "provision.oversee_setting"
    WORK_AT_SETTING = "provision.work_at_setting"
    BELONG_TO_SETTING = "provision.belong_to_setting"
    SIGN_STATEMENT = "provision.sign_statement"


def active(actor: Actor, roles: Collection[Role]) -> "QuerySet[Membership, Membership]":
    """The actor's memberships in force, in one of these roles, with the statement given (E-10)."""
    return system(SystemReason.DECIDING, Membership).filter(
        in_force(actor.at), person=actor.person, role__in=list(roles), statement_at__lte=actor.at
    )


def on_the_staff(at: datetime) -> "QuerySet[Membership]":
    """Who works with children now, statement given: everybody's memberships, to narrow by setting."""
    return system(SystemReason.DECIDING, Membership).filter(
        in_force(at), role__in=list(WITH_CHILDREN), statement_at__lte=at
    )


def settings_of(actor: Actor, roles: Collection[Role]) -> "QuerySet[Membership, UUID]":
    """The ids of settings where the actor holds one of these roles: for `setting__in=`."""
    return active(actor, roles).values_list("setting_id", flat=True)


def rooms_of(actor: Actor, roles: Collection[Role]) -> "QuerySet[Membership, UUID]":
    return active(actor, roles).filter(room__isnull=False).values_list("room_id", flat=True)


def _at(who: str, roles: Collection[Role]) -> Because:
    return Because(who, lambda actor: Q(pk__in=settings_of(actor, roles)), Floor.STRONG)


LEADS = _at("manager or deputy of the setting", LEADING)
SAFEGUARDS = _at("safeguarding lead of the setting", SAFEGUARDING)
WORKS = _at("staff of the setting", WITH_CHILDREN)
HELPS = _at("volunteer or trainee of the setting", HELPING)
SITS = _at("committee of the setting", COMMITTEE | {Role.OWNER})
ONESELF = Because("the person themselves", lambda actor: Q(person=actor.person))


register(
    Rule(ProvisionAction.RUN_SETTING, "provision.Setting", RecordClass.C2, (LEADS,)),
    Rule(ProvisionAction.OVERSEE_SETTING, "provision.Setting", RecordClass.C2, (LEADS, SAFEGUARDS)),
    Rule(ProvisionAction.WORK_AT_SETTING, "provision.Setting", RecordClass.C2, (WORKS,)),
    Rule(
        ProvisionAction.BELONG_TO_SETTING,
        "provision.Setting",
        RecordClass.C0,
        (WORKS, HELPS, SITS),
    ),
    Rule(ProvisionAction.SIGN_STATEMENT, "provision.Membership", RecordClass.C1, (ONESELF,)),
)


def manages_member(actor: Actor) -> Q:
    """On a person: they hold a role at a setting this actor runs."""
    members = system(SystemReason.DECIDING, Membership).filter(
        in_force(actor.at), person=OuterRef("pk"), setting__in=settings_of(actor, LEADING)
    )
    return Q(Exists(members))


def works_under(
    actor: Actor, person: str, leading: Collection[Role], held: Collection[Role] = tuple(Role)
) -> Q:
    """The adult at `person` holds one of `held` at a setting where this actor holds one of `leading`."""
    members = system(SystemReason.DECIDING, Membership).filter(
        in_force(actor.at),
        person=OuterRef(person),
        role__in=sorted(held),
        setting__in=settings_of(actor, leading),
    )
    return Q(Exists(members))


def _holds(roles: Collection[Role]) -> "Callable[[Any], Q]":
    """For a hat: the person holds one of these roles somewhere, statement given."""

    def held(at: Any) -> Q:
        members = system(SystemReason.SIGNING_IN, Membership).filter(
            in_force(at), person=OuterRef("pk"), role__in=sorted(roles), statement_at__lte=at
        )
        return Q(Exists(members))

    return held


ROLES_OF = {
    Hat.ROOM: WITH_CHILDREN | HELPING,
    Hat.DESK: LEADING | SAFEGUARDING,
    Hat.COMMITTEE: COMMITTEE | {Role.OWNER},
}
for _hat, _roles in ROLES_OF.items():
    register_hat(_hat, _holds(_roles))


def _names(ids: Iterable[UUID]) -> dict[UUID, str]:
    """For an adult of several providers, who chooses between them."""
    providers = system(SystemReason.SIGNING_IN, Provider).filter(pk__in=list(ids))
    return dict(providers.values_list("pk", "name"))


name_providers(_names)
