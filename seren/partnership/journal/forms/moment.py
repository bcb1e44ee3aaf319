"""What staff put into a moment. A form says what has no sense; verbs decide the rest."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from seren.foundation.kernel import clock
from seren.foundation.rules import door as rules
from seren.foundation.ui.door import DayField, Labelled, PhotosField, SerenForm
from seren.partnership.journal.queries.noting import Offered
from seren.partnership.journal.terms import Camera, Precision
from seren.people.families.queries.room import ChildOfRoom

DRAFT = "journal.moment"
KEPT = (
    "children", "others", "quick_word", "words", "when", "time", "day_day", "day_month", "day_year", "areas",
    "language",
)  # fmt: skip
NOW, EARLIER, DAY = "now", "earlier", "day"
WHEN = [(NOW, _("Now")), (EARLIER, _("Earlier today")), (DAY, _("Another day"))]


class MomentForm(SerenForm):
    """One moment. `children` and `others` are one choice in two places: the room first."""

    moment = forms.UUIDField(widget=forms.HiddenInput)
    photos = PhotosField(label=_("Photos"))
    children = forms.MultipleChoiceField(
        required=False, label=_("Who is in it?"), widget=forms.CheckboxSelectMultiple
    )
    others = forms.MultipleChoiceField(
        required=False, label=_("Children in other rooms"), widget=forms.CheckboxSelectMultiple
    )
    quick_word = forms.ChoiceField(
        required=False, label=_("A quick word, if you like"), widget=forms.RadioSelect
    )
    words = forms.CharField(
        required=False,
        label=_("What happened?"),
        help_text=_("A few words are fine. You can add more later."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    when = forms.ChoiceField(label=_("When did it happen?"), choices=WHEN, widget=forms.RadioSelect)
    time = forms.TimeField(
        required=False,
        label=_("The time, if it was earlier today"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )
    day = DayField(required=False, label=_("The date, if it was another day"))
    areas = forms.MultipleChoiceField(
        required=False, label=_("What it shows"), widget=forms.CheckboxSelectMultiple
    )
    language = forms.ChoiceField(label=_("The language of the words"), choices=settings.LANGUAGES)

    unsaid = ("photos", "children", "others", "quick_word", "words", "areas")

    def __init__(
        self, *args: Any, offered: Offered, areas: Sequence[tuple[str, str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        language = get_language() or "en"
        self._choose("children", [_chip(one, offered.cameras) for one in offered.near])
        self._choose("others", [_chip(one, offered.cameras) for one in offered.further])
        self._choose("areas", [(code, Labelled(name, hint=gloss)) for code, name, gloss in areas])
        self._choose("quick_word", [(w.code, w.label(language).text) for w in rules.quick_words()])

    def _choose(self, field: str, choices: list[tuple[str, Any]]) -> None:
        chosen: Any = self.fields[field]
        chosen.choices = choices

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("when") == EARLIER and not said.get("time") and "time" not in self.errors:
            self.add_error("time", _("Enter the time it happened. For example, 10:15."))
        if said.get("when") == DAY and not said.get("day") and "day" not in self.errors:
            self.add_error("day", _("Enter the date. For example, 14 6 2025."))
        return said


def happened(said: Mapping[str, Any], now: datetime) -> tuple[datetime, Precision]:
    """The instant, and how exactly it is known. Of a day only the day is known."""
    if said["when"] == EARLIER:
        at = said["time"]
        return clock.at_london(clock.day_of(now), at.hour, at.minute), Precision.MINUTE
    if said["when"] == DAY:
        return clock.at_london(said["day"], 12), Precision.DAY
    return now, Precision.MINUTE


def began_as(happened_at: datetime, precision: Precision, today: date) -> dict[str, Any]:
    """The three fields of the time, for a moment that is changed."""
    if precision == Precision.DAY or clock.day_of(happened_at) != today:
        return {"when": DAY, "day": clock.day_of(happened_at)}
    return {"when": EARLIER, "time": clock.local(happened_at).time().replace(second=0, microsecond=0)}


def _chip(one: ChildOfRoom, cameras: Mapping[UUID, Camera]) -> tuple[str, Labelled]:
    child, crossed = one.child, cameras.get(one.child.id)
    return str(child.id), Labelled(
        child.name,
        hint=str(crossed.label) if crossed else "",
        initial=child.initial,
        tint=child.tint,
        cut=child.cut,
        no_photo=crossed is not None,
    )
