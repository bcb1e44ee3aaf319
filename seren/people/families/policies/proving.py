"""Who may see the rows behind a promise: who answers for the setting, unless they are that child’s family.

A leader who is a parent as well would learn from such a row what the other home did.
"""

from seren.foundation.access.door import Action, RecordClass, Rule, register
from seren.people.families.policies import reasons as by


class ProvingAction(Action):
    SEE_EVIDENCE = "families.see_evidence"
    SEE_WHO_IS_REACHED = "families.see_who_is_reached"


register(
    Rule(
        ProvingAction.SEE_EVIDENCE,
        "families.Child",
        RecordClass.C3,
        (by.leads_setting_of("pk"), by.safeguards_setting_of("pk")),
        (by.restricted("pk", RecordClass.C3), by.ever_guardian_of("pk")),
    ),
    Rule(
        ProvingAction.SEE_WHO_IS_REACHED,
        "families.Guardianship",
        RecordClass.C3,
        (by.leads_setting_of("child_id"), by.safeguards_setting_of("child_id")),
        (by.restricted("child_id", RecordClass.C3), by.ever_guardian_of("child_id")),
    ),
)
