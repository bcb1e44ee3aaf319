"""`/stars/<id>/` for one reader, whatever their hat: the moment, the talks they may see, what they may do."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Case, F, QuerySet, UUIDField, Value, When
from django.utils.translation import get_language

from seren.foundation.access.door import (
    Actor,
    NotThere,
    SystemReason,
    find,
    model_of,
    prepared_question,
    rule_for,
    system,
    through,
    visible,
)
from seren.foundation.kernel.questions import Question, ask, joined, question
from seren.foundation.rules import door as rules
from seren.partnership.journal.models import Moment, MomentArea, MomentChild, Reply
from seren.partnership.journal.policies import JournalAction as Act
from seren.partnership.journal.queries.reading import MomentRead, ReplyRead, as_seen
from seren.partnership.journal.queries.recordwishes import RequestRead, requests_asked, when_true
from seren.partnership.journal.queries.rows import FIELDS, gathered, rows
from seren.partnership.journal.terms import MomentState, Origin
from seren.people.families import policies as families
from seren.people.families.policies import FamilyAction
from seren.people.families.queries import ChildShown, Standing, homes_asked, standing_with, work_asked

EVER_GUARDIAN = families.ever_guardian_of("child_id")
KEY_OR_BUDDY = families.key_person_of("child_id", at="moment__setting_id")

# What the page may offer. Each is asked of access in the one statement that brings the moment.
OFFERED = {
    "answer": Act.ANSWER,
    "answer_family": Act.ANSWER_FAMILY,
    "thank": Act.THANK,
    "ask_record": Act.ASK_FOR_RECORD,
    "share": Act.SHARE_MOMENT,
    "edit": Act.EDIT_MOMENT,
    "withdraw": Act.WITHDRAW_MOMENT,
    "restore": Act.RESTORE_MOMENT,
    "bin": Act.BIN_MOMENT,
}


@dataclass(frozen=True, slots=True)
class AreaRead:
    """What the setting tagged the moment with, in plain words of the reader's language."""

    label: str
    label_language: str
    gloss: str
    gloss_language: str


@dataclass(frozen=True, slots=True)
class TalkRead:
    """The talk with one adult. For families there is one: their own."""

    talk_with: UUID
    name: str
    mine: bool
    replies: tuple[ReplyRead, ...]


@dataclass(frozen=True, slots=True)
class StarRead:
    """`at_work`: the reader sees it as staff. `own`: the reader's own children in it. `offers`: `OFFERED`.

    `watched`: children whose photos staff see here without being their key person or buddy. `explains`: the
    reader may ask why somebody can see it, and who can.
    """

    moment: MomentRead
    at_work: bool
    own: tuple[ChildShown, ...]
    named: tuple[ChildShown, ...]
    offers: frozenset[str]
    areas: tuple[AreaRead, ...]
    talks: tuple[TalkRead, ...]
    requests: tuple[RequestRead, ...]
    watched: tuple[UUID, ...] = ()
    explains: bool = False

    def may(self, act: str) -> bool:
        return act in self.offers

    def request_of(self, reply: UUID | None) -> RequestRead | None:
        return next((one for one in self.requests if one.reply == reply), None)


def star(actor: Actor, moment: UUID, reads: Sequence[str]) -> StarRead:
    """Raises NotThere where this reader may not see it, or it does not exist."""
    rows_, homes, work, tags, requests = ask(_put_together(actor, moment=moment, reads=tuple(reads)))
    if not rows_:
        raise NotThere("moment")
    found = gathered([row.fields for row in rows_])
    children = found[0].children
    standing = _standing(actor, children, rows_, work, homes)
    read = as_seen(actor, found, reads, standing)[0]
    named = tuple(standing.named[child] for child in children if child in standing.named)
    own = tuple(child for child in named if child.id in standing.parent_of)
    at_work = not own and standing.at_work_for_any(children, found[0].row.setting)
    open_ = read.state != MomentState.WITHDRAWN
    return StarRead(
        moment=read,
        at_work=at_work,
        own=own,
        named=named,
        offers=_offers(rows_),
        areas=tuple(map(_area, tags)) if open_ and read.origin == Origin.SETTING else (),
        talks=tuple(_talks(actor, read, found[0].row.author, at_work)) if open_ else (),
        requests=requests if open_ and (own or at_work) else (),
        watched=tuple(row.child for row in rows_ if not row.keyed) if at_work and read.photos else (),
        explains=at_work and all(row.explains for row in rows_),
    )


@prepared_question(moment=UUIDField())
def _put_together(actor: Actor, *, moment: UUID, reads: tuple[str, ...]) -> Question[tuple[Any, ...]]:
    seen = visible(actor, Act.WALK_SKY, MomentChild).filter(moment=moment)
    return joined(
        lambda *answers: answers,
        question(lambda found: [_Row(*values) for values in found], _asked(actor, seen)),
        homes_asked(seen.values("child_id"), actor.at),
        work_asked(actor, seen.values("child_id")),
        question(lambda found: [code for (code,) in found], _tags(moment)),
        requests_asked(actor, moment, reads),
    )


class _Row:
    """A child in the moment, with everything that is asked about it in the one statement."""

    def __init__(self, *values: Any) -> None:
        rest = list(values[len(FIELDS) :])
        self.fields, self.child = values[: len(FIELDS)], values[FIELDS.index("child_id")]
        self.tint, self.cut, self.named, self.name, self.ever_mine, self.keyed, self.explains = rest[:7]
        self.offered = rest[7:]


def _standing(
    actor: Actor,
    children: Sequence[UUID],
    found: Sequence[_Row],
    work: frozenset[tuple[UUID, UUID]],
    homes: Mapping[UUID, list[frozenset[UUID]]],
) -> Standing:
    """How the reader stands to the children, by what was asked of each beside the moment."""
    named = {row.child: ChildShown(row.child, row.name, row.tint, row.cut) for row in found if row.named}
    tied = frozenset(row.child for row in found if row.ever_mine)
    return standing_with(actor, children, named, tied, work, homes)


def _offers(found: Sequence[_Row]) -> frozenset[str]:
    return frozenset(name for place, name in enumerate(OFFERED) if any(row.offered[place] for row in found))


def _asked(actor: Actor, seen: "QuerySet[MomentChild]") -> "QuerySet[MomentChild, Any]":
    """A name is read only where this reader may call the child by it."""
    child = model_of(rule_for(FamilyAction.SEE_CHILD))
    named = through(actor, FamilyAction.SEE_CHILD, child, "child_id")
    asked: dict[str, Any] = {
        "named": when_true(named),
        "name": Case(When(named, then=F("child__known_as")), default=Value("")),
        "ever_mine": when_true(EVER_GUARDIAN.when(actor)),
        "keyed": when_true(KEY_OR_BUDDY.when(actor)),
        "explains": when_true(through(actor, FamilyAction.RESTRICT, child, "child_id")),
    }
    offered = {
        f"may_{name}": when_true(through(actor, act, Moment, "moment_id")) for name, act in OFFERED.items()
    }
    listed = rows(seen.order_by("child__known_as")).annotate(**asked, **offered)
    return listed.values_list(*FIELDS, "child__tint", "child__cut", *asked, *offered)


def find_moment(actor: Actor, act: Act, moment: UUID) -> Moment:
    """The row a verb is about to act on. Raises NotThere."""
    return find(actor, act, Moment, moment)


def find_reply(actor: Actor, act: Act, reply: UUID) -> Reply:
    """Raises NotThere."""
    return find(actor, act, Reply, reply)


def _talks(actor: Actor, read: MomentRead, author: UUID, at_work: bool) -> Iterable[TalkRead]:
    """One talk per adult, the first to write first. Staff may begin one with whoever shared a star."""
    held: dict[UUID, list[ReplyRead]] = {}
    if at_work and read.origin == Origin.HOME:
        held[author] = []
    for reply in read.replies:
        held.setdefault(reply.talk_with, []).append(reply)
    for adult, said in held.items():
        names = [reply.author for reply in said if reply.from_family]
        name = names[0] if names else read.author if adult == author else ""
        yield TalkRead(adult, name, adult == actor.person, tuple(said))


def _tags(moment: UUID) -> "QuerySet[MomentArea, Any]":
    return system(SystemReason.SHOWING, MomentArea).filter(moment=moment).order_by("code").values_list("code")


def _area(code: str) -> AreaRead:
    tag, language = rules.tag(code), get_language() or "en"
    label, gloss = tag.label(language), tag.gloss(language)
    return AreaRead(label.text, label.language, gloss.text, gloss.language)
