"""What families can prove, and who counts: the children who come, and the adults who are to hear."""

from seren.people.families.promises.counting import CHILD_NAMES, Coming, attending, child_rows
from seren.people.families.promises.homes import both_homes_reached
from seren.people.families.promises.keypeople import few_changes, own_adult_every_day

__all__ = [
    "CHILD_NAMES",
    "Coming",
    "attending",
    "both_homes_reached",
    "child_rows",
    "few_changes",
    "own_adult_every_day",
]
