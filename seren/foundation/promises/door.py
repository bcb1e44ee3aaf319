"""The door of promises. See docs/mechanisms/promises.md."""

from seren.foundation.promises.clauses import Clause, NoClause, Words, clause, clauses, policies
from seren.foundation.promises.evidence import Evidence, Row, each, share, share_state
from seren.foundation.promises.places import Day, NoPlaces, Place, place_of, places, register_places
from seren.foundation.promises.reading import Proof, Standing, open_to, standings
from seren.foundation.promises.registry import (
    Measured,
    Promise,
    RowSaid,
    Said,
    promise,
    promises,
    promises_of,
)
from seren.foundation.promises.saying import figure_of_all
from seren.foundation.promises.terms import State, worst
from seren.foundation.promises.working import ask, evidence_now, work_out

__all__ = [
    "Clause",
    "Day",
    "Evidence",
    "Measured",
    "NoClause",
    "NoPlaces",
    "Place",
    "Promise",
    "Proof",
    "Row",
    "RowSaid",
    "Said",
    "Standing",
    "State",
    "Words",
    "ask",
    "clause",
    "clauses",
    "each",
    "evidence_now",
    "figure_of_all",
    "open_to",
    "place_of",
    "places",
    "policies",
    "promise",
    "promises",
    "promises_of",
    "register_places",
    "share",
    "share_state",
    "standings",
    "work_out",
    "worst",
]
