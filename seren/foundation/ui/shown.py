"""What components are given: small frozen facts, whole sentences in the reader's language.

A room's read model holds these (or anything with the same fields); templates ask nothing further.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from seren.foundation.ui import dates

Words = str | Promise

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
    say: Words = ""
    care: tuple[Words, ...] = ()  # “Nuts”: what keeps a child safe

    @property
    def initial(self) -> str:
        return self.name[:1].upper()


class DueState(StrEnum):
    TRACK = "track"
    SOON = "soon"
    TODAY = "today"
    LATE = "late"
    PAUSED = "paused"
    DONE = "done"


DUE_WORDS: dict[str, Words] = {
    DueState.TRACK: _("By %(day)s"),
    DueState.SOON: _("By %(day)s"),
    DueState.TODAY: _("Today, %(day)s"),
    DueState.LATE: _("Was due %(day)s"),
    DueState.PAUSED: _("Paused since %(day)s"),
    DueState.DONE: _("Done %(day)s"),
}


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline badge. `words` holds `%(day)s`: “Answer by %(day)s”."""

    state: DueState
    on: date
    words: Words = ""


def due_words(due: Due) -> SafeString:
    """The badge's sentence. Raises ValueError where the date has no place in it."""
    words = str(due.words or DUE_WORDS[due.state])
    before, place, after = words.partition("%(day)s")
    if not place:
        raise ValueError(f"a deadline always shows its date: {words!r} has no %(day)s")
    said = dates.short_day(due.on)
    said = said if before else said[0].upper() + said[1:]
    return format_html('{}<time datetime="{}">{}</time>{}', before, due.on.isoformat(), said, after)


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
    """A row of the desk: what, why, by when, and the one act."""

    title: Words
    line: Words
    due: Due
    act: LinkShown


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
class Cell:
    """A cell of a table."""

    words: Words
    url: str = ""
    tag: Tag | None = None
    due: Due | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    words: Words
    number: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption. The first cell of a row names the row."""

    caption: Words
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def lines(self) -> list[list[tuple[Column, Cell]]]:
        """Rows with each cell beside its column: on a phone the column's word stands at the cell."""
        return [list(zip(self.columns, row, strict=True)) for row in self.rows]


class PromiseState(StrEnum):
    KEPT = "kept"
    RISK = "risk"
    BROKEN = "broken"
    UNMEASURED = "unmeasured"


PROMISE_WORDS: dict[str, Words] = {
    PromiseState.KEPT: _("Kept"),
    PromiseState.RISK: _("At risk"),
    PromiseState.BROKEN: _("Not kept"),
    PromiseState.UNMEASURED: _("Not measured yet"),
}


@dataclass(frozen=True, slots=True)
class PromiseShown:
    """One promise with its figure and the way to the rows behind it."""

    state: PromiseState
    title: Words
    line: Words
    clause: str
    figure: Words = ""
    figure_line: Words = ""
    act: LinkShown | None = None

    @property
    def state_words(self) -> Words:
        return PROMISE_WORDS[self.state]


@dataclass(frozen=True, slots=True)
class Tally:
    state: PromiseState
    count: int

    @property
    def words(self) -> Words:
        return PROMISE_WORDS[self.state]


@dataclass(frozen=True, slots=True)
class StepShown:
    """A next step. A side that has not spoken yet has a dashed star."""

    title: str
    line: str
    due: Due | None = None
    home: bool = True
    setting: bool = True
    acts: tuple[LinkShown, ...] = ()
