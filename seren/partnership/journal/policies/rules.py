"""The rules of the journal. trust.md 4.2; issue wording in docs/access.md, which is drawn from these."""

from django.db.models import Q

from seren.foundation.access.door import Actor, Because, Floor, RecordClass, Rule, register, through
from seren.partnership.journal.models import Moment
from seren.partnership.journal.policies import reasons as by
from seren.partnership.journal.policies.actions import JournalAction as Act
from seren.partnership.journal.terms import MomentState, Origin
from seren.people.families import policies as families
from seren.people.provision.policies import settings_of
from seren.people.provision.terms import LEADING, WITH_CHILDREN

C3 = RecordClass.C3
MOMENT = "journal.Moment"
CHILD = "families.Child"

BOUND = by.bound_about_any_child(C3)
BOUND_ABOUT_CHILD = families.restricted("child_id", C3)

FAMILY = (
    by.of_a_child(families.guardian_of("child_id"), lambda a: by.NOT_BINNED & by.released(a) & by.TO_FAMILY),
    by.of_a_child(
        families.viewer_of("child_id", C3), lambda a: by.NOT_BINNED & by.released(a) & by.TO_FAMILY
    ),
)
AUTHOR_AT_HOME = by.of_a_child(
    families.guardian_of("child_id"),
    lambda a: by.NOT_BINNED & Q(origin=Origin.HOME, author=a.person),
)
AUTHOR_AT_HOME = Because("guardian who shared it", AUTHOR_AT_HOME.when, AUTHOR_AT_HOME.floor)
AUTHOR_AT_WORK = Because(
    "staff who noted it",
    lambda a: (
        by.NOT_BINNED & Q(author=a.person, origin=Origin.SETTING, setting__in=settings_of(a, WITH_CHILDREN))
    ),
    Floor.STRONG,
)
KEY_PERSON = by.of_a_child(
    families.key_person_of("child_id"), by.at_work(lambda _a: by.NOT_BINNED & (by.TOLD | by.FROM_SETTING))
)
TEAM = by.of_a_child(
    families.in_room_of("child_id"), by.at_work(lambda _a: by.NOT_BINNED & by.TOLD & by.TO_TEAM)
)
LEADERS = (
    by.of_a_child(
        families.leads_setting_of("child_id"),
        by.at_work(lambda a: by.NOT_BINNED & (by.TOLD | by.unfiled_long_enough(a))),
    ),
    by.of_a_child(families.safeguards_setting_of("child_id"), by.at_work(lambda _a: by.NOT_BINNED & by.TOLD)),
)


def _drafted(actor: Actor) -> Q:
    return by.NOT_BINNED & Q(state=MomentState.DRAFT) & by.FROM_SETTING


DRAFTER = Because("staff who noted it", lambda a: _drafted(a) & AUTHOR_AT_WORK.when(a), Floor.STRONG)
STAFF = (DRAFTER, KEY_PERSON, TEAM, *LEADERS)
FILERS = (
    DRAFTER,
    by.of_a_child(families.key_person_of("child_id"), by.at_work(_drafted)),
    by.of_a_child(
        families.leads_setting_of("child_id"), by.at_work(lambda a: _drafted(a) & by.unfiled_long_enough(a))
    ),
)
OWNERS = (
    AUTHOR_AT_HOME,
    AUTHOR_AT_WORK,
    by.of_a_child(
        families.leads_setting_of("child_id"),
        by.at_work(lambda _a: by.NOT_BINNED & by.FROM_SETTING & by.TOLD),
    ),
)
THANKERS = (
    *(
        by.of_a_child(reason, by.at_work(lambda _a: by.NOT_BINNED & by.TOLD & by.FROM_HOME))
        for reason in (families.key_person_of("child_id"), families.leads_setting_of("child_id"))
    ),
    by.of_a_child(
        families.in_room_of("child_id"),
        by.at_work(lambda _a: by.NOT_BINNED & by.TOLD & by.TO_TEAM & by.FROM_HOME),
    ),
)


def _child_of_a_visible_moment(actor: Actor) -> Q:
    return through(actor, Act.SEE_MOMENT, Moment, "moment_id")


def _in_visible_moment(reason: Because) -> Because:
    return Because(reason.who, lambda a: _child_of_a_visible_moment(a) & reason.when(a), reason.floor)


register(
    Rule(Act.SEE_MOMENT, MOMENT, C3, (*FAMILY, AUTHOR_AT_HOME, *STAFF), (BOUND,)),
    Rule(Act.EDIT_MOMENT, MOMENT, C3, (AUTHOR_AT_HOME, *FILERS), (BOUND,)),
    Rule(Act.SHARE_MOMENT, MOMENT, C3, FILERS, (BOUND,)),
    Rule(Act.WITHDRAW_MOMENT, MOMENT, C3, OWNERS, (BOUND,)),
    Rule(Act.ADD_PHOTO, MOMENT, C3, (AUTHOR_AT_HOME, *FILERS), (BOUND,)),
    Rule(Act.BIN_MOMENT, MOMENT, C3, (*FILERS, *OWNERS), (BOUND,)),
    Rule(Act.THANK, MOMENT, C3, THANKERS, (BOUND,)),
    Rule(Act.ANSWER_FAMILY, MOMENT, C3, STAFF, (BOUND,)),
    Rule(
        Act.ANSWER,
        MOMENT,
        C3,
        (
            by.of_a_child(
                families.caring_guardian_of("child_id"),
                lambda a: by.NOT_BINNED & by.released(a) & Q(state=MomentState.SHARED) & by.TO_FAMILY,
            ),
            Because(
                "guardian who shared it",
                lambda a: AUTHOR_AT_HOME.when(a) & Q(state=MomentState.SHARED),
            ),
        ),
        (BOUND,),
    ),
    Rule(
        Act.SEE_CHILD_IN_MOMENT,
        "journal.MomentChild",
        C3,
        tuple(
            _in_visible_moment(reason)
            for reason in (
                families.guardian_of("child_id"),
                families.viewer_of("child_id", C3),
                families.key_person_of("child_id"),
                families.in_room_of("child_id"),
                families.leads_setting_of("child_id"),
                families.safeguards_setting_of("child_id"),
            )
        ),
        (BOUND_ABOUT_CHILD,),
    ),
    Rule(
        Act.FIND_IN_BIN,
        MOMENT,
        C3,
        (
            Because(
                "staff who noted it",
                lambda a: (
                    Q(binned_at__isnull=False, author=a.person, origin=Origin.SETTING)
                    & Q(setting__in=settings_of(a, WITH_CHILDREN))
                ),
                Floor.STRONG,
            ),
            Because(
                "manager or deputy of the setting",
                lambda a: (
                    Q(binned_at__isnull=False, origin=Origin.SETTING) & Q(setting__in=settings_of(a, LEADING))
                ),
                Floor.STRONG,
            ),
        ),
        (BOUND,),
    ),
    Rule(
        Act.NOTE_MOMENT,
        CHILD,
        C3,
        (
            families.key_person_of("pk"),
            families.in_room_of("pk"),
            families.leads_setting_of("pk"),
            families.safeguards_setting_of("pk"),
        ),
        (families.restricted("pk", C3),),
    ),
    Rule(
        Act.SHARE_STAR,
        CHILD,
        C3,
        (families.caring_guardian_of("pk"),),
        (families.restricted("pk", C3),),
    ),
    Rule(
        Act.KEY_SLIP,
        CHILD,
        C3,
        (families.key_person_of("pk"), families.in_room_of("pk"), families.leads_setting_of("pk")),
        (families.restricted("pk", C3),),
    ),
)
