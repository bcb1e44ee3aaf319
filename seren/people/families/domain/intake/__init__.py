"""Lists of families and staff from the setting's own books: looked through, then brought in whole."""

from seren.people.families.domain.intake.reading import LARGEST
from seren.people.families.domain.intake.running import bring_in, look_through
from seren.people.families.domain.intake.telling import Fault, Outcome, Step, Told

__all__ = ["LARGEST", "Fault", "Outcome", "Step", "Told", "bring_in", "look_through"]
