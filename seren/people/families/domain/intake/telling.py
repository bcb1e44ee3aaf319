"""What an import tells: every row that cannot be read, and every line's effect on what is here."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

Words = str | Promise


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Why a line cannot be taken. `column` is empty where the whole line is meant. Lines count from 1."""

    line: int
    column: str
    reason: str

    @property
    def sentence(self) -> str:
        said = {"line": self.line, "column": self.column, "reason": self.reason}
        if self.column:
            return _("Line %(line)s, column %(column)s: %(reason)s") % said
        return _("Line %(line)s: %(reason)s") % said


class Outcome(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    LEFT = "left"


OUTCOME_WORDS: dict[Outcome, Words] = {
    Outcome.NEW: gettext_lazy("New"),
    Outcome.CHANGED: gettext_lazy("Changed"),
    Outcome.LEFT: gettext_lazy("Left as it is"),
}


@dataclass(frozen=True, slots=True)
class Step:
    """What one line does. `who` is a name or a key of the file, never anything the file does not say."""

    line: int
    outcome: Outcome
    who: str
    what: str


@dataclass(frozen=True, slots=True)
class Told:
    """What an import would do, or has done. With any fault it does nothing at all."""

    rows: int
    faults: tuple[Fault, ...]
    steps: tuple[Step, ...]

    @property
    def changes_nothing(self) -> bool:
        return not self.faults and all(step.outcome is Outcome.LEFT for step in self.steps)

    @property
    def sentences(self) -> tuple[str, ...]:
        """How much of what, for the top of the list."""
        return summed(self.rows, [step.outcome for step in self.steps])


def summed(rows: int, outcomes: Sequence[Outcome]) -> tuple[str, ...]:
    """The file's size, and how many things are new, changed and left."""
    new, changed, left = (outcomes.count(each) for each in Outcome)
    return (
        ngettext("The list has %(rows)s line.", "The list has %(rows)s lines.", rows) % {"rows": rows},
        _("New: %(number)s.") % {"number": new},
        _("Changed: %(number)s.") % {"number": changed},
        _("Left as it is: %(number)s.") % {"number": left},
    )
