"""One line told after an act: what was done, and how to undo it. It stays until the next page."""

from django.contrib import messages
from django.http import HttpRequest


def tell(request: HttpRequest, sentence: str, *, undo: str = "", error: bool = False) -> None:
    """Show `sentence` on the next page. `undo` is the address the Undo button posts to."""
    level = messages.ERROR if error else messages.SUCCESS
    messages.add_message(request, level, sentence, extra_tags=undo, fail_silently=True)
