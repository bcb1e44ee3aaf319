"""The door of the audit. See docs/mechanisms/audit.md."""

from seren.foundation.audit.chain import Verdict, anchor_here, seal_waiting, verify
from seren.foundation.audit.models import Event
from seren.foundation.audit.recording import Withheld, record, register_watch, saw

__all__ = [
    "Event",
    "Verdict",
    "Withheld",
    "anchor_here",
    "record",
    "register_watch",
    "saw",
    "seal_waiting",
    "verify",
]
