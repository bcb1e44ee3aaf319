"""Who may read and answer what is asked (trust.md 4.2, class C8)."""

from django.db.models import Q

from seren.foundation.access.door import (
    Action,
    Actor,
    Because,
    RecordClass,
    Rule,
    register,
)
from seren.people.consent.policies.standing import GOING_ON
from seren.people.consent.policies.whom import PLACES
from seren.people.families.policies import (
    ever_guardian_of,
    in_room_of,
    kept_from_place,
    key_person_of,
    leads_setting_of,
    parent_of,
    responsible_for,
    restricted,
    safeguards_setting_of,
    tell_readings,
)

C8 = RecordClass.C8
ASKED = "consent.Asked"


class ConsentAction(Action):
    FOLLOW = "consent.follow"
    ANSWER = "consent.answer"
    LOOK = "consent.look"
    KEY = "consent.key"
    ASK = "consent.ask"
    DECIDE = "consent.decide"
    SEE_OUTCOME = "consent.see_outcome"


def _kept_from(child: str) -> tuple[Because, ...]:
    """Whoever is bound, and whoever is family: at work nobody reads their own family's answers."""
    return (restricted(child, C8), ever_guardian_of(child))


def _tells_a_place(actor: Actor) -> Q:
    """A trip, a way home, or a thing named outside care, to somebody kept from where the child is (C7)."""
    tells = Q(code__in=PLACES) | (~Q(scope="") & ~Q(code__in=GOING_ON))
    return kept_from_place("child_id").when(actor) & tells


TO_FAMILY = (
    restricted("child_id", C8),
    Because("kept from where the child is, and the question tells it", _tells_a_place),
)
LEADS = leads_setting_of("child_id", at="setting_id")
READERS = (
    key_person_of("child_id", at="setting_id"),
    LEADS,
    safeguards_setting_of("child_id", at="setting_id"),
)

register(
    Rule(ConsentAction.FOLLOW, ASKED, C8, (parent_of("child_id"),), TO_FAMILY),
    Rule(ConsentAction.ANSWER, ASKED, C8, (responsible_for("child_id"),), TO_FAMILY),
    Rule(ConsentAction.LOOK, ASKED, C8, READERS, _kept_from("child_id")),
    Rule(ConsentAction.KEY, ASKED, C8, (LEADS,), _kept_from("child_id")),
    Rule(ConsentAction.DECIDE, ASKED, C8, (LEADS,), _kept_from("child_id")),
    Rule(ConsentAction.ASK, "families.Enrolment", C8, (LEADS,), _kept_from("child_id")),
    Rule(
        ConsentAction.SEE_OUTCOME,
        "families.Enrolment",
        C8,
        (*READERS, in_room_of("child_id", at="setting_id")),
        _kept_from("child_id"),
    ),
)

tell_readings((ConsentAction.LOOK, C8))
