"""The one context processor: `ui`, what is around a page. Nothing is asked for until a template asks."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import HttpRequest, QueryDict
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from seren.foundation.ui import completeness, wishes
from seren.foundation.ui.frame import Frame, Words, registered

BESIDE = ("en", "cy")  # side by side on every page


@dataclass(frozen=True, slots=True)
class LanguageLink:
    code: str
    name: str  # its own name for itself
    direction: str
    url: str
    current: bool


@dataclass(frozen=True, slots=True)
class Languages:
    """English and Cymraeg beside each other; the others this page is whole in, under one button."""

    beside: tuple[LanguageLink, ...]
    more: tuple[LanguageLink, ...]


@dataclass(frozen=True, slots=True)
class ThemeLink:
    words: Words
    url: str
    current: bool


THEME_WORDS: dict[str, Words] = {
    wishes.PHONE: _("As this phone shows things"),
    "day": _("Light"),
    "night": _("Dark"),
    "plain": _("Plain, black on white"),
}


class Around:
    """What is around one page."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    @cached_property
    def frame(self) -> Frame:
        found = registered.frame(self._request) if registered.frame else None
        return found or Frame()

    @property
    def language(self) -> str:
        return translation.get_language() or "en"

    @property
    def direction(self) -> str:
        return "rtl" if translation.get_language_bidi() else "ltr"

    @property
    def theme(self) -> str:
        """Day, night or plain; empty: the phone decides."""
        return wishes.theme_of(self._request)

    @cached_property
    def themes(self) -> tuple[ThemeLink, ...]:
        """The same page as the phone wants it, light, dark, or plain."""
        chosen = self.theme or wishes.PHONE
        rest = wishes.without_choice(self._request)
        links = []
        for theme, words in THEME_WORDS.items():
            query = rest.copy()
            query[wishes.THEME] = theme
            links.append(ThemeLink(words, f"?{query.urlencode()}", theme == chosen))
        return tuple(links)

    @cached_property
    def languages(self) -> Languages:
        """The same page in the other languages. The links are relative: a page does not echo its address."""
        return self._links("", wishes.without_choice(self._request))

    @cached_property
    def languages_home(self) -> Languages:
        """For a page that must not tell its address."""
        return self._links("/", QueryDict(mutable=True))

    def _links(self, path: str, rest: QueryDict) -> Languages:
        audience = getattr(self._request, "audience", "family")
        whole = completeness.whole_in(audience)
        beside = BESIDE[::-1] if self.frame.welsh_first else BESIDE
        more = [code for code, _name in settings.LANGUAGES if code not in BESIDE and code in whole]
        return Languages(
            tuple(self._link(code, path, rest) for code in beside),
            tuple(self._link(code, path, rest) for code in more),
        )

    def _link(self, code: str, path: str, rest: QueryDict) -> LanguageLink:
        query = rest.copy()
        query[wishes.LANGUAGE] = code
        name = dict(settings.LANGUAGES)[code]
        bidi = translation.get_language_info(code)["bidi"]
        return LanguageLink(
            code, name, "rtl" if bidi else "ltr", f"{path}?{query.urlencode()}", code == self.language
        )


def around(request: HttpRequest) -> dict[str, Any]:
    """One object for a request, however many templates it takes to answer."""
    kept: Around | None = getattr(request, "around", None)
    if kept is None:
        kept = Around(request)
        request.around = kept  # type: ignore[attr-defined]
    return {"ui": kept}
