"""Which language words were written in, told in the reader’s own."""

from babel import Locale
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from seren.foundation.words.door import Shown as WordsShown
from seren.foundation.words.door import Status


def original_words(words: WordsShown | None, writer: str) -> str:
    """In which language words were written that are not in the reader's, or were put into it."""
    if words is None:
        return ""
    if words.original is None and words.missing_welsh:
        return _("Not yet in Welsh.")
    if words.original is None:
        return written_in(words.language)
    facts = {"name": writer, "language": language_name(words.original.language)}
    if words.status == Status.MACHINE:
        if writer:
            return _("%(name)s wrote this in %(language)s. A machine put it into your language.") % facts
        return _("This was written in %(language)s. A machine put it into your language.") % facts
    if writer:
        return _("%(name)s wrote this in %(language)s.") % facts
    return _("This was written in %(language)s.") % facts


def written_in(language: str) -> str:
    """Said of words in another language than the page's; nothing of words in the same."""
    if language.partition("-")[0] == (get_language() or "en").partition("-")[0]:
        return ""
    return _("Written in %(language)s.") % {"language": language_name(language)}


def language_name(code: str) -> str:
    """What the reader calls a language."""
    reader = get_language() or "en"
    names = Locale.parse("en_GB" if reader == "en" else reader).languages
    return str(names.get(code) or names.get(code.partition("-")[0]) or code)
