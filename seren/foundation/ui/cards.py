"""What a moment looks like in a list: a frozen read model, and one way to draw it.

A card is kept rendered under its whole read model and the language, and holds no form and no token.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

from django.template import Context, Engine
from django.utils.html import format_html
from django.utils.safestring import SafeString

from seren.foundation.ui.kept import by_read_model
from seren.foundation.ui.stars import drawn as drawn_star


class Origin(StrEnum):
    """Where the moment is from: an outlined star, a filled one, or both."""

    HOME = "home"
    SETTING = "setting"
    BOTH = "both"


class CardState(StrEnum):
    """Shared and draft show what they hold; held and withdrawn show `state_words` in its place."""

    SHARED = "shared"
    DRAFT = "draft"  # staff only, or still to send
    HELD = "held"  # the words are shown, the photo is kept back
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Said:
    """Somebody's words, with their language and direction."""

    text: str
    language: str
    direction: str = "auto"


@dataclass(frozen=True, slots=True)
class PhotoShown:
    """One picture. `alt` is always there; not ready: a place of the right shape."""

    url: str
    width: int
    height: int
    alt: str
    alt_language: str = ""
    ready: bool = True
    full_url: str = ""


@dataclass(frozen=True, slots=True)
class CardAct:
    """A quiet link on the card. Never a form: cards are kept, and a token would be kept with them."""

    url: str
    label: str
    icon: str = ""


@dataclass(frozen=True, slots=True)
class ReplyShown:
    """One answer below a moment, as this reader may see it."""

    from_words: str  # “You, today at 12:15”
    words: Said | None
    heart: bool = False
    original: Said | None = None  # where `words` is a translation
    original_words: str = ""
    origin: Origin = Origin.HOME


@dataclass(frozen=True, slots=True)
class MomentCard:
    """One moment in a list, as one reader may see it; whole sentences in the reader's language."""

    id: str
    url: str
    origin: Origin
    from_words: str  # “From Sian · today, 10:40”
    title: Said  # the first sentence; the link
    words: Said | None = None
    original: Said | None = None  # where `words` is a translation
    original_words: str = ""  # “Sian wrote this in Welsh.”
    label: str = ""  # a quick word
    photos: tuple[PhotoShown, ...] = ()
    with_others: str = ""  # “with 2 friends”
    note: str = ""  # “You have not answered yet.”
    state: CardState = CardState.SHARED
    state_words: str = ""  # “This star was taken back on 3 May.”
    new: bool = False
    tint: str = "lemwn"  # the paper of a card without a photo
    acts: tuple[CardAct, ...] = ()

    @property
    def gap(self) -> str:
        """A card is no gap in the thread."""
        return ""


TEMPLATE = "ui/parts/moment_card.html"


def drawn(card: MomentCard) -> SafeString:
    """The card's markup in the active language, drawn anew."""
    return Engine.get_default().get_template(TEMPLATE).render(Context(_flat(card)))


rendered = by_read_model(drawn)


@lru_cache(maxsize=256)
def spoken(language: str, direction: str) -> SafeString:
    """The attributes of somebody's words."""
    return format_html('lang="{}" dir="{}"', language, direction) if language else SafeString("")


@lru_cache(maxsize=64)
def _paper(tint: str) -> SafeString:
    return format_html(' data-tint="{}"', tint) if tint else SafeString("")


def _flat(card: MomentCard) -> dict[str, Any]:
    """The card as names the template reads at once: looking into objects is most of a template's time."""
    held, draft = card.state is CardState.HELD, card.state is CardState.DRAFT
    pictured = held or bool(card.photos)
    shape = "wide-ok" if pictured else "words"
    state = " held" if held else " waiting" if draft else ""
    return {
        "id": card.id,
        "url": card.url,
        "origin": card.origin.value,
        "star": drawn_star(card.origin.value),
        "gone": card.state is CardState.WITHDRAWN,
        "held": held,
        "draft": card.state_words if draft else "",
        "state_words": card.state_words,
        "classes": f"moment {shape}{state}",
        "pictured": pictured,
        "paper": "" if pictured else _paper(card.tint),
        "photo": card.photos[0] if card.photos else None,
        "shape": "",
        "many": len(card.photos) if len(card.photos) > 1 else 0,
        "from_words": card.from_words,
        "new": card.new,
        "title": card.title.text,
        "title_in": spoken(card.title.language, card.title.direction),
        "words": card.words.text if card.words else "",
        "words_in": spoken(card.words.language, card.words.direction) if card.words else "",
        "original": card.original.text if card.original else "",
        "original_in": spoken(card.original.language, card.original.direction) if card.original else "",
        "original_words": card.original_words,
        "beside": bool(card.label or card.with_others or len(card.photos) > 1),
        "label": card.label,
        "with_others": card.with_others,
        "note": card.note,
        "acts": card.acts,
    }
