"""Deadlines on a page: the date is always said, and how near it is."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from seren.foundation.ui import dates
from seren.foundation.ui.wording import Words


class DueState(StrEnum):
    TRACK = "track"
    SOON = "soon"
    TODAY = "today"
    LATE = "late"
    PAUSED = "paused"
    DONE = "done"


DUE_WORDS: dict[str, Words] = {
    DueState.TRACK: _("By %(day)s"),
    DueState.SOON: _("By %(day)s"),
    DueState.TODAY: _("Today, %(day)s"),
    DueState.LATE: _("Was due %(day)s"),
    DueState.PAUSED: _("Paused since %(day)s"),
    DueState.DONE: _("Done %(day)s"),
}


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline badge. `words` holds `%(day)s`: “Answer by %(day)s”."""

    state: DueState
    on: date
    words: Words = ""


def due_words(due: Due) -> SafeString:
    """The badge's sentence. Raises ValueError where the date has no place in it."""
    words = str(due.words or DUE_WORDS[due.state])
    before, place, after = words.partition("%(day)s")
    if not place:
        raise ValueError(f"a deadline always shows its date: {words!r} has no %(day)s")
    said = dates.short_day(due.on)
    said = said if before else said[0].upper() + said[1:]
    return format_html('{}<time datetime="{}">{}</time>{}', before, due.on.isoformat(), said, after)
