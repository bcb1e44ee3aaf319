"""Rules about an adult whose ties lie here: who may invite them, meet them, close or mend their account."""

from typing import Any

from django.db.models import Exists, OuterRef, Q

from seren.foundation.access.door import (
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
from seren.people.accounts.policies import AccountsAction, register_hat
from seren.people.accounts.terms import Hat
from seren.people.families.models import FamilyViewer, Guardianship
from seren.people.families.policies import reasons as by
from seren.people.provision.policies import manages_member


def _adult_of_child(reason: Because, who: str) -> Because:
    """`reason` holds for a child this adult is tied to."""

    def when(actor: Actor) -> Q:
        guardians = system(SystemReason.DECIDING, Guardianship).filter(
            in_force(actor.at), adult=OuterRef("pk")
        )
        viewers = system(SystemReason.DECIDING, FamilyViewer).filter(in_force(actor.at), adult=OuterRef("pk"))
        held = reason.when(actor)
        return Q(Exists(guardians.filter(held))) | Q(Exists(viewers.filter(held)))

    return Because(who, when, reason.floor)


LEADS_CHILD = _adult_of_child(by.leads_setting_of("child_id"), "manager or deputy of their child’s setting")
KEY_PERSON = _adult_of_child(by.key_person_of("child_id"), "key person or buddy of their child")


def _tied_to_child(reason: Because) -> Because:
    """A deny: `reason` holds for a child this adult is, or was, tied to."""

    def when(actor: Actor) -> Q:
        held = reason.when(actor)
        guardians = system(SystemReason.DECIDING, Guardianship).filter(held, adult=OuterRef("pk"))
        viewers = system(SystemReason.DECIDING, FamilyViewer).filter(held, adult=OuterRef("pk"))
        return Q(Exists(guardians)) | Q(Exists(viewers))

    return Because(reason.who, when)


# A letter with a code, or an address to sign in with, is a key to the other home: it passes through no hands
# of an adult of the same child, nor of one whom an order keeps from where it lives.
BETWEEN_HOMES = (
    _tied_to_child(by.ever_guardian_of("child_id")),
    _tied_to_child(by.restricted("child_id", RecordClass.C6)),
)
LEADS_MEMBER = Because("manager or deputy of the setting they work at", manages_member, Floor.STRONG)

register(
    *(
        Rule(action, "accounts.Person", RecordClass.C6, permits, BETWEEN_HOMES)
        for action, permits in (
            (AccountsAction.INVITE, (LEADS_CHILD, LEADS_MEMBER)),
            (AccountsAction.CORRECT, (LEADS_CHILD, LEADS_MEMBER)),
            (AccountsAction.CONFIRM_FACE_TO_FACE, (LEADS_CHILD, LEADS_MEMBER, KEY_PERSON)),
            (AccountsAction.CLOSE_ACCOUNT, (LEADS_CHILD, LEADS_MEMBER)),
            (AccountsAction.RECOVER, (LEADS_CHILD, LEADS_MEMBER)),
        )
    )
)


def _tied(at: Any) -> Q:
    guardians = system(SystemReason.SIGNING_IN, Guardianship).filter(in_force(at), adult=OuterRef("pk"))
    viewers = system(SystemReason.SIGNING_IN, FamilyViewer).filter(in_force(at), adult=OuterRef("pk"))
    return Q(Exists(guardians)) | Q(Exists(viewers))


register_hat(Hat.FAMILY, _tied)
