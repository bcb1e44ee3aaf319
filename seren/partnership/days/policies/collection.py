"""Who stands at the door, and who reads what was told about who collects (C7, C10, C12).

Whoever is family of the child reads as family only, whatever their work: nothing here is for them but what
they wrote themselves.
"""

from django.db.models import Q

from seren.foundation.access.door import Action, Because, RecordClass, Rule, register
from seren.people.families.policies import (
    another_parent_of,
    ever_guardian_of,
    guardian_of,
    in_room_of,
    key_person_of,
    leads_setting_of,
    restricted,
    safeguards_setting_of,
    staff_of,
)

C7, C10, C12 = RecordClass.C7, RecordClass.C10, RecordClass.C12
PLACE, RELEASE, WORD = "families.Enrolment", "days.Release", "days.CollectWord"


class CollectionAction(Action):
    SEE_DOOR = "days.see_door"
    RELEASE = "days.release"
    LEAD_AT_DOOR = "days.lead_at_door"
    SEE_RELEASE = "days.see_release"
    TELL_WORD = "days.tell_word"
    SEE_WORD = "days.see_word"
    WEIGH_WORD = "days.weigh_word"


TEAM = staff_of("child_id", at="setting_id")
LEADS = leads_setting_of("child_id", at="setting_id")
LEADERS = (LEADS, safeguards_setting_of("child_id", at="setting_id"))
# A safeguarding lead reads what happens at the door, and hands nobody over by that role (trust.md 4.2).
AT_DOOR = (key_person_of("child_id", at="setting_id"), in_room_of("child_id", at="setting_id"), LEADS)
NOT_FAMILY = (restricted("child_id", C7), ever_guardian_of("child_id"))


def _wrote(reason: Because) -> Because:
    """Family, or somebody at work here, of what they wrote themselves."""
    who = "guardian who wrote it" if reason.who == "guardian of the child" else "staff who wrote it"
    return Because(who, lambda a: Q(author=a.person) & reason.when(a), reason.floor)


register(
    Rule(CollectionAction.SEE_DOOR, PLACE, C7, TEAM, NOT_FAMILY),
    Rule(CollectionAction.RELEASE, PLACE, C7, AT_DOOR, NOT_FAMILY),
    Rule(CollectionAction.LEAD_AT_DOOR, PLACE, C7, (LEADS,), NOT_FAMILY),
    Rule(CollectionAction.SEE_RELEASE, RELEASE, C7, TEAM, NOT_FAMILY),
    Rule(
        CollectionAction.TELL_WORD,
        "families.Child",
        C10,
        (guardian_of("pk"), *staff_of("pk")),
        (restricted("pk", C7),),
    ),
    Rule(
        CollectionAction.SEE_WORD,
        WORD,
        C10,
        (_wrote(guardian_of("child_id")), *map(_wrote, TEAM), *LEADERS),
        (restricted("child_id", C7), another_parent_of("child_id", "author")),
    ),
    Rule(CollectionAction.WEIGH_WORD, WORD, C12, LEADERS, NOT_FAMILY),
)
