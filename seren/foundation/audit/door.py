"""The door of the audit. See docs/mechanisms/audit.md."""

from seren.foundation.audit.chain import Verdict, anchor_here, seal_waiting, verify
from seren.foundation.audit.models import Event
from seren.foundation.audit.reading import Reading, readings_of
from seren.foundation.audit.recording import Withheld, record, register_watch, saw, unwatched

__all__ = [
    "Event",
    "Reading",
    "Verdict",
    "Withheld",
    "anchor_here",
    "readings_of",
    "record",
    "register_watch",
    "saw",
    "seal_waiting",
    "unwatched",
    "verify",
]
