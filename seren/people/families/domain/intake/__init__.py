"""Lists of families and staff from the setting's own books: looked through, then brought in whole."""

from seren.people.families.domain.intake.examples import example
from seren.people.families.domain.intake.keeping import KeptList, finish, kept_list, send_in, sweep
from seren.people.families.domain.intake.reading import LARGEST
from seren.people.families.domain.intake.running import bring_in, look_through
from seren.people.families.domain.intake.telling import OUTCOME_WORDS, Fault, Outcome, Step, Told

__all__ = [
    "LARGEST",
    "OUTCOME_WORDS",
    "Fault",
    "KeptList",
    "Outcome",
    "Step",
    "Told",
    "bring_in",
    "example",
    "finish",
    "kept_list",
    "look_through",
    "send_in",
    "sweep",
]
