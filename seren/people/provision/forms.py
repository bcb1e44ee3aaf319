"""What leaders type about their setting and staff."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from seren.foundation.ui.door import DayField, SerenForm
from seren.people.provision.terms import Role

_QUIET = {"autocomplete": "off", "spellcheck": "false"}


class ChoosingForm(SerenForm):
    """A form whose choices depend on the setting: given by field when it is made."""

    def __init__(
        self, *args: Any, choices: Mapping[str, Sequence[tuple[str, Any]]] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for name, given in (choices or {}).items():
            self.fields[name].choices = list(given)  # type: ignore[attr-defined]


def _line(label: Any, hint: Any = "", *, required: bool = True, **attrs: str) -> forms.CharField:
    widget = forms.TextInput(attrs={**_QUIET, **attrs})
    return forms.CharField(label=label, help_text=hint, max_length=120, required=required, widget=widget)


def _time(label: Any) -> forms.TimeField:
    return forms.TimeField(
        label=label,
        help_text=_("For example, 9:00."),
        input_formats=["%H:%M", "%H.%M", "%H"],
        widget=forms.TextInput(attrs={**_QUIET, "dir": "ltr"}),
    )


class RoleForm(ChoosingForm):
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)
    room = forms.ChoiceField(label=_("Room"), required=False)
    from_day = DayField(label=_("First day in this role"))


class MemberForm(RoleForm):
    given_name = _line(_("First name"))
    family_name = _line(_("Family name"))
    email = _line(_("E-mail"), _("They sign in with it."), required=False, inputmode="email")
    phone = _line(_("Phone"), required=False, inputmode="tel")
    speaks = forms.ChoiceField(label=_("Language they speak most"), choices=settings.LANGUAGES)
    field_order = ("given_name", "family_name", "email", "phone", "speaks", "role", "room", "from_day")


class HoursForm(ChoosingForm):
    works = forms.MultipleChoiceField(
        label=_("Sessions each week"), required=False, widget=forms.CheckboxSelectMultiple
    )
    from_day = DayField(label=_("From which day"))


class AwayForm(SerenForm):
    first_day = DayField(label=_("First day away"))
    last_day = DayField(label=_("Last day away"))


class EndRoleForm(SerenForm):
    last_day = DayField(label=_("The last day in this role"))


class SettingForm(ChoosingForm):
    phone = _line(_("Phone"), _("It stands on every page of a family."), required=False, inputmode="tel")
    email = _line(_("E-mail"), required=False, inputmode="email")
    address = forms.CharField(
        label=_("Address"), required=False, widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"})
    )
    key_person_word = forms.ChoiceField(label=_("Your word for a key person"), widget=forms.RadioSelect)


class RoomForm(SerenForm):
    name = _line(_("Name of the room"))


class SessionForm(SerenForm):
    name = _line(_("Name of the session"), _("For example, Morning."))
    code = forms.SlugField(
        label=_("Short code"),
        help_text=_("For example, am. Files from other systems use it."),
        max_length=12,
        widget=forms.TextInput(attrs={**_QUIET, "dir": "ltr"}),
        error_messages={"invalid": _("Use small letters and digits, without spaces.")},
    )
    starts = _time(_("Starts at"))
    ends = _time(_("Ends at"))


class SessionHoursForm(SerenForm):
    name = _line(_("Name of the session"))
    starts = _time(_("Starts at"))
    ends = _time(_("Ends at"))


class TermForm(SerenForm):
    name = _line(_("Name of the term"), _("For example, Summer term 2025."))
    first_day = DayField(label=_("First day"))
    last_day = DayField(label=_("Last day"))
    half_term_from = DayField(label=_("Half-term begins"), required=False)
    half_term_to = DayField(label=_("Half-term ends"), required=False)


class ClosureForm(SerenForm):
    day = DayField(label=_("The day you are closed"))
    reason = _line(_("Why"), _("Families read this."))


class StatementForm(SerenForm):
    agree = forms.BooleanField(label=_("I have read this, and I will keep to it"))
