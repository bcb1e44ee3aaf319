"""What is told in the story: a note of staff, a star from home, and the pictures in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from seren.doors.demo.spec import PRE_SCHOOL
from seren.partnership.journal.terms import Audience


@dataclass(frozen=True)
class Shot:
    """A picture of a moment: which scene, who is in it (none given: all), and what tests call it."""

    scene: str
    variant: int = 0
    of: tuple[str, ...] = ()
    nickname: str = ""


@dataclass(frozen=True)
class Note:
    """What staff noted. `written` and `shared` are instants; without `shared` it stays a draft."""

    by: str
    of: Sequence[str]
    words: str
    happened: datetime
    written: datetime
    shared: datetime | None = None
    language: str = "en"
    quick: str = ""
    areas: tuple[str, ...] = ()
    shots: tuple[Shot, ...] = ()
    setting: str = PRE_SCHOOL
    own: Mapping[str, str] | None = None
    sharer: str = ""


@dataclass(frozen=True)
class Star:
    """What a family shared from home. `slip` and `keyed_by`: it came on paper."""

    by: str
    of: str
    words: str
    at: datetime
    happened: datetime
    language: str = "en"
    to: Audience = Audience.FAMILY
    exactly: bool = False
    shot: Shot | None = None
    setting: str = PRE_SCHOOL
    keyed_by: str = ""
    slip: str = ""
