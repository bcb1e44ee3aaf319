"""Who looks at an alarm and settles it; who sees what leaves in bulk, and who agrees to it."""

from collections.abc import Collection

from django.db.models import Q

from seren.foundation.access.door import Action, Because, Floor, RecordClass, Rule, register
from seren.people.provision.policies import settings_of, works_under
from seren.people.provision.terms import LEADING, SAFEGUARDING, Role

STOP, BULK = "guarding.Stop", "guarding.BulkRequest"
DECIDING = LEADING | SAFEGUARDING


class GuardingAction(Action):
    LOOK_AT_ALARM = "guarding.look_at_alarm"
    SETTLE_ALARM = "guarding.settle_alarm"
    SEE_BULK = "guarding.see_bulk"
    AGREE_BULK = "guarding.agree_bulk"
    AGREE_BULK_ALONE = "guarding.agree_bulk_alone"
    FETCH_BULK = "guarding.fetch_bulk"


def _at(who: str, roles: Collection[Role]) -> Because:
    return Because(who, lambda actor: Q(setting__in=settings_of(actor, roles)), Floor.STRONG)


RAISED = Because("an alarm was raised", lambda actor: Q(raised_at__isnull=False))
ONESELF = Because("it is their own account", lambda actor: Q(person=actor.person))
WATCHES = (
    Because(
        "manager, deputy or safeguarding lead where the account works",
        lambda actor: works_under(actor, "person", DECIDING),
        Floor.STRONG,
    ),
    Because(
        "owner, where a manager’s account is meant",
        lambda actor: works_under(actor, "person", {Role.OWNER}, {Role.MANAGER}),
        Floor.STRONG,
    ),
)
DECIDES = _at("manager, deputy or safeguarding lead of the setting", DECIDING)
ASKED_IT = Because("they asked for it themselves", lambda actor: Q(asked_by=actor.person))
ASKED_LONG_AGO = Because(
    "safeguarding lead of the setting, who asked for it and has waited",
    lambda actor: Q(
        setting__in=settings_of(actor, SAFEGUARDING), asked_by=actor.person, alone_from__lte=actor.at
    ),
    Floor.STRONG,
)
ASKED_HERE = Because(
    "whoever asked for it, while they decide at the setting",
    lambda actor: Q(setting__in=settings_of(actor, DECIDING), asked_by=actor.person),
    Floor.STRONG,
)

register(
    Rule(GuardingAction.LOOK_AT_ALARM, STOP, RecordClass.C14, WATCHES, (ONESELF,), RAISED),
    Rule(GuardingAction.SETTLE_ALARM, STOP, RecordClass.C14, WATCHES, (ONESELF,), RAISED),
    Rule(GuardingAction.SEE_BULK, BULK, RecordClass.C14, (DECIDES,)),
    Rule(GuardingAction.AGREE_BULK, BULK, RecordClass.C14, (DECIDES,), (ASKED_IT,)),
    Rule(GuardingAction.AGREE_BULK_ALONE, BULK, RecordClass.C14, (ASKED_LONG_AGO,)),
    Rule(GuardingAction.FETCH_BULK, BULK, RecordClass.C14, (ASKED_HERE,)),
)
