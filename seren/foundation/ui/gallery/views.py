"""Draws the list. Samples are templates of their own, compiled once."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template import Engine, RequestContext, Template
from django.template.response import TemplateResponse
from django.utils import translation
from django.utils.safestring import SafeString
from django_cotton.compiler_regex import CottonCompiler

from seren.foundation.access.door import RecordClass
from seren.foundation.ui.cards import MomentCard, Origin, Said
from seren.foundation.ui.context import LanguageLink, Languages
from seren.foundation.ui.gallery import entries
from seren.foundation.ui.pages import Seen
from seren.foundation.ui.policies import UiAction
from seren.foundation.ui.shown import ChildShown, TaskShown


@dataclass(frozen=True, slots=True)
class SampleShown:
    state: str
    source: str
    html: SafeString
    across: bool


@dataclass(frozen=True, slots=True)
class EntryShown:
    component: str
    title: str
    samples: tuple[SampleShown, ...]


# The workshop speaks English, to those who build: nothing here is for translators.
WORDS = {
    "title": "Seren parts",
    "kind": "Workshop",
    "line": "Every part, in every state. People and places here are made up.",
    "parts": "Parts",
    "rtl_title": "Right to left",
}


@cache
def compiled(source: str) -> Template:
    return Engine.get_default().from_string(CottonCompiler().process(source))


class Gallery(Seen):
    """`/gallery/`: anyone may, where it is served at all. `?dir=rtl` turns the whole page round."""

    action = UiAction.GALLERY
    record_class = RecordClass.C0
    audience = "staff"

    def get(self, request: HttpRequest) -> HttpResponse:
        context = {
            **WORDS,
            "sections": [
                (title, [drawn(request, entry) for entry in listed]) for title, listed in entries.SECTIONS
            ],
            "right_to_left": _in_urdu(request),
            "turned": request.GET.get("dir") == "rtl",
        }
        return TemplateResponse(request, "ui/gallery.html", context).render()


def drawn(request: HttpRequest, entry: entries.Entry) -> EntryShown:
    samples = (
        SampleShown(sample.state, sample.source, _html(request, sample.source, _facts()), sample.across)
        for sample in entry.samples
    )
    return EntryShown(entry.component, entry.title, tuple(samples))


def _html(request: HttpRequest, source: str, given: dict[str, Any]) -> SafeString:
    return compiled(source).render(RequestContext(request, given))


def _facts() -> dict[str, Any]:
    from seren.foundation.ui.gallery import facts

    alone = facts.SampleForm(auto_id="alone_%s", initial={"quick": "built"})
    return {**facts.FACTS, "all_languages": _languages(), "alone": alone}


def _languages() -> Languages:
    links = [
        LanguageLink(code, name, "rtl" if code in ("ur", "ar") else "ltr", f"?lang={code}", code == "en")
        for code, name in settings.LANGUAGES
    ]
    return Languages((links[1], links[0]), tuple(links[2:]))


def _in_urdu(request: HttpRequest) -> SafeString:
    with translation.override("ur"):
        return _html(request, entries.RIGHT_TO_LEFT, _urdu())


def _urdu() -> dict[str, Any]:
    from seren.foundation.ui.gallery import facts

    told = Said("وہ بلیوں کی آوازیں نکالتا ہے اور پھر ہنستا ہے۔", "ur", "rtl")
    return {
        "today": facts.TODAY,
        "yusuf": ChildShown("یوسف", "lemwn", "leaf", url="#main"),
        "card": MomentCard(
            "urdu", "#main", Origin.HOME, "گھر سے · بدھ 14 مئی، 10:40", told, photos=(facts.TOWER,)
        ),
        "task": TaskShown("نیند کے بارے میں بتائیں", "#main", "2 سوال باقی ہیں", due=facts.DUES["soon"]),
        "due": facts.DUES["late"],
    }
