"""Rules over templates: every word translatable, no raw part in a room, nothing inline or from outside.

A template is read twice: once as Django's tags, once as the HTML that is left when these are taken out.
What `{% blocktranslate %}` holds is translatable and is taken out whole; a tag or variable in a text or
an attribute leaves a mark that is no word.
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from django.template.base import Lexer, Token, TokenType

from tests.architecture.lint.faults import Fault

# A room's page is made of components; only the mechanism that holds these may write the tag itself.
RAW = {"button", "input", "select", "textarea", "dialog", "table", "time"}
COMPONENTS = "seren/foundation/ui/"
# Pages for those who build Seren, in English.
WORKSHOP = {"seren/foundation/ui/templates/ui/gallery.html"}
NAME = "Seren"  # the same in every language
# Attributes a person reads or hears, on tags and on components alike.
SPOKEN = {
    "alt", "title", "aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "placeholder",
    "label", "help", "heading", "legend", "caption", "summary", "hint", "text", "words", "sentence",
}  # fmt: skip
_MARK = "\x1a"  # HTMLParser takes it as a letter of a name, NUL it does not
_WITH_WORDS = re.compile(r"""(?<![\w-])(\w+)=(["'])(?=[^"']*[^\W\d_])[^"']*\2""")
_OPEN_NAME = re.compile(r"</?[A-Za-z]+$")
_LETTER = re.compile(r"[^\W\d_]")
_ADDRESS = re.compile(r"https?://(?!www\.w3\.org/)")
_BLOCKS = {"blocktranslate": "endblocktranslate", "blocktrans": "endblocktrans", "comment": "endcomment"}


def check(path: str, text: str) -> list[Fault]:
    if path in WORKSHOP:
        return list(_addresses(path, text))
    found = [*_addresses(path, text), *_words_in_tags(path, text)]
    bare = _without_tags(text)
    if path.endswith(".txt"):
        found += _untranslated_lines(path, bare)
    else:
        found += _Reader(path).read(bare)
    return sorted(set(found), key=lambda fault: fault.line)


def _addresses(path: str, text: str) -> Iterator[Fault]:
    for number, line in enumerate(text.splitlines(), 1):
        if _ADDRESS.search(line):
            yield Fault(path, number, "an outside address; everything comes from here")


def _words_in_tags(path: str, text: str) -> Iterator[Fault]:
    """`{% include "x.html" with label="Save" %}`: words given to a part untranslated."""
    for token in Lexer(text).tokenize():
        if token.token_type == TokenType.BLOCK and not token.contents.startswith(
            ("translate", "trans ", "block")
        ):
            for name, _ in _WITH_WORDS.findall(token.contents):
                if name.replace("_", "-") in SPOKEN:
                    yield Fault(
                        path, token.lineno or 0, f'{name}="…" is not translatable; write {name}=_("…")'
                    )


def _without_tags(text: str) -> str:
    """The HTML alone, line by line where it was."""
    kept: list[str] = []
    until = ""
    for token in Lexer(text).tokenize():
        if until:
            kept.append(_blank(token))
            until = "" if token.contents.split()[:1] == [until] else until
        elif token.token_type == TokenType.TEXT:
            kept.append(token.contents)
        else:
            kept.append(_instead_of(token, kept) + _blank(token))
            if token.token_type == TokenType.BLOCK:
                until = _BLOCKS.get(token.contents.split()[0], "")
    return "".join(kept)


def _instead_of(token: Token, kept: list[str]) -> str:
    """A letter where a tag begins, so that it is read as one; elsewhere the mark."""
    before = kept[-1] if kept else ""
    if before.endswith(("<", "</")):  # `<{% if heading %}th{% else %}td{% endif %}>`
        return "x"
    if token.token_type == TokenType.VAR and _OPEN_NAME.search(before):  # `<h{{ level }}>`
        return "1"
    return _MARK


def _blank(token: Token) -> str:
    return "\n" * token.contents.count("\n")


def _untranslated_lines(path: str, bare: str) -> Iterator[Fault]:
    for number, line in enumerate(bare.splitlines(), 1):
        if _LETTER.search(line):
            yield Fault(path, number, f"not translatable: {line.strip()[:40]!r}")


class _Reader(HTMLParser):
    """Walks the HTML of one template and gathers its faults."""

    def __init__(self, path: str) -> None:
        super().__init__(convert_charrefs=True)
        self.path = path
        self.found: list[Fault] = []
        self.components_only = not path.startswith(COMPONENTS)

    def read(self, html: str) -> list[Fault]:
        self.feed(html)
        self.close()
        return self.found

    def _say(self, words: str) -> None:
        self.found.append(Fault(self.path, self.getpos()[0], words))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given, tag = dict(attrs), tag.replace(_MARK, "")
        if self.components_only and tag in RAW:
            self._say(f"raw <{tag}>; use the component")
        if tag == "style" or "style" in given:
            self._say("inline style; put it in the stylesheet")
        if tag == "script" and not given.get("src"):
            self._say("inline script; put it in a file")
        for name, value in attrs:
            if name.startswith("on") and name.isalpha():
                self._say(f"{name}= is inline script")
            if name in SPOKEN and value and _LETTER.search(value):
                self._say(f"{name}={value[:30]!r} is not translatable")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_data(self, data: str) -> None:
        if self.cdata_elem:  # inside script or style: refused already, as a whole
            return
        line = self.getpos()[0]
        for offset, text in enumerate(data.split("\n")):
            if _LETTER.search(text.replace(NAME, "")):
                self.found.append(Fault(self.path, line + offset, f"not translatable: {text.strip()[:40]!r}"))
