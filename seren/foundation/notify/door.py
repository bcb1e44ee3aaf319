"""The door of notify. See docs/mechanisms/notify.md."""

from seren.foundation.notify.direct import mail_now
from seren.foundation.notify.kinds import Kind, Told, UnknownKind, register
from seren.foundation.notify.models import Channel, Outcome, Urgency
from seren.foundation.notify.paper import Sheet, mark_printed, paper_asked, paper_waiting, unmark_printed
from seren.foundation.notify.reaching import (
    Reach,
    register_address_book,
    register_attendance,
    register_digest_hour,
)
from seren.foundation.notify.reading import (
    Line,
    Unreached,
    dead_asked,
    dead_deliveries,
    deliver_again,
    ledger,
    notices_of,
)
from seren.foundation.notify.sending import send, withdraw
from seren.foundation.notify.settling import settle_past

__all__ = [
    "Channel",
    "Kind",
    "Line",
    "Outcome",
    "Reach",
    "Sheet",
    "Told",
    "UnknownKind",
    "Unreached",
    "Urgency",
    "dead_asked",
    "dead_deliveries",
    "deliver_again",
    "ledger",
    "mail_now",
    "mark_printed",
    "notices_of",
    "paper_asked",
    "paper_waiting",
    "register",
    "register_address_book",
    "register_attendance",
    "register_digest_hour",
    "send",
    "settle_past",
    "unmark_printed",
    "withdraw",
]
