"""A form's field as a page shows it: one read model for every kind, so templates hold the only markup."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.utils import flatatt
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from seren.foundation.ui.days import PARTS, DayWidget

# Never written: what a browser would silently cut or refuse, the server says in a sentence.
LEFT_OUT = {"maxlength", "minlength", "required", "class", "style", "id", "name", "value", "cols"}


@dataclass(frozen=True, slots=True)
class Labelled:
    """A choice with more to it than a word: a line under it, or a child's paper before it."""

    label: str
    hint: str = ""
    initial: str = ""
    tint: str = ""
    cut: str = ""
    no_photo: bool = False

    def __str__(self) -> str:
        return self.label


@dataclass(frozen=True, slots=True)
class ChoiceShown:
    id: str
    value: str
    label: Any
    chosen: bool


@dataclass(frozen=True, slots=True)
class BoxShown:
    """One of the three boxes of a date."""

    id: str
    name: str
    label: str
    value: str
    width: str


@dataclass(frozen=True, slots=True)
class FieldShown:
    """What the template needs, and no more. `told_by` is what `aria-describedby` points to."""

    kind: str
    id: str
    first: str  # the id an error links to: the first thing one can focus
    name: str
    label: str
    hint: str
    wrong: tuple[str, ...]
    value: str
    optional: bool
    choices: tuple[ChoiceShown, ...]
    boxes: tuple[BoxShown, ...]
    attrs: SafeString
    told_by: str


KINDS: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.HiddenInput, "hidden"),
    (forms.MultipleHiddenInput, "hidden"),
    (DayWidget, "day"),
    (forms.CheckboxSelectMultiple, "checks"),
    (forms.RadioSelect, "radios"),
    (forms.SelectMultiple, "select"),
    (forms.Select, "select"),
    (forms.CheckboxInput, "check"),
    (forms.Textarea, "textarea"),
    (forms.FileInput, "file"),
)


def kind_of(widget: forms.Widget) -> str:
    return next((kind for type_, kind in KINDS if isinstance(widget, type_)), "input")


def shown(bound: BoundField) -> FieldShown:
    """The read model of one bound field."""
    widget, kind, id_ = bound.field.widget, kind_of(bound.field.widget), bound.auto_id or bound.html_name
    wrong = tuple(str(sentence) for sentence in bound.errors)
    choices = tuple(_choices(bound)) if kind in ("radios", "checks", "select") else ()
    optional = not bound.field.required and kind not in ("hidden", "check")
    optional = optional and getattr(bound.field, "says_optional", True)
    hint = str(bound.help_text)
    told = [f"{id_}-hint"] * bool(hint or optional) + [f"{id_}-wrong"] * bool(wrong)
    return FieldShown(
        kind=kind,
        id=id_,
        first=_first(kind, id_, choices),
        name=bound.html_name,
        label=str(bound.label),
        hint=hint,
        wrong=wrong,
        value=_text(bound) if kind in ("input", "textarea", "hidden") else "",
        optional=optional,
        choices=choices,
        boxes=tuple(_boxes(bound, id_)) if isinstance(widget, DayWidget) else (),
        attrs=_attrs(bound, kind),
        told_by=" ".join(told),
    )


def _first(kind: str, id_: str, choices: tuple[ChoiceShown, ...]) -> str:
    if kind == "day":
        return f"{id_}_day"
    return choices[0].id if kind in ("radios", "checks") and choices else id_


def _text(bound: BoundField) -> str:
    value = bound.field.widget.format_value(bound.value())
    return "" if value is None else str(value)


def _choices(bound: BoundField) -> Iterator[ChoiceShown]:
    for part in bound.subwidgets:
        data = part.data
        value = "" if data["value"] is None else str(data["value"])
        yield ChoiceShown(part.id_for_label or "", value, data["label"], bool(data["selected"]))


def _boxes(bound: BoundField, id_: str) -> Iterator[BoxShown]:
    labels = {"day": _("Day"), "month": _("Month"), "year": _("Year")}
    widths = {"day": "two", "month": "two", "year": "four"}
    for part, value in zip(PARTS, bound.field.widget.boxes(bound.value()), strict=True):
        yield BoxShown(f"{id_}_{part}", f"{bound.html_name}_{part}", labels[part], value, widths[part])


def _attrs(bound: BoundField, kind: str) -> SafeString:
    widget: Any = bound.field.widget
    attrs = {
        key: value
        for key, value in {**widget.attrs, **bound.field.widget_attrs(widget)}.items()
        if key not in LEFT_OUT
    }
    if kind == "input":
        attrs.setdefault("type", widget.input_type)
    if getattr(widget, "allow_multiple_selected", False) and kind in ("select", "file"):
        attrs["multiple"] = True
    if kind in ("textarea", "input") and attrs.get("type", "text") in ("text", "search"):
        attrs.setdefault("dir", "auto")
    if kind == "check":
        attrs["checked"] = bool(bound.value())
    return flatatt(attrs)


def wrongs(form: forms.BaseForm) -> list[tuple[str, str]]:
    """Where each error leads and what it says: whole-form ones first, then by field."""
    found = [("", str(sentence)) for sentence in form.non_field_errors()]
    for bound in form:
        if bound.errors:
            field = shown(bound)
            found += [(field.first, sentence) for sentence in field.wrong]
    return found
