"""`/desk/children/<id>/permissions/`: what was asked about one child here, who said what, what to ask."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Exists, OuterRef, Subquery, UUIDField
from django.utils.translation import get_language

from seren.foundation.access.door import (
    Actor,
    NotThere,
    SystemReason,
    find,
    in_force,
    prepared_question,
    system,
    visible,
)
from seren.foundation.kernel import clock
from seren.foundation.kernel.questions import Question, question
from seren.people.consent.models import Answer, Asked, TalkWish
from seren.people.consent.policies import ConsentAction
from seren.people.consent.policies.standing import GOING_ON, KEY, noes, yeses
from seren.people.consent.queries.deciding import DecisionShown, decisions_shown
from seren.people.consent.queries.moving import Mover, changed_rooms, is_asked_again
from seren.people.consent.queries.standing import holds, newest, state_of, with_standing
from seren.people.consent.terms import (
    NOT_FOR_THE_DESK,
    WHEN_DISPUTED,
    Channel,
    Code,
    Disputed,
    Saying,
    State,
)
from seren.people.consent.words import Permission, catalogue, group_of, permission, permissions_on
from seren.people.families.policies import responsible_ties
from seren.people.provision.policies import on_the_staff
from seren.people.provision.queries.desk import Desk

Choice = tuple[str, str]


@dataclass(frozen=True, slots=True)
class WordShown:
    """One adult’s newest word. `signed_on` where it came on paper, by e-mail or in words."""

    name: str
    said: Saying
    channel: Channel
    on: date
    signed_on: date | None


@dataclass(frozen=True, slots=True)
class AskedShown:
    """`asks_again`: from here; a medicine is asked anew with its own dose and days."""

    id: UUID
    one: Permission
    title: str
    scope: str
    asks_again: bool
    state: State
    in_force: bool
    asked_on: date
    last_day: date | None
    words: tuple[WordShown, ...]
    talk: tuple[str, ...]
    decided: DecisionShown | None = None


@dataclass(frozen=True, slots=True)
class ChildPermissions:
    """`place`: the child’s enrolment here, to ask on; None where this reader may not ask. `anew`: what was
    asked before they came into another room, and is asked again there (C-05).
    """

    child: UUID
    name: str
    place: UUID | None
    asked: tuple[AskedShown, ...]
    may_ask: tuple[Permission, ...]
    moved: Mover | None = None
    anew: tuple[Code, ...] = ()


def permissions_of(actor: Actor, desk: Desk, child: UUID) -> ChildPermissions:
    """Raises NotThere for whoever may not read them: also for family of the child, whatever their work."""
    place = _place(actor, desk, child, ConsentAction.SEE_OUTCOME)
    rows = visible(actor, ConsentAction.LOOK, Asked).filter(child=child, setting=desk.id)
    asked = list(with_standing(newest(rows, actor.at), actor).order_by("-asked_at", "-id"))
    said, talk, decided = _words(asked, actor), _talk(asked, actor), decisions_shown(asked, actor)
    shown = tuple(
        replace(_shown(row, said, talk), decided=decided.get((row.code, row.scope))) for row in asked
    )
    going_on = place.until_at is None or place.until_at > actor.at
    asks = going_on and desk.runs
    anew = _anew(asked, place, clock.day_of(actor.at)) if asks and place.changed_rooms else ()
    return ChildPermissions(
        child=child,
        name=place.child.known_as,
        place=place.pk if asks else None,
        asked=tuple(sorted(shown, key=lambda one: _ORDER.index(one.state))),
        may_ask=_may_ask(shown, clock.day_of(actor.at)) if asks else (),
        moved=_mover(place) if anew else None,
        anew=anew,
    )


def _anew(asked: Sequence[Any], place: Any, on: date) -> tuple[Code, ...]:
    codes = (
        Code(row.code)
        for row in asked
        if is_asked_again(Code(row.code), state_of(row), row.asked_at, place.from_at, on)
    )
    return tuple(codes)


def _mover(place: Any) -> Mover:
    room = place.room.name if place.room else ""
    return Mover(place.child_id, place.child.known_as, room, clock.day_of(place.from_at))


_ORDER = (State.DISPUTED, State.LAPSED, State.ASKED, State.REFUSED, State.IN_FORCE)


@dataclass(frozen=True, slots=True)
class Disagreed:
    """Two adults do not agree about care that goes on (P-10)."""

    child: UUID
    name: str
    since: date


@prepared_question(setting=UUIDField())
def disagreed_asked(actor: Actor, setting: UUID) -> Question[tuple[Disagreed, ...]]:
    """For those who may read who said what: per child once, with the day of the newest no."""
    rows = newest(visible(actor, ConsentAction.LOOK, Asked).filter(setting=setting), actor.at)
    rows = rows.filter(code__in=GOING_ON)
    same = {field: OuterRef(field) for field in KEY}
    no = noes(actor).filter(**same)
    held = rows.filter(Exists(yeses(actor).filter(**same))).annotate(
        since=Subquery(no.order_by("-at").values("at")[:1])
    )
    listed = held.filter(since__isnull=False).order_by("since", "id")
    return question(_disagreed, listed.values_list("child_id", "child__known_as", "since"))


def _disagreed(rows: Sequence[tuple[UUID, str, datetime]]) -> tuple[Disagreed, ...]:
    return tuple({child: Disagreed(child, name, clock.day_of(at)) for child, name, at in rows}.values())


def place_to_ask(actor: Actor, desk: Desk, child: UUID) -> Any:
    """The enrolment a question is asked on, with its child. Raises NotThere."""
    if not desk.runs:
        raise NotThere("may look, not ask")
    return _place(actor, desk, child, ConsentAction.ASK)


def asked_to_key(actor: Actor, desk: Desk, child: UUID, asked: UUID) -> Asked:
    """Raises NotThere."""
    row = find(actor, ConsentAction.KEY, Asked, asked)
    if (row.child_id, row.setting_id) != (child, desk.id):
        raise NotThere("of another child")
    return row


def asked_to_decide(actor: Actor, desk: Desk, child: UUID, asked: UUID) -> Asked:
    """Raises NotThere; also of what no leader decides (P-10)."""
    row = find(actor, ConsentAction.DECIDE, Asked, asked)
    if (row.child_id, row.setting_id) != (child, desk.id):
        raise NotThere("of another child")
    if WHEN_DISPUTED[group_of(Code(row.code))] is not Disputed.DECIDE:
        raise NotThere("not for deciding")
    return row


def who_may_answer(child: UUID, actor: Actor) -> list[Choice]:
    """Adults with parental responsibility, by name. The caller has asked who may look."""
    ties = responsible_ties().filter(in_force(actor.at), child=child)
    fields = ("adult_id", "adult__given_name", "adult__family_name")
    return _named(ties.values_list(*fields))


def who_may_witness(setting: UUID, actor: Actor) -> list[Choice]:
    """Everybody else who works there."""
    others = on_the_staff(actor.at).filter(setting=setting).exclude(person=actor.person)
    return _named(others.values_list("person_id", "person__given_name", "person__family_name"))


def words_now(code: Code, on: date) -> Permission:
    """What would be asked today. Raises NotThere where it is not for asking."""
    one = permission(code, on)
    if not one.asked or code in NOT_FOR_THE_DESK:
        raise NotThere("not asked here")
    return one


def label_of(one: Permission) -> str:
    return one.label.get(get_language() or "en", one.label["en"])


def words_of(code: Code) -> str:
    """What this permission is called, in the reader’s language."""
    return label_of(next(one for one in catalogue() if one.code is code))


def _place(actor: Actor, desk: Desk, child: UUID, action: ConsentAction) -> Any:
    rows = visible(actor, action, apps.get_model("families.Enrolment"))
    here = rows.filter(child=child, setting=desk.id).annotate(changed_rooms=changed_rooms())
    row = here.select_related("child", "room").order_by("from_at", "id").last()
    if row is None:
        raise NotThere("no child of this desk")
    return row


def _may_ask(asked: Sequence[AskedShown], today: date) -> tuple[Permission, ...]:
    """What is asked of one thing may be asked of another; the rest is asked again from its own row."""
    done = {one.one.code for one in asked if not one.one.named}
    return tuple(
        one
        for one in permissions_on(today)
        if one.asked and one.code not in done and one.code not in NOT_FOR_THE_DESK
    )


def _words(asked: Sequence[Any], actor: Actor) -> dict[Any, dict[UUID, WordShown]]:
    """By question, of each adult the newest word, to whichever asking of it."""
    rows = system(SystemReason.SHOWING, Answer).filter(at__lte=actor.at)
    rows = rows.filter(
        child__in={row.child_id for row in asked}, setting__in={row.setting_id for row in asked}
    )
    found: dict[Any, dict[UUID, WordShown]] = {}
    for word in rows.select_related("adult").order_by("at", "id"):
        shown = WordShown(
            word.adult.name, Saying(word.said), Channel(word.channel), clock.day_of(word.at), word.signed_on
        )
        found.setdefault((word.code, word.scope), {})[word.adult_id] = shown
    return found


def _talk(asked: Sequence[Any], actor: Actor) -> dict[UUID, list[str]]:
    rows = system(SystemReason.SHOWING, TalkWish).filter(
        asked__in=[row.pk for row in asked], at__lte=actor.at
    )
    answered = system(SystemReason.SHOWING, Answer).filter(
        asked__in=[row.pk for row in asked], at__lte=actor.at
    )
    last = {(row.asked_id, row.adult_id): row.at for row in answered.order_by("at", "id")}
    found: dict[UUID, list[str]] = {}
    for wish in rows.select_related("adult").order_by("at", "id"):
        word = last.get((wish.asked_id, wish.adult_id))
        if (word is None or word <= wish.at) and wish.adult.name not in found.get(wish.asked_id, ()):
            found.setdefault(wish.asked_id, []).append(wish.adult.name)
    return found


def _shown(row: Any, said: dict[Any, dict[UUID, WordShown]], talk: dict[UUID, list[str]]) -> AskedShown:
    one = permission(Code(row.code), clock.day_of(row.asked_at))
    return AskedShown(
        id=row.pk,
        one=one,
        title=label_of(one),
        scope=row.called_in(get_language() or "en") or row.scope,
        asks_again=row.code not in NOT_FOR_THE_DESK,
        state=state_of(row),
        in_force=holds(row),
        asked_on=clock.day_of(row.asked_at),
        last_day=clock.last_day(row.until_at) if row.until_at else None,
        words=tuple(said.get((row.code, row.scope), {}).values()),
        talk=tuple(talk.get(row.pk, ())),
    )


def _named(rows: Any) -> list[Choice]:
    found = {str(key): f"{given} {family}" for key, given, family in rows}
    return sorted(found.items(), key=lambda one: one[1])
