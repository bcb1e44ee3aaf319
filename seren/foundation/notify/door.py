"""The door of notify. See docs/mechanisms/notify.md."""

from seren.foundation.notify.direct import mail_now
from seren.foundation.notify.equal import (
    Chase,
    Listed,
    Missed,
    ToldTo,
    chase,
    listed,
    listed_one,
    listed_with,
    missed_by,
    of_ledger,
    still_theirs,
)
from seren.foundation.notify.kinds import Kind, Told, UnknownKind, register
from seren.foundation.notify.models import Came, Channel, Outcome, Urgency, Way
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
    "Came",
    "Channel",
    "Chase",
    "Kind",
    "Line",
    "Listed",
    "Missed",
    "Outcome",
    "Reach",
    "Sheet",
    "Told",
    "ToldTo",
    "UnknownKind",
    "Unreached",
    "Urgency",
    "Way",
    "chase",
    "dead_asked",
    "dead_deliveries",
    "deliver_again",
    "ledger",
    "listed",
    "listed_one",
    "listed_with",
    "mail_now",
    "mark_printed",
    "missed_by",
    "notices_of",
    "of_ledger",
    "paper_asked",
    "paper_waiting",
    "register",
    "register_address_book",
    "register_attendance",
    "register_digest_hour",
    "send",
    "settle_past",
    "still_theirs",
    "unmark_printed",
    "withdraw",
]
