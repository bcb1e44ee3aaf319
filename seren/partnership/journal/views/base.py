"""What the journal's pages for families share."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language

from seren.foundation.ui.door import Page


def reads_of(request: HttpRequest) -> tuple[str, ...]:
    """The languages the adult who asks reads, the one of the pages first."""
    who: Any = getattr(request, "who", None)
    return who.reads if who is not None else ()


def writes_in(request: HttpRequest) -> str:
    """What somebody’s words are taken to be in until they say otherwise: the first language they read."""
    return next(iter(reads_of(request)), get_language() or "en")


class FamilyPage(Page):
    """A page of the family's frame. Its texts must be whole in the reader's language."""

    audience = "family"
