"""Sentences about what came from home, for lists of staff: whole ones, to be said otherwise elsewhere."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from seren.foundation.ui.door import when_words
from seren.partnership.journal.queries.waiting import FromHome

_TITLE = 72


def begins(words: str) -> str:
    """The beginning of somebody's words, cut between words."""
    if not words:
        return _("A photo from home")
    line = words.splitlines()[0]
    return line if len(line) <= _TITLE else line[:_TITLE].rpartition(" ")[0] + "…"


def from_home_words(one: FromHome, children: Sequence[str], now: datetime) -> str:
    said = {"who": one.author, "children": ", ".join(children), "when": when_words(one.at, now)}
    if not one.is_star:
        return _("About %(children)s. %(who)s answered %(when)s.") % said
    if one.on_paper:
        return _("About %(children)s. From %(who)s, on paper, %(when)s.") % said
    return _("About %(children)s. From %(who)s, %(when)s.") % said
