"""The door of media. See docs/mechanisms/media.md."""

from seren.foundation.media.conditions import (
    IN_THE_BIN,
    belongs_to,
    every_child,
    marked_with,
    some_child,
)
from seren.foundation.media.incoming import Received, receive
from seren.foundation.media.keeping import (
    bin_photo,
    bin_photos_of,
    binned_last,
    erase,
    keep,
    mark_children,
    take_out_binned,
    take_out_of_bin,
)
from seren.foundation.media.queries import Shown, address, photos_asked, photos_of, pictured
from seren.foundation.media.serving import answer, register_keeping, register_taken
from seren.foundation.media.sizing import make_many, make_sizes
from seren.foundation.media.sweeping import Swept, sweep
from seren.foundation.media.terms import MediaAction, MediaEvent, PhotoState, Size
from seren.foundation.media.views import PhotoBytes

__all__ = [
    "IN_THE_BIN",
    "MediaAction",
    "MediaEvent",
    "PhotoBytes",
    "PhotoState",
    "Received",
    "Shown",
    "Size",
    "Swept",
    "address",
    "answer",
    "belongs_to",
    "bin_photo",
    "bin_photos_of",
    "binned_last",
    "erase",
    "every_child",
    "keep",
    "make_many",
    "make_sizes",
    "mark_children",
    "marked_with",
    "photos_asked",
    "photos_of",
    "pictured",
    "receive",
    "register_keeping",
    "register_taken",
    "some_child",
    "sweep",
    "take_out_binned",
    "take_out_of_bin",
]
