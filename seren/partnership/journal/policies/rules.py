"""The rules of moments. trust.md 4.2, house.md 6; in words in docs/access.md, which is drawn from these."""

from django.db.models import Q

from seren.foundation.access.door import Because, Floor, RecordClass, Rule, register, through
from seren.partnership.journal.models import Moment
from seren.partnership.journal.policies import reasons as by
from seren.partnership.journal.policies.actions import JournalAction as Act
from seren.partnership.journal.terms import Origin
from seren.people.families import policies as families
from seren.people.families.terms import KeyKind
from seren.people.provision.policies import settings_of
from seren.people.provision.terms import LEADING

C3 = RecordClass.C3
MOMENT = "journal.Moment"
ROW = "journal.MomentChild"
CHILD = "families.Child"

HERE = "moment__setting_id"  # from a child in the moment
KEY_OR_BUDDY = families.key_person_of("child_id", at=HERE)
KEY_ONLY = families.key_person_of("child_id", KeyKind.KEY, at=HERE)
LEADER = families.leads_setting_of("child_id", at=HERE)
WRITER = families.writer_of("child_id", at=HERE)

DENIES = (
    by.bound_about_any_child(C3),
    Because("another parent of the child", by.kept_between_homes),
)


def _family(state: by.Condition) -> tuple[Because, ...]:
    """To whom a moment for the family opens, in that state of it."""
    return (
        by.of_a_child(families.guardian_of("child_id"), lambda a: state(a) & by.TO_FAMILY),
        by.viewer_in(lambda a: state(a) & by.TO_FAMILY),
    )


FAMILY = _family(by.told)
SHARED_IT = by.wrote_it_at_home(lambda _a: by.NOT_BINNED)
HOLDS_DRAFT = by.of_a_child(KEY_ONLY, lambda _a: by.DRAFT & by.FROM_SETTING)
TAKES_UP_DRAFT = by.of_a_child(LEADER, by.unfiled_long_enough)
TEAM = (
    by.of_a_child(KEY_OR_BUDDY, by.told),
    *(
        by.of_a_child(reason, lambda a: by.told(a) & by.TO_TEAM)
        for reason in families.staff_of("child_id", at=HERE)[1:]
    ),
)
STAFF = (by.wrote_it_as_staff(lambda _a: by.NOT_BINNED), HOLDS_DRAFT, TAKES_UP_DRAFT, *TEAM)
FILERS = (by.wrote_it_as_staff(lambda _a: by.DRAFT), HOLDS_DRAFT)


def _owners(state: Q) -> tuple[Because, ...]:
    """Whoever shared it, as long as they see it; for what the setting shares, manager and deputy too, once it
    is told: before that it is not theirs to see.
    """
    return (
        Because(
            "adult who shared it",
            lambda a: state & by.FROM_HOME & Q(author=a.person) & through(a, Act.SEE_MOMENT, Moment, "pk"),
        ),
        by.wrote_it_as_staff(lambda _a: state),
        by.of_a_child(LEADER, lambda a: by.told(a) & state & by.FROM_SETTING),
    )


def _binned() -> Q:
    return Q(binned_at__isnull=False, origin=Origin.SETTING)


# On a child in a moment: nothing is told of it unless the moment is open.
MOMENT_IS_OPEN = Because(
    "the moment is open to them",
    lambda a: through(a, Act.SEE_MOMENT, Moment, "moment_id"),
    asks=(Act.SEE_MOMENT, "moment_id"),
)


register(
    Rule(Act.SEE_MOMENT, MOMENT, C3, (*FAMILY, SHARED_IT, *STAFF), DENIES),
    # The family as it would be told, of a moment that is not shared yet. It opens nothing: a preview asks it.
    Rule(Act.SEE_WHEN_SHARED, MOMENT, C3, _family(lambda _a: by.NOT_BINNED), DENIES),
    Rule(
        Act.WALK_SKY,
        ROW,
        C3,
        (
            families.guardian_of("child_id"),
            families.viewer_of("child_id", C3),
            *families.staff_of("child_id", at=HERE),
            Because("staff who noted it", by.noted_it_here, Floor.STRONG),
        ),
        (families.restricted("child_id", C3),),
        MOMENT_IS_OPEN,
    ),
    Rule(
        Act.SEE_CHILD_IN_MOMENT,
        ROW,
        C3,
        (families.guardian_of("child_id"), *families.staff_of("child_id")),
        (families.restricted("child_id", C3),),
        MOMENT_IS_OPEN,
    ),
    Rule(
        Act.SHARE_MOMENT,
        MOMENT,
        C3,
        (
            *(by.narrowed(reason, by.of_every_child(WRITER)) for reason in FILERS),
            by.narrowed(
                by.wrote_it_at_home(lambda _a: by.DRAFT),
                by.of_every_child(families.belongs_somewhere("child_id", families.guardian_of("child_id"))),
            ),
        ),
        DENIES,
    ),
    Rule(Act.EDIT_MOMENT, MOMENT, C3, (SHARED_IT, *FILERS), DENIES),
    Rule(Act.ADD_PHOTO, MOMENT, C3, (SHARED_IT, *FILERS), DENIES),
    Rule(Act.SEE_UNFILED, MOMENT, C3, (*FILERS, TAKES_UP_DRAFT), DENIES),
    Rule(Act.WITHDRAW_MOMENT, MOMENT, C3, _owners(by.SHARED), DENIES),
    Rule(Act.RESTORE_MOMENT, MOMENT, C3, _owners(by.WITHDRAWN), DENIES),
    Rule(
        Act.BIN_MOMENT,
        MOMENT,
        C3,
        (*FILERS, TAKES_UP_DRAFT, by.wrote_it_at_home(lambda _a: by.DRAFT), *_owners(by.WITHDRAWN)),
        DENIES,
    ),
    Rule(
        Act.FIND_IN_BIN,
        MOMENT,
        C3,
        (
            Because(
                "staff who noted it",
                lambda a: _binned() & by.own_words_at_work(a),
                Floor.STRONG,
            ),
            Because(
                "manager or deputy of the setting",
                lambda a: _binned() & Q(setting__in=settings_of(a, LEADING)),
                Floor.STRONG,
            ),
        ),
        DENIES,
    ),
    Rule(
        Act.THANK,
        MOMENT,
        C3,
        (by.of_a_child(KEY_OR_BUDDY, lambda a: by.told(a) & by.SHARED & by.FROM_HOME),),
        (*DENIES, by.of_a_child(families.ever_guardian_of("child_id"), lambda _a: Q())),
    ),
    Rule(
        Act.ANSWER,
        MOMENT,
        C3,
        (
            by.of_a_child(families.guardian_of("child_id"), lambda a: by.told(a) & by.SHARED & by.TO_FAMILY),
            by.wrote_it_at_home(lambda _a: by.SHARED),
        ),
        DENIES,
    ),
    Rule(
        Act.ANSWER_FAMILY,
        MOMENT,
        C3,
        tuple(
            by.narrowed(
                reason,
                lambda a: by.SHARED & by.of_a_child(WRITER, lambda _a: Q()).when(a),
            )
            for reason in TEAM
        ),
        DENIES,
    ),
    Rule(
        Act.ASK_FOR_RECORD,
        MOMENT,
        C3,
        (by.wrote_it_at_home(lambda a: by.told(a) & by.SHARED),),
        DENIES,
    ),
    Rule(
        Act.NOTE_MOMENT,
        CHILD,
        C3,
        (families.key_person_of("pk"), families.in_room_of("pk")),
        (families.restricted("pk", C3),),
    ),
    Rule(
        Act.KEY_SLIP,
        CHILD,
        C3,
        (families.key_person_of("pk"), families.in_room_of("pk"), families.leads_setting_of("pk")),
        (families.restricted("pk", C3), families.ever_guardian_of("pk")),
    ),
    Rule(
        Act.SHARE_STAR,
        CHILD,
        C3,
        (families.belongs_somewhere("pk", families.guardian_of("pk")),),
        (families.restricted("pk", C3),),
    ),
)

families.tell_readings((Act.WALK_SKY, RecordClass.C4))
