"""What components are given: small frozen facts, whole sentences in the reader's language.

A room's read model holds these (or anything with the same fields); templates ask nothing further.
"""

from dataclasses import dataclass
from uuid import UUID

from seren.foundation.ui.dues import Due
from seren.foundation.ui.wording import Words

TINTS = ("rhosyn", "eirin", "awyr", "llyn", "dail", "lemwn", "bricyll", "tywod")
CUTS = ("pebble", "leaf", "arch", "drop", "kite", "gem", "tile", "round")


def paper_of(subject: UUID) -> tuple[str, str]:
    """The tint and the cut of somebody's paper: the same for as long as they are here."""
    number = subject.int & 0xFFFF  # the random end of the id: it tells nothing
    return TINTS[number % 8], CUTS[number // 8 % 8]


@dataclass(frozen=True, slots=True)
class ChildShown:
    """A child on a chip or in a room. `say` is a line under the name; marks are words beside an icon."""

    name: str
    tint: str
    cut: str
    url: str = ""
    away: bool = False
    no_photo: bool = False
    photo_say: Words = ""  # in place of “No photos”
    say: Words = ""
    care: tuple[Words, ...] = ()  # “Nuts”: what keeps a child safe

    @property
    def initial(self) -> str:
        return self.name[:1].upper()


@dataclass(frozen=True, slots=True)
class Tag:
    """A word with a tint: “Done”, “No photos”."""

    words: Words
    tone: str = ""  # moss, sea, clay, berry, heather
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A fact with an icon: “Here today until 3:30”."""

    icon: str
    words: Words


@dataclass(frozen=True, slots=True)
class LinkShown:
    """A link that looks like a button, or a quiet one."""

    url: str
    words: Words
    icon: str = ""
    kind: str = ""  # "", quiet, bare


@dataclass(frozen=True, slots=True)
class KeyPersonShown:
    name: str
    role_words: Words  # “Mali’s key person”
    tint: str
    cut: str
    photo_url: str = ""
    photo_alt: str = ""
    lines: tuple[Line, ...] = ()
    acts: tuple[LinkShown, ...] = ()

    @property
    def initial(self) -> str:
        return self.name[:1].upper()


@dataclass(frozen=True, slots=True)
class TaskShown:
    """One thing to do. Without `url` it cannot be started yet, and `hint` says why."""

    title: Words
    url: str = ""
    hint: Words = ""
    due: Due | None = None
    tag: Tag | None = None
    star: str = ""  # home or setting: leads the row with a star
    language: str = ""  # of the title, where somebody wrote it


@dataclass(frozen=True, slots=True)
class AnswerShown:
    """What was said, to check. `change_words` says what it changes: “Change what she is called”."""

    question: Words
    answer: str
    change_url: str = ""
    change_words: Words = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class NeedShown:
    """A row of the desk: what, why, by when, and the one act. `first`: before whatever else is late."""

    title: Words
    line: Words
    due: Due
    act: LinkShown
    first: bool = False


@dataclass(frozen=True, slots=True)
class Tab:
    url: str
    words: Words
    current: bool = False
    star: str = ""


@dataclass(frozen=True, slots=True)
class Starter:
    """A reply one can send with one tap. `value` is what the form posts."""

    value: str
    words: Words
    icon: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of the thread without stars: “Half term, 25 to 29 May”."""

    gap: Words


@dataclass(frozen=True, slots=True)
class SkyStar:
    """A star of a month's night sky: its day and its height (1 to 4)."""

    kind: str
    day: int
    row: int
    size: str = ""  # wee, big


@dataclass(frozen=True, slots=True)
class FormShown:
    """A page that is one form: its heading, what the button does, and the page it came from."""

    title: Words
    button: Words
    back: str
    back_words: Words
    line: Words = ""


@dataclass(frozen=True, slots=True)
class StepShown:
    """A next step. A side that has not spoken yet has a dashed star."""

    title: str
    line: str
    due: Due | None = None
    home: bool = True
    setting: bool = True
    acts: tuple[LinkShown, ...] = ()
