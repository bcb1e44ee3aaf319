"""What the views share: the way back."""

from uuid import UUID

from django.utils.translation import get_language

from seren.people.consent.models import Asked


def here(child: UUID) -> str:
    return f"/desk/children/{child}/permissions/"


def in_words_of(asked: Asked) -> dict[str, str]:
    """The words a family reads, in the language of whoever works here where it was asked in it."""
    language = get_language() or "en"
    return asked.shown_in(language if language in asked.words else "en")
