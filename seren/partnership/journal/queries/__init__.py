"""What can be read of the journal: always as one person may see it."""

from seren.partnership.journal.queries.moments import one_moment, unfiled
from seren.partnership.journal.queries.plan import Plan, plan_of
from seren.partnership.journal.queries.reading import MomentRead, ReplyRead, Signed
from seren.partnership.journal.queries.sky import Mark, Sky, sky

__all__ = [
    "Mark",
    "MomentRead",
    "Plan",
    "ReplyRead",
    "Signed",
    "Sky",
    "one_moment",
    "plan_of",
    "sky",
    "unfiled",
]
