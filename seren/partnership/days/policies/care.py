"""Who reads and writes of medicines and accidents (trust.md 4.2, C5; E-32, E-33).

What somebody must know to look after a child that day is a safety item: all of the child’s team read it, and
so do carers. Key person, buddy and leaders write it. Family reads at home only, whatever their work.
"""

from seren.foundation.access.door import Action, RecordClass, Rule, register
from seren.people.families.policies import (
    ever_guardian_of,
    guardian_of,
    kept_from_place,
    key_person_of,
    leads_setting_of,
    responsible_for,
    restricted,
    staff_of,
)

C5 = RecordClass.C5
MEDICINE, ENTRY, PLACE = "days.Medicine", "days.CareEntry", "families.Enrolment"


class CareAction(Action):
    FOLLOW_MEDICINE = "days.follow_medicine"
    SEE_MEDICINE = "days.see_medicine"
    GIVE_MEDICINE = "days.give_medicine"
    BRING_MEDICINE = "days.bring_medicine"
    ASK_MEDICINE = "days.ask_medicine"
    RECORD_CARE = "days.record_care"
    FOLLOW_CARE = "days.follow_care"
    SEE_CARE = "days.see_care"
    TELL_CARE = "days.tell_care"
    LEAD_CARE = "days.lead_care"


HOME = (restricted("child_id", C5),)
# To bring a medicine somewhere is to know that the child is there (C7).
PLACE_TOLD = (*HOME, kept_from_place("child_id"))
WORK = (restricted("child_id", C5), ever_guardian_of("child_id"))
TEAM = staff_of("child_id", at="setting_id")
LEADS = leads_setting_of("child_id", at="setting_id")
WRITES = (key_person_of("child_id", at="setting_id"), LEADS)

register(
    Rule(CareAction.FOLLOW_MEDICINE, MEDICINE, C5, (guardian_of("child_id"),), HOME),
    Rule(CareAction.SEE_MEDICINE, MEDICINE, C5, TEAM, WORK),
    Rule(CareAction.GIVE_MEDICINE, MEDICINE, C5, WRITES, WORK),
    Rule(CareAction.BRING_MEDICINE, PLACE, C5, (responsible_for("child_id"),), PLACE_TOLD),
    Rule(CareAction.ASK_MEDICINE, PLACE, C5, (LEADS,), WORK),
    Rule(CareAction.RECORD_CARE, PLACE, C5, WRITES, WORK),
    Rule(CareAction.FOLLOW_CARE, ENTRY, C5, (guardian_of("child_id"),), HOME),
    Rule(CareAction.SEE_CARE, ENTRY, C5, TEAM, WORK),
    Rule(CareAction.TELL_CARE, ENTRY, C5, WRITES, WORK),
    Rule(CareAction.LEAD_CARE, ENTRY, C5, (LEADS,), WORK),
)
