"""The door of the audit. See docs/mechanisms/audit.md."""

from seren.foundation.audit.chain import Verdict, anchor_here, seal_waiting, verify
from seren.foundation.audit.models import Event
from seren.foundation.audit.recording import record, saw

__all__ = ["Event", "Verdict", "anchor_here", "record", "saw", "seal_waiting", "verify"]
