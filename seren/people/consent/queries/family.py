"""`/family/permissions/` for one parent: what was asked, their own answer, and whether it holds.

Never that, who or how another answered: of others only what is in force is read, and nothing else is loaded.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.utils.translation import get_language

from seren.foundation.access.door import Actor, SystemReason, find, system, visible
from seren.foundation.kernel import clock
from seren.people.consent.models import Answer, Asked, TalkWish
from seren.people.consent.policies import ConsentAction
from seren.people.consent.queries.standing import holds, newest, with_standing
from seren.people.consent.terms import Code, Saying
from seren.people.consent.words import permission
from seren.people.families.queries import around_children

Key = tuple[UUID, UUID, str, str]


@dataclass(frozen=True, slots=True)
class Own:
    """The reader’s own newest word. `to_this`: to the asking on the card. `ended`: its own asking is over."""

    said: Saying
    on: date
    to_this: bool
    ended: bool


@dataclass(frozen=True, slots=True)
class Question:
    """One card. `setting` is empty for whoever is not told where the child is."""

    id: UUID
    child: UUID
    code: Code
    title: str
    words: dict[str, str]
    language: str
    setting: str
    own: Own | None
    in_force: bool
    over: bool
    last_day: date | None
    may_answer: bool
    wants_to_talk: bool


@dataclass(frozen=True, slots=True)
class AskedOfChild:
    id: UUID
    name: str
    tint: str
    cut: str
    questions: tuple[Question, ...]

    @property
    def initial(self) -> str:
        return self.name[:1].upper()


def asked_of_family(actor: Actor) -> tuple[AskedOfChild, ...]:
    """By child’s name; what waits for an answer first. Four queries, whatever the number of questions."""
    rows = _rows(actor)
    if not rows:
        return ()
    own, wishes = _own_words(actor, rows), _wishes(actor, rows)
    told = {(one.child, one.setting): one.setting_name for one in around_children(actor)}
    found: dict[UUID, list[Any]] = {}
    for row in rows:
        found.setdefault(row.child_id, []).append(row)
    return tuple(
        AskedOfChild(
            child, of[0].child.known_as, of[0].child.tint, of[0].child.cut,
            tuple(sorted((_question(row, own, wishes, told, actor.at) for row in of), key=_waiting_first)),
        )
        for child, of in found.items()
    )  # fmt: skip


def find_asked(actor: Actor, asked: UUID) -> Asked:
    """A question this adult may answer. Raises NotThere."""
    return find(actor, ConsentAction.ANSWER, Asked, asked)


def _rows(actor: Actor) -> list[Any]:
    may = visible(actor, ConsentAction.ANSWER, Asked).filter(pk=OuterRef("pk"))
    asked = newest(visible(actor, ConsentAction.FOLLOW, Asked), actor.at).annotate(may=Exists(may))
    rows = with_standing(asked, actor).select_related("child")
    return list(rows.order_by("child__known_as", "child_id", "-asked_at", "-id"))


def _own_words(actor: Actor, rows: Sequence[Any]) -> dict[Key, Answer]:
    """The reader’s own; nobody else’s row is ever read here."""
    mine = system(SystemReason.SHOWING, Answer).filter(
        adult=actor.person, child__in={row.child_id for row in rows}, at__lte=actor.at
    )
    return {_key(word): word for word in mine.select_related("asked").order_by("at", "id")}


def _wishes(actor: Actor, rows: Sequence[Any]) -> dict[UUID, datetime]:
    mine = system(SystemReason.SHOWING, TalkWish).filter(
        adult=actor.person, asked__in=[row.pk for row in rows], at__lte=actor.at
    )
    return dict(mine.order_by("at", "id").values_list("asked_id", "at"))


def _key(row: Any) -> Key:
    return row.child_id, row.setting_id, row.code, row.scope


def _question(
    row: Any,
    own: dict[Key, Answer],
    wishes: dict[UUID, datetime],
    told: dict[tuple[UUID, UUID], str],
    now: datetime,
) -> Question:
    word, wish = own.get(_key(row)), wishes.get(row.pk)
    reads = get_language() or "en"
    language = reads if reads in row.words else "en"
    code = Code(row.code)
    labels = permission(code, clock.day_of(row.asked_at)).label
    return Question(
        id=row.pk,
        child=row.child_id,
        code=code,
        title=labels.get(language, labels["en"]),
        words=row.shown_in(language),
        language=language,
        setting=told.get((row.child_id, row.setting_id), ""),
        own=_said(word, row, now) if word else None,
        in_force=holds(row),
        over=bool(row.over),
        last_day=clock.last_day(row.until_at) if row.until_at else None,
        may_answer=bool(row.may),
        wants_to_talk=wish is not None and (word is None or word.at <= wish),
    )


def _said(word: Answer, row: Any, now: datetime) -> Own:
    until = word.asked.until_at
    return Own(
        Saying(word.said), clock.day_of(word.at), word.asked_id == row.pk, until is not None and until <= now
    )


def _waiting_first(one: Question) -> tuple[bool, bool]:
    return one.over, one.own is not None and one.own.to_this
