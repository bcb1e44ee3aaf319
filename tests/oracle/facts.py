"""The facts of a small world as plain rows. Nothing here decides.

Ids are UUID strings (a `str` hashes quicker than a `UUID`). Instants are aware and in UTC. Dated facts
hold from `from_at` (inclusive) to `until_at` (exclusive); `until_at=None` is “no end known”,
`from_at=None` is “unknown”.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

Id = str


@dataclass(frozen=True, slots=True)
class Who:
    """One adult asking, with what their session has proved. `fresh`: proved again within ten minutes."""

    person: Id
    level: str | None = "strong"
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    id: Id
    provider: Id | None


@dataclass(frozen=True, slots=True)
class Room:
    id: Id
    provider: Id | None
    setting: Id


@dataclass(frozen=True, slots=True)
class Adult:
    """`account`: open, closed, or paper (an adult without sign-in, to whom everything goes printed)."""

    id: Id
    provider: Id | None
    account: str | None = "open"


@dataclass(frozen=True, slots=True)
class Child:
    id: Id
    provider: Id | None


@dataclass(frozen=True, slots=True)
class Membership:
    """`statement_at`: when the confidentiality statement was given (E-10); None is never."""

    id: Id
    provider: Id | None
    person: Id
    setting: Id
    role: str | None
    room: Id | None
    from_at: datetime | None
    until_at: datetime | None
    statement_at: datetime | None


@dataclass(frozen=True, slots=True)
class Enrolment:
    """`state`: joining, attending, left."""

    id: Id
    provider: Id | None
    child: Id
    setting: Id
    room: Id | None
    state: str | None
    from_at: datetime | None
    until_at: datetime | None


@dataclass(frozen=True, slots=True)
class KeyPerson:
    """`kind`: key, buddy."""

    id: Id
    provider: Id | None
    person: Id
    child: Id
    kind: str | None
    from_at: datetime | None
    until_at: datetime | None


@dataclass(frozen=True, slots=True)
class Guardianship:
    """The facts of P-01, each apart. `pr`: yes, no, unknown. Where the child lives is a fact of the
    household."""

    id: Id
    provider: Id | None
    adult: Id
    child: Id
    pr: str | None
    natural: bool | None
    care: bool | None
    from_at: datetime | None
    until_at: datetime | None


@dataclass(frozen=True, slots=True)
class Viewer:
    """A family viewer: let in to one child's shared things by one guardian."""

    id: Id
    provider: Id | None
    adult: Id
    child: Id
    granted_by: Id
    from_at: datetime | None
    until_at: datetime | None


@dataclass(frozen=True, slots=True)
class Restriction:
    """Codes of P-08 binding one adult for one child. `review_on` past does not end it; two different
    people may, or one other than who set it, from its `decide_by` on."""

    id: Id
    provider: Id | None
    adult: Id
    child: Id
    codes: tuple[str, ...]
    from_at: datetime | None
    review_on: datetime | None
    lifted_by: tuple[Id, ...] = ()
    imposed_by: Id | None = None
    decide_by: datetime | None = None
    lifted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Household:
    id: Id
    provider: Id | None


@dataclass(frozen=True, slots=True)
class HouseholdMember:
    id: Id
    provider: Id | None
    adult: Id
    household: Id
    from_at: datetime | None
    until_at: datetime | None


@dataclass(frozen=True, slots=True)
class Lives:
    id: Id
    provider: Id | None
    child: Id
    household: Id
    from_at: datetime | None
    until_at: datetime | None


@dataclass(frozen=True, slots=True)
class Shown:
    """`adult` chose to be shown to `to`. `kind`: name, contact. It counts only when `to` chose the
    same."""

    id: Id
    provider: Id | None
    adult: Id
    to: Id
    kind: str | None
    from_at: datetime | None
    until_at: datetime | None


@dataclass(frozen=True, slots=True)
class Collector:
    """Somebody a guardian named to collect a child. No sign-in."""

    id: Id
    provider: Id | None
    child: Id
    named_by: Id
    from_at: datetime | None
    until_at: datetime | None


@dataclass(frozen=True, slots=True)
class Moment:
    """`origin`: setting, home. `state`: draft, shared, withdrawn, binned. `audience` (home only):
    key_person, team, family. `keyed_by`: staff who typed a paper slip; `author` is then the adult
    credited."""

    id: Id
    provider: Id | None
    setting: Id | None
    origin: str | None
    author: Id | None
    children: tuple[Id, ...]
    state: str | None
    written_at: datetime | None
    shared_at: datetime | None = None
    audience: str | None = None
    keyed_by: Id | None = None


@dataclass(frozen=True, slots=True)
class Photo:
    """`children`: those marked in the picture, some or all of the moment's."""

    id: Id
    provider: Id | None
    moment: Id
    children: tuple[Id, ...]


@dataclass(frozen=True, slots=True)
class Permission:
    """One adult's newest word, at one setting, on “may this child be in a photo in another child's
    journal?” (PHOTO-JOURNAL-OTHERS). `said`: yes, no. Nothing said is no row."""

    id: Id
    provider: Id | None
    child: Id
    setting: Id
    adult: Id
    said: str | None


@dataclass(frozen=True, slots=True)
class NoImages:
    """The silent flag of C-08 on one child. `reach`: others (the child's own journal stays), all.
    `lifted`: somebody took it away."""

    id: Id
    provider: Id | None
    child: Id
    reach: str | None
    lifted: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """One line of a conversation between staff and one guardian about one child. `guardian` is that
    guardian."""

    id: Id
    provider: Id | None
    moment: Id
    child: Id
    author: Id
    guardian: Id


@dataclass(frozen=True, slots=True)
class NextStep:
    """`state`: draft, agreed, closed."""

    id: Id
    provider: Id | None
    setting: Id
    child: Id
    state: str | None


@dataclass(frozen=True, slots=True)
class HomeWords:
    """What one home wrote beside a next step."""

    id: Id
    provider: Id | None
    step: Id
    household: Id
    author: Id


@dataclass(frozen=True, slots=True)
class RecordRequest:
    """“Put this in my child's record”, asked of one star (E-07)."""

    id: Id
    provider: Id | None
    moment: Id
    asked_by: Id
