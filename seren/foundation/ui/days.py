"""A date typed as day, month and year in three small boxes: no calendar to hunt through.

Years of two digits and months as words are not guessed: the sentence says how to write it.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

PARTS = ("day", "month", "year")


class DayWidget(forms.Widget):
    """Three text inputs, `name_day`, `name_month`, `name_year`. What was typed is shown again as typed."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        return tuple(str(data.get(f"{name}_{part}", "")).strip() for part in PARTS)

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return not any(f"{name}_{part}" in data for part in PARTS)

    def id_for_label(self, id_: str | None, index: str | None = None) -> str:
        return f"{id_}_day" if id_ else ""

    def boxes(self, value: Any) -> tuple[str, str, str]:
        """The three texts to show for a value: a date, or what was typed."""
        if isinstance(value, date):
            return str(value.day), str(value.month), str(value.year)
        if isinstance(value, tuple) and len(value) == len(PARTS):
            return tuple(value)
        return "", "", ""


class DayField(forms.Field):
    """A day of the calendar. `cleaned_data` holds a `date`, or None where it may be left out."""

    widget = DayWidget
    default_error_messages = {
        "not_a_day": _("Enter a date that is on the calendar. For example, 14 6 2025."),
        "year": _("Write the year with 4 digits. For example, 2025."),
    }

    def to_python(self, value: Any) -> date | None:
        if isinstance(value, date):
            return value
        if not value or not any(value):
            return None
        try:
            day, month, year = (int(part) for part in value)
        except ValueError:
            raise ValidationError(self.error_messages["not_a_day"], code="not_a_day") from None
        if not 1000 <= year <= 9999:
            raise ValidationError(self.error_messages["year"], code="year")
        try:
            found = date(year, month, day)
        except ValueError:
            raise ValidationError(self.error_messages["not_a_day"], code="not_a_day") from None
        if found == date.max:  # what lasts until a day ends as the next one begins
            raise ValidationError(self.error_messages["not_a_day"], code="not_a_day")
        return found

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(initial != self.to_python(data))
        except ValidationError:
            return True
