"""What calls take and give, as the schema says it. Nothing here is a model of ours: no field slips in."""

import re
from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from django.utils.translation import gettext as _
from ninja import Schema
from pydantic import AfterValidator, AwareDatetime, ConfigDict, Field

from seren.foundation.kernel.refusals import Refused
from seren.partnership.journal.terms import Audience, Origin, Precision, ReplyKind
from seren.people.accounts.terms import Hat

_UNKEEPABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_FIRST_YEAR, _LAST_YEAR = 1990, 2100


def _keepable(said: str) -> str:
    if _UNKEEPABLE.search(said):
        raise ValueError("no control characters")
    return said


def _in_our_times(when: date) -> date:
    if not _FIRST_YEAR <= when.year <= _LAST_YEAR:
        raise ValueError(f"a year from {_FIRST_YEAR} to {_LAST_YEAR}")
    return when


Words = Annotated[str, Field(max_length=20_000), AfterValidator(_keepable)]
Line = Annotated[str, Field(max_length=500), AfterValidator(_keepable)]
Code = Annotated[str, Field(max_length=16), AfterValidator(_keepable)]
Language = Annotated[str, Field(max_length=35, pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
Limit = Annotated[int, Field(ge=1, le=50, description="how many, at most")]
Cursor = Annotated[str, Field(max_length=400, description="`next` of the list so far")]


class Taken(Schema):
    """A body. What we do not know is refused, not ignored."""

    model_config = ConfigDict(extra="forbid")


class MomentIn(Taken):
    """`audience` is for guardians. `happened_at` is an instant with its zone, or only a day."""

    children: Annotated[list[UUID], Field(min_length=1, max_length=60)]
    words: Words = ""
    language: Language
    happened_at: Annotated[AwareDatetime | date, AfterValidator(_in_our_times)]
    share: bool = False
    audience: Audience | None = None
    quick_word: Code = ""
    areas: Annotated[list[Code], Field(max_length=24)] = []


class ReplyIn(Taken):
    """`talk_with` is for staff: whose talk they answer in. Left out, it is whoever shared the star."""

    words: Words = ""
    language: Language
    kind: ReplyKind
    talk_with: UUID | None = None


class AskIn(Taken):
    """`reply`: one's own answer; left out, one's own star."""

    reply: UUID | None = None


class DecisionIn(Taken):
    """`request` is needed only where several wait on one moment."""

    accept: bool
    reason: Words = ""
    language: Language = "en"
    request: UUID | None = None


class ChildOut(Schema):
    """`known_as` is empty for somebody who is let to see stars and told no name."""

    id: UUID
    known_as: str
    tint: str
    cut: str


class ChildrenOut(Schema):
    items: list[ChildOut]
    next: str | None


class MeOut(Schema):
    id: UUID
    name: str
    hats: list[Hat]
    children: list[ChildOut]


class WordsOut(Schema):
    """`original`: the writer's own wording, where this is another one."""

    body: str
    language: str
    direction: str
    status: str
    original: "WordsOut | None" = None


class PhotoOut(Schema):
    """The sizes are addresses of this API. Nothing is there before `ready`."""

    id: UUID
    ready: bool
    width: int
    height: int
    alt: str
    alt_language: str
    thumb: str
    page: str
    full: str


class ReplyOut(Schema):
    id: UUID
    talk_with: UUID
    author: str
    mine: bool
    from_family: bool
    kind: ReplyKind
    words: WordsOut | None
    written_at: datetime


class RequestOut(Schema):
    """“Put this in my child’s record” (E-07). `by`: the day the setting answers by."""

    id: UUID
    reply: UUID | None
    mine: bool
    decision: str
    asked_on: date
    decided_on: date | None
    by: date | None
    reason: WordsOut | None
    may_decide: bool


class MomentOut(Schema):
    """One moment for one reader. A star from another home is told by its day, and by no name."""

    id: UUID
    setting: UUID
    origin: Origin
    state: Literal["draft", "shared", "withdrawn"]
    signed: Literal["me", "name", "from-home"]
    author: str
    on_paper: bool
    children: list[UUID]
    others: int
    words: WordsOut | None
    quick_word: str
    happened_on: date
    happened_at: datetime | None
    precision: Precision
    shared_on: date | None
    shared_at: datetime | None
    taken_back_on: date | None
    photos: list[PhotoOut]
    replies: list[ReplyOut]
    thanked: bool
    thanked_by: str
    audience: Audience | None


class MomentWholeOut(MomentOut):
    """The page of one moment: what waits for the record, too."""

    requests: list[RequestOut]


class MomentsOut(Schema):
    items: list[MomentOut]
    next: str | None


class Problem(Schema):
    """RFC 9457."""

    type: str
    title: str
    status: int
    code: str = ""
    detail: str = ""
    field: str | None = None


class Invalid(Problem):
    """`errors` names each place in the call that cannot be read."""

    errors: list[dict[str, str]] = []


def line(said: str, field: str) -> str:
    """A field of a form, which no schema reads."""
    if _UNKEEPABLE.search(said):
        raise Refused("unreadable", _("There is a sign here we cannot keep. Type it again."), field)
    return said
