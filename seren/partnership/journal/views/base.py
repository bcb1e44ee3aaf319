"""What the journal's pages for families share."""

from typing import Any

from django.http import HttpRequest

from seren.foundation.ui.door import Page


def reads_of(request: HttpRequest) -> tuple[str, ...]:
    """The languages the adult who asks reads, the one of the pages first."""
    who: Any = getattr(request, "who", None)
    return who.reads if who is not None else ()


class FamilyPage(Page):
    """A page of the family's frame. Its texts must be whole in the reader's language."""

    audience = "family"
