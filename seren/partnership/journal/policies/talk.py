"""The rules of the talk about a moment, of the record, and of next steps."""

from collections.abc import Callable

from django.db.models import Exists, OuterRef, Q

from seren.foundation.access.door import (
    Actor,
    Because,
    Floor,
    RecordClass,
    Rule,
    SystemReason,
    register,
    system,
    through,
)
from seren.partnership.journal.models import Moment, ReplyAbout
from seren.partnership.journal.policies.actions import JournalAction as Act
from seren.partnership.journal.policies.reasons import narrowed
from seren.partnership.journal.terms import Decision, MomentState, ReplyKind
from seren.people.families import policies as families
from seren.people.provision.policies import settings_of
from seren.people.provision.terms import WITH_CHILDREN

C3 = RecordClass.C3
CHILD = "families.Child"

GUARDIAN = families.guardian_of("child_id")
TEAM = families.staff_of("child_id", at="setting_id")
WRITERS = (
    families.key_person_of("child_id", at="setting_id"),
    families.in_room_of("child_id", at="setting_id"),
)
BOUND = families.restricted("child_id", C3)
BOUND_PK = families.restricted("pk", C3)


def _open(actor: Actor) -> Q:
    told = Q(moment__state__in=[MomentState.DRAFT, MomentState.SHARED])
    return told & through(actor, Act.SEE_MOMENT, Moment, "moment_id")


OPEN = Because("the moment it hangs on is open to them, and not taken back", _open)


# A reply: about some children of a moment, within the talk with one adult.


def _about(reason: Because) -> Callable[[Actor], Q]:
    def when(actor: Actor) -> Q:
        about = system(SystemReason.DECIDING, ReplyAbout).filter(reply=OuterRef("pk"))
        return Q(Exists(about.filter(reason.when(actor))))

    return when


def _talk_about(reason: Because) -> Because:
    """Staff of a child the talk is about. Their own talk they read as the family they are."""
    about = _about(reason)
    return Because(reason.who, lambda a: about(a) & ~Q(talk_with=a.person), reason.floor)


def _own_talk(actor: Actor) -> Q:
    return Q(talk_with=actor.person) & _about(GUARDIAN)(actor)


def _wrote_it(actor: Actor) -> Q:
    here = Q(moment__setting__in=settings_of(actor, WITH_CHILDREN))
    return Q(author=actor.person) & here & ~Q(talk_with=actor.person)


def _other_parents_talk(actor: Actor) -> Q:
    return _about(families.ever_guardian_of("child_id"))(actor) & ~Q(talk_with=actor.person)


OWN_TALK = Because("the adult whose talk it is", _own_talk)
STAFF_WHO_WROTE = Because("staff who wrote it", _wrote_it, Floor.STRONG)
REPLY_DENIES = (
    Because("bound by a restriction about a child in it", _about(BOUND)),
    Because("another parent of the child", _other_parents_talk),
)

# Words from home beside a plan.


def _own_home(actor: Actor) -> Q:
    """A guardian of the child who wrote it, or who belongs to the household where the child lives."""
    lives = families.lives_now(actor).filter(child=OuterRef("child"), household=OuterRef("household"))
    same = Q(household__in=families.homes_of(actor)) & Q(Exists(lives))
    return GUARDIAN.when(actor) & (Q(author=actor.person) | same)


OWN_HOME = Because("adult of that home", _own_home)
OTHER_HOME = Because(
    "another parent of the child",
    lambda a: families.ever_guardian_of("child_id").when(a) & ~_own_home(a) & ~Q(author=a.person),
)

# Requests for the record.

ASKED_IT = Because("the guardian who asked", lambda a: Q(asked_by=a.person))


register(
    Rule(
        Act.SEE_REPLY,
        "journal.Reply",
        C3,
        (
            OWN_TALK,
            STAFF_WHO_WROTE,
            *map(_talk_about, families.staff_of("child_id", at="reply__moment__setting_id")),
        ),
        REPLY_DENIES,
        OPEN,
    ),
    Rule(
        Act.WITHDRAW_REPLY,
        "journal.Reply",
        C3,
        (
            narrowed(OWN_TALK, lambda a: Q(author=a.person, withdrawn_at__isnull=True)),
            narrowed(STAFF_WHO_WROTE, lambda _a: Q(withdrawn_at__isnull=True)),
        ),
        REPLY_DENIES,
        OPEN,
    ),
    Rule(
        Act.ASK_REPLY_FOR_RECORD,
        "journal.Reply",
        C3,
        (
            narrowed(
                OWN_TALK,
                lambda a: Q(author=a.person, withdrawn_at__isnull=True) & ~Q(kind=ReplyKind.HEART),
            ),
        ),
        REPLY_DENIES,
        OPEN,
    ),
    Rule(
        Act.SEE_RECORD_REQUEST,
        "journal.RecordRequest",
        C3,
        (ASKED_IT, *TEAM),
        (BOUND, families.another_parent_of("child_id", "asked_by")),
        OPEN,
    ),
    Rule(
        Act.DECIDE_RECORD,
        "journal.RecordRequest",
        C3,
        tuple(narrowed(reason, lambda _a: Q(decision=Decision.ASKED)) for reason in WRITERS),
        (BOUND, families.ever_guardian_of("child_id")),
        OPEN,
    ),
    Rule(Act.SEE_PLAN, CHILD, C3, (families.guardian_of("pk"), *families.staff_of("pk")), (BOUND_PK,)),
    Rule(
        Act.WORK_ON_STEP,
        CHILD,
        C3,
        (families.key_person_of("pk"), families.in_room_of("pk")),
        (BOUND_PK,),
    ),
    Rule(Act.ADD_HOME_WORDS, CHILD, C3, (families.guardian_of("pk"),), (BOUND_PK,)),
    Rule(
        Act.SEE_STEP,
        "journal.NextStep",
        C3,
        (GUARDIAN, *TEAM),
        (BOUND,),
    ),
    Rule(Act.AGREE_STEP, "journal.NextStep", C3, (GUARDIAN, *WRITERS), (BOUND,)),
    Rule(
        Act.SEE_HOME_WORDS,
        "journal.HomeWords",
        C3,
        (OWN_HOME, *TEAM),
        (BOUND, OTHER_HOME),
    ),
)
