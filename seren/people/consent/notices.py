"""What is told of permissions, to whom. A notice says that a question waits; never which, nor about whom."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from seren.foundation.access.door import Actor, Level, SystemReason, system, visible
from seren.foundation.deadlines.door import Due
from seren.foundation.notify.door import Kind, Told, register, send
from seren.foundation.rules import door as rules
from seren.people.consent.models import Answer, Asked, Round, TalkWish
from seren.people.consent.policies import ConsentAction, answering
from seren.people.consent.queries.standing import newest, silent
from seren.people.families.queries import key_people_of
from seren.people.provision.queries import leaders_of

GATHER = rules.need("permissions.gather")
HERE = "/family/permissions/"


def _as(person: UUID, notice: Told, at: datetime) -> Actor:
    return Actor(person, notice.provider, Level.STRONG, at)


def _gathered(on: date) -> int:
    """What is asked within minutes is told of once."""
    return rules.value("england", GATHER, on).number * 60


def _waits_for(notice: Told, person: UUID, at: datetime) -> bool:
    """Something of this round is theirs to answer, and they have not.

    Their own answers count, nobody else’s: who is reminded would tell who answered.
    """
    actor = _as(person, notice, at)
    mine = system(SystemReason.TELLING, Answer).filter(asked=OuterRef("pk"), adult=person)
    asked = newest(visible(actor, ConsentAction.ANSWER, Asked).filter(round=notice.subject), at)
    return asked.filter(Q(until_at__isnull=True) | Q(until_at__gt=at), ~Exists(mine)).exists()


def _who_answer(notice: Told, at: datetime) -> set[UUID]:
    children = system(SystemReason.TELLING, Asked).filter(round=notice.subject).values("child")
    # Whose eyes these are is of no account here: each adult is asked for themselves below.
    ties = answering(_as(notice.subject, notice, at)).filter(child__in=children)
    adults = set(ties.values_list("adult_id", flat=True))
    return {person for person in adults if _waits_for(notice, person, at)}


def _who_chase(notice: Told, at: datetime) -> set[UUID]:
    """Leaders, while something of the round has nobody’s answer."""
    found = set()
    for person in leaders_of(_of(Round, notice).setting_id, at):
        actor = _as(person, notice, at)
        asked = visible(actor, ConsentAction.KEY, Asked).filter(round=notice.subject)
        if silent(newest(asked, at), at).exists():
            found.add(person)
    return found


def _of(model: Any, notice: Told) -> Any:
    return system(SystemReason.TELLING, model).get(pk=notice.subject)


def _asked(notice: Told) -> Asked:
    if notice.subject_type == TalkWish._meta.label_lower:
        wish: TalkWish = system(SystemReason.TELLING, TalkWish).select_related("asked").get(pk=notice.subject)
        return wish.asked
    found: Asked = _of(Asked, notice)
    return found


def _readers(notice: Told, people: Iterable[UUID], at: datetime) -> set[UUID]:
    asked = _asked(notice)
    rows: Callable[[UUID], QuerySet[Asked]] = lambda who: visible(  # noqa: E731
        _as(who, notice, at), ConsentAction.LOOK, Asked
    )
    return {who for who in people if rows(who).filter(pk=asked.pk).exists()}


def _leaders(notice: Told, at: datetime) -> set[UUID]:
    return _readers(notice, leaders_of(_asked(notice).setting_id, at), at)


def _key_people(notice: Told, at: datetime) -> set[UUID]:
    """Key person and buddy there, but for who leads: those are told for the desk."""
    asked = _asked(notice)
    named = {one.person for one in key_people_of([asked.child_id], at) if one.setting == asked.setting_id}
    return _readers(notice, named, at) - _leaders(notice, at)


def _to_family(notice: Told) -> str:
    return HERE


def _to_desk(notice: Told) -> str:
    return "/desk/permissions/waiting/"


def _to_child(notice: Told) -> str:
    return f"/desk/children/{_asked(notice).child_id}/permissions/"


def _to_room(notice: Told) -> str:
    return "/room/permissions/"


ASKED = Kind(
    "consent.asked",
    _("We ask you for a yes or a no"),
    _("There are questions about your child for you in Seren. You can say yes, no or “ask me about it”."),
    _who_answer,
    _to_family,
    undo=_gathered,
    still=_waits_for,
)
REMINDER = Kind(
    "consent.reminder",
    _("A question is waiting for you"),
    _("A question about your child still waits in Seren. You can say yes, no or “ask me about it”."),
    _who_answer,
    _to_family,
    still=_waits_for,
)
UNANSWERED = Kind(
    "consent.unanswered",
    _("Permissions without an answer"),
    _("Some questions to families have had no answer in time. Seren shows you which."),
    _who_chase,
    _to_desk,
)
_TALK = (
    _("Somebody wants to talk about a permission"),
    _("A family wants to talk about a permission before they answer."),
)
_DISPUTED = (
    _("Two answers to a permission are not the same"),
    _("Adults of one child have answered a permission differently. Please talk with both."),
)
TALK = Kind("consent.talk", *_TALK, _leaders, _to_child)
TALK_ROOM = Kind("consent.talk_room", *_TALK, _key_people, _to_room)
DISPUTED = Kind("consent.disputed", *_DISPUTED, _leaders, _to_child)
DISPUTED_ROOM = Kind("consent.disputed_room", *_DISPUTED, _key_people, _to_room)
register(ASKED, REMINDER, UNANSWERED, TALK, TALK_ROOM, DISPUTED, DISPUTED_ROOM)


def telling(kind: Kind) -> Callable[[Due, datetime], None]:
    """For a clock: queues the notice of `kind` about the round it is over."""

    def tell(due: Due, now: datetime) -> None:
        subject = system(SystemReason.TELLING, Round).get(pk=due.subject_id)
        send(kind, subject, setting=due.setting_id, about=subject.child_id, now=now)

    return tell


def tell_asked(made: Round, *, now: datetime) -> None:
    send(ASKED, made, setting=made.setting_id, about=made.child_id, now=now)


def tell_talk_wished(wish: TalkWish, asked: Asked, *, now: datetime) -> None:
    for kind in (TALK, TALK_ROOM):
        send(kind, wish, setting=asked.setting_id, about=asked.child_id, now=now)


def tell_disputed(asked: Asked, *, now: datetime) -> None:
    for kind in (DISPUTED, DISPUTED_ROOM):
        send(kind, asked, setting=asked.setting_id, about=asked.child_id, now=now)
