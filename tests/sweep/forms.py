"""Every form of a page that is sent with POST, and what somebody would send with it."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin

from django.urls import resolve

ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
Body = dict[str, list[str]]
_CHOSEN = ("radio", "checkbox", "select")
_STANDS = ("hidden", "button")
# What is written where nothing stands yet, by the end of a field's name.
_WRITTEN = {
    "birth_year": "2021",
    "made_on_year": "2020",
    "signed_on_day": "14",
    "signed_on_month": "5",
    "_day": "17",
    "_month": "6",
    "_year": "2025",
    "email": "somebody@example.org",
    "phone": "01632 960 555",
    "order": "1",
    "starts": "13:00",
    "leaves": "9:30",
    "returns": "11:30",
    "adults": "3",
    "ride": "",
    "ends": "14:00",
    "at_time": "15:00",
}


@dataclass
class Field:
    """One name of a form. `sent`: what stands in it; `offered`: what one may choose from."""

    name: str
    kind: str
    sent: list[str] = field(default_factory=list)
    offered: list[str] = field(default_factory=list)

    def ids(self) -> list[str]:
        """Of the rows it is about, and of those one may choose."""
        return [found for value in (self.name, *self.sent, *self.offered) for found in ID.findall(value)]

    def chosen(self) -> list[str]:
        """As it stands; of rows one at least; else what a browser sends, or the first of a few."""
        rows = [value for value in self.offered if ID.search(value)]
        if self.kind in _STANDS or any(value.strip() for value in self.sent if not rows or value in rows):
            return self.sent
        return rows[:1] or ([] if self.kind == "checkbox" else self.offered[:1])

    def written(self) -> list[str]:
        """The same, with something plausible where nothing stands."""
        if self.kind in _STANDS or any(value.strip() for value in self.chosen()):
            return self.chosen()
        if self.kind in _CHOSEN:
            return [value for value in self.offered if value][:1]
        known = (words for end, words in _WRITTEN.items() if self.name.endswith(end))
        return [next(known, "Something")]


@dataclass
class Form:
    """A form of a page, and where it is sent."""

    action: str
    fields: dict[str, Field] = field(default_factory=dict)

    @property
    def route(self) -> str:
        return str(resolve(self.action.partition("?")[0]).route)

    def of_rows(self) -> list[Field]:
        """The fields that say which rows are meant. Whose a draft is stands in its stamp."""
        return [one for one in self.fields.values() if one.ids() and not one.name.startswith("draft-")]

    def bodies(self) -> tuple[Body, Body]:
        """What is sent with little typed, and with everything filled in."""
        fields = self.fields.values()
        return {one.name: one.chosen() for one in fields}, {one.name: one.written() for one in fields}


class _Reader(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.page, self.found = page, list[Form]()
        self.form: Form | None = None
        self.select: Field | None = None
        self.area: Field | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form" and said.get("method", "").lower() == "post":
            self.form = Form(urldefrag(urljoin(self.page, said.get("action", ""))).url)
        elif self.form is not None:
            self._inside(self.form, tag, said)

    def _inside(self, form: Form, tag: str, said: dict[str, str]) -> None:
        name, value = said.get("name", ""), said.get("value", "")
        if tag == "option" and self.select is not None:
            self.select.offered.append(value)
            self.select.sent += [value] * ("selected" in said)
        elif tag == "select" and name:
            self.select = form.fields.setdefault(name, Field(name, tag))
        elif tag == "textarea" and name:
            self.area = form.fields.setdefault(name, Field(name, tag, [""]))
        elif tag == "button" and ID.search(value):
            one = form.fields.setdefault(name, Field(name, tag, [value]))
            one.offered.append(value)
        elif tag == "input" and name and said.get("type") != "file":
            one = form.fields.setdefault(name, Field(name, said.get("type", "text")))
            if one.kind in _CHOSEN:
                one.offered.append(value or "on")
                one.sent += [value or "on"] * ("checked" in said)
            else:
                one.sent.append(value)

    def handle_data(self, data: str) -> None:
        if self.area is not None:
            self.area.sent[0] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form" and self.form is not None:
            self.found.append(self.form)
            self.form = None
        elif tag == "select":
            self.select = None
        elif tag == "textarea":
            self.area = None


def forms_on(page: str, html: str) -> list[Form]:
    reader = _Reader(page)
    reader.feed(html)
    return reader.found
