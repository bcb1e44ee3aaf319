"""What families can prove, and who counts: the children who come, and the adults who are to hear."""

from seren.people.families.promises.counting import Coming, attending, promise_to_children
from seren.people.families.promises.homes import both_homes_reached
from seren.people.families.promises.keypeople import few_changes, own_adult_every_day

__all__ = [
    "Coming",
    "attending",
    "both_homes_reached",
    "few_changes",
    "own_adult_every_day",
    "promise_to_children",
]
