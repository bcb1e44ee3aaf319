"""The door of drafts. See docs/mechanisms/drafts.md."""

from seren.foundation.drafts.forms import UnknownForm, declare, is_declared
from seren.foundation.drafts.keeping import Kept, drop, forget, keep, sweep, take_up
from seren.foundation.drafts.models import LONGEST_ABOUT
from seren.foundation.drafts.slots import new_browser, stamp, stamped

__all__ = [
    "LONGEST_ABOUT",
    "Kept",
    "UnknownForm",
    "declare",
    "drop",
    "forget",
    "is_declared",
    "keep",
    "new_browser",
    "stamp",
    "stamped",
    "sweep",
    "take_up",
]
