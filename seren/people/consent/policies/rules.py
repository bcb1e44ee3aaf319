"""Who may read and answer what is asked (trust.md 4.2, class C8)."""

from seren.foundation.access.door import Action, Because, RecordClass, Rule, register
from seren.people.families.policies import (
    ever_guardian_of,
    in_room_of,
    key_person_of,
    leads_setting_of,
    parent_of,
    responsible_for,
    restricted,
    safeguards_setting_of,
)

C8 = RecordClass.C8
ASKED = "consent.Asked"


class ConsentAction(Action):
    FOLLOW = "consent.follow"
    ANSWER = "consent.answer"
    LOOK = "consent.look"
    KEY = "consent.key"
    ASK = "consent.ask"
    SEE_OUTCOME = "consent.see_outcome"


def _kept_from(child: str) -> tuple[Because, ...]:
    """Whoever is bound, and whoever is family: at work nobody reads their own family's answers."""
    return (restricted(child, C8), ever_guardian_of(child))


LEADS = leads_setting_of("child_id", at="setting_id")
READERS = (
    key_person_of("child_id", at="setting_id"),
    LEADS,
    safeguards_setting_of("child_id", at="setting_id"),
)

register(
    Rule(ConsentAction.FOLLOW, ASKED, C8, (parent_of("child_id"),), (restricted("child_id", C8),)),
    Rule(ConsentAction.ANSWER, ASKED, C8, (responsible_for("child_id"),), (restricted("child_id", C8),)),
    Rule(ConsentAction.LOOK, ASKED, C8, READERS, _kept_from("child_id")),
    Rule(ConsentAction.KEY, ASKED, C8, (LEADS,), _kept_from("child_id")),
    Rule(ConsentAction.ASK, "families.Enrolment", C8, (LEADS,), _kept_from("child_id")),
    Rule(
        ConsentAction.SEE_OUTCOME,
        "families.Enrolment",
        C8,
        (*READERS, in_room_of("child_id", at="setting_id")),
        _kept_from("child_id"),
    ),
)
