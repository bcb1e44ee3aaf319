"""Kinds of notice. A room declares in `notices.py` what may be told, to whom, how urgently."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.functional import Promise

from seren.foundation.notify.models import Notice, Urgency

Words = str | Promise
Ids = QuerySet[Any, Any]


class UnknownKind(LookupError):
    """No room has declared this kind of notice."""


@dataclass(frozen=True, slots=True)
class Told:
    """A notice as a kind's functions see it."""

    id: UUID
    provider: UUID
    setting: UUID | None
    kind: str
    subject_type: str
    subject: UUID
    about: UUID | None
    created_at: datetime
    released_at: datetime | None
    withdrawn_at: datetime | None


def told(row: Notice) -> Told:
    return Told(
        id=row.id,
        provider=row.provider_id,
        setting=row.setting_id,
        kind=row.kind,
        subject_type=row.subject_type,
        subject=row.subject_id,
        about=row.about_id,
        created_at=row.created_at,
        released_at=row.released_at,
        withdrawn_at=row.withdrawn_at,
    )


def no_undo(on: date) -> int:
    """Released at once."""
    return 0


@dataclass(frozen=True, slots=True)
class Kind:
    """`audience` asks access who may know, at that instant; `still` asks again for one adult before sending.

    `title` and `line` leave the house: whole sentences that name nobody and tell nothing (the subject line
    and the text of a mail of its own; a digest has its own words). `link` is a path on this site. `undo` is
    how many seconds the act behind a notice made that day can be taken back.

    `called` names it in the ledger of what is told to several alike; without it, it stands in none.
    `concerning` gives rows of `subject` and `about`, where a subject is about several ids; without it, a
    notice is about what it was sent with.
    """

    code: str
    title: Words
    line: Words
    audience: Callable[[Told, datetime], Iterable[UUID]]
    link: Callable[[Told], str]
    urgency: Urgency = Urgency.NORMAL
    undo: Callable[[date], int] = no_undo
    still: Callable[[Told, UUID, datetime], bool] | None = None
    called: Words = ""
    concerning: Callable[[], Ids] | None = None

    def holding(self, notice: Told, people: Iterable[UUID], at: datetime) -> set[UUID]:
        """Those of `people` who are to be told, as things stand at that instant."""
        if self.still is not None:
            return {person for person in people if self.still(notice, person, at)}
        return set(people) & set(self.audience(notice, at))


_kinds: dict[str, Kind] = {}


def register(*kinds: Kind) -> None:
    """Called by a room's `notices`. A code is declared once."""
    for kind in kinds:
        if _kinds.setdefault(kind.code, kind) is not kind:
            raise ValueError(f"{kind.code} is declared twice")


def of(code: str) -> Kind:
    """Raises UnknownKind."""
    if code not in _kinds:
        raise UnknownKind(code)
    return _kinds[code]


def all_kinds() -> tuple[Kind, ...]:
    return tuple(_kinds.values())
