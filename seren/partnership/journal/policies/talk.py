"""The rules of the talk about a moment, of the record, and of next steps."""

from django.db.models import Exists, OuterRef, Q

from seren.foundation.access.door import (
    Actor,
    Because,
    RecordClass,
    Rule,
    SystemReason,
    register,
    system,
    through,
)
from seren.partnership.journal.models import Moment, ReplyAbout
from seren.partnership.journal.policies.actions import JournalAction as Act
from seren.partnership.journal.policies.reasons import at_work
from seren.partnership.journal.terms import Decision
from seren.people.families import policies as families

C3 = RecordClass.C3
CHILD = "families.Child"

BOUND = families.restricted("child_id", C3)
BOUND_PK = families.restricted("pk", C3)


def _staff(child: str) -> tuple[Because, ...]:
    return (
        families.key_person_of(child),
        families.in_room_of(child),
        families.leads_setting_of(child),
        families.safeguards_setting_of(child),
    )


def _working(reason: Because) -> Because:
    return Because(reason.who, lambda a: at_work(reason.when)(a), reason.floor)


def _in_open_moment(actor: Actor) -> Q:
    return through(actor, Act.SEE_MOMENT, Moment, "moment_id")


def _about_child(reason: Because) -> Because:
    """The talk is about a child of whom `reason` holds, and the moment itself is open to the reader."""

    def when(actor: Actor) -> Q:
        about = system(SystemReason.DECIDING, ReplyAbout).filter(reply=OuterRef("pk"))
        return _in_open_moment(actor) & Q(Exists(about.filter(reason.when(actor))))

    return Because(reason.who, when, reason.floor)


def _bound_about_talk(actor: Actor) -> Q:
    about = system(SystemReason.DECIDING, ReplyAbout).filter(reply=OuterRef("pk"))
    return Q(Exists(about.filter(BOUND.when(actor))))


OWN_TALK = Because("the adult whose talk it is", lambda a: _in_open_moment(a) & Q(talk_with=a.person))
OWN_REPLY = Because(
    "who wrote it", lambda a: _in_open_moment(a) & Q(author=a.person, withdrawn_at__isnull=True)
)
TALK_BOUND = Because("bound by a restriction about a child in it", _bound_about_talk)
SAME_HOME = Because(
    "adult of that home",
    lambda a: (
        (Q(household__in=families.homes_of(a)) | Q(author=a.person))
        & families.guardian_of("child_id").when(a)
    ),
)
ASKED_IT = Because(
    "the guardian who asked",
    lambda a: Q(asked_by=a.person) & families.guardian_of("child_id").when(a),
)


def _undecided(reason: Because) -> Because:
    return Because(reason.who, lambda a: Q(decision=Decision.ASKED) & at_work(reason.when)(a), reason.floor)


register(
    Rule(
        Act.SEE_REPLY,
        "journal.Reply",
        C3,
        (OWN_TALK, *(_about_child(reason) for reason in _staff("child_id"))),
        (TALK_BOUND,),
    ),
    Rule(Act.WITHDRAW_REPLY, "journal.Reply", C3, (OWN_REPLY,), (TALK_BOUND,)),
    Rule(Act.ASK_FOR_RECORD, CHILD, C3, (families.caring_guardian_of("pk"),), (BOUND_PK,)),
    Rule(
        Act.SEE_RECORD_REQUEST,
        "journal.RecordRequest",
        C3,
        (ASKED_IT, *(_working(reason) for reason in _staff("child_id"))),
        (BOUND,),
    ),
    Rule(
        Act.DECIDE_RECORD,
        "journal.RecordRequest",
        C3,
        tuple(
            _undecided(reason)
            for reason in (families.key_person_of("child_id"), families.leads_setting_of("child_id"))
        ),
        (BOUND,),
    ),
    Rule(Act.SEE_PLAN, CHILD, C3, (families.guardian_of("pk"), *_staff("pk")), (BOUND_PK,)),
    Rule(
        Act.SEE_STEP,
        "journal.NextStep",
        C3,
        (families.guardian_of("child_id"), *(_working(reason) for reason in _staff("child_id"))),
        (BOUND,),
    ),
    Rule(
        Act.WORK_ON_STEP,
        CHILD,
        C3,
        (families.key_person_of("pk"), families.in_room_of("pk"), families.leads_setting_of("pk")),
        (BOUND_PK,),
    ),
    Rule(
        Act.AGREE_STEP,
        "journal.NextStep",
        C3,
        (
            families.caring_guardian_of("child_id"),
            *(
                _working(reason)
                for reason in (
                    families.key_person_of("child_id"),
                    families.in_room_of("child_id"),
                    families.leads_setting_of("child_id"),
                )
            ),
        ),
        (BOUND,),
    ),
    Rule(Act.ADD_HOME_WORDS, CHILD, C3, (families.caring_guardian_of("pk"),), (BOUND_PK,)),
    Rule(
        Act.SEE_HOME_WORDS,
        "journal.HomeWords",
        C3,
        (SAME_HOME, *(_working(reason) for reason in _staff("child_id"))),
        (BOUND,),
    ),
)
