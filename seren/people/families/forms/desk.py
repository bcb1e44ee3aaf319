"""What leaders type about a child: who, when, with whom. Verbs decide; these only say what has no sense."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from seren.foundation.ui.door import DayField, SerenForm
from seren.people.accounts.terms import Format
from seren.people.families.terms import (
    ChangeReason,
    EvidenceSeen,
    LivesWith,
    Pattern,
    Relation,
    Responsibility,
    ResponsibilityBasis,
    SafetyKind,
)

Choices = Sequence[tuple[str, Any]]
_NAME = {"autocomplete": "off", "spellcheck": "false"}


class ChoosingForm(SerenForm):
    """A form whose choices depend on the setting: given by field when it is made."""

    def __init__(self, *args: Any, choices: Mapping[str, Choices] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, given in (choices or {}).items():
            self.fields[name].choices = list(given)  # type: ignore[attr-defined]


def line(label: Any, hint: Any = "", *, required: bool = True, **attrs: str) -> forms.CharField:
    widget = forms.TextInput(attrs={**_NAME, **attrs})
    return forms.CharField(label=label, help_text=hint, max_length=120, required=required, widget=widget)


def languages() -> Choices:
    return [("", _("Not known")), *settings.LANGUAGES]


class ChildForm(ChoosingForm):
    given_name = line(_("First name"))
    family_name = line(_("Family name"))
    known_as = line(
        _("What they are called here"), _("Leave it empty if it is the first name."), required=False
    )
    date_of_birth = DayField(label=_("Date of birth"))
    room = forms.ChoiceField(label=_("Room"), widget=forms.RadioSelect)
    starts_on = DayField(label=_("First day here"))
    home_language = forms.ChoiceField(label=_("Language at home"), required=False, choices=languages)
    unsaid = ("known_as", "home_language")


class DetailsForm(SerenForm):
    given_name = line(_("First name"))
    family_name = line(_("Family name"))
    known_as = line(_("What they are called here"))
    date_of_birth = DayField(label=_("Date of birth"))


class FirstDayForm(SerenForm):
    starts_on = DayField(label=_("First day here"))


class RoomForm(ChoosingForm):
    room = forms.ChoiceField(label=_("The new room"), widget=forms.RadioSelect)


class LeaveForm(SerenForm):
    last_day = DayField(label=_("The last day"))


class SessionsForm(ChoosingForm):
    sessions = forms.MultipleChoiceField(
        label=_("Sessions each week"), required=False, widget=forms.CheckboxSelectMultiple
    )
    from_day = DayField(label=_("From which day"))


class KeyPersonForm(ChoosingForm):
    """A first key person needs no reason; a change does (E-05)."""

    person = forms.ChoiceField(label=_("Who"), widget=forms.RadioSelect)
    from_day = DayField(label=_("From which day"), help_text=_("Today, or a day to come."))
    reason = forms.ChoiceField(label=_("Why it changes"), choices=())
    handover = forms.CharField(
        label=_("What the next person should know"),
        help_text=_("Only staff who look after the child read this."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, first: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if first:
            del self.fields["reason"], self.fields["handover"]
        else:
            reasons = [one for one in ChangeReason.choices if one[0] != ChangeReason.FIRST]
            self.fields["reason"].choices = reasons  # type: ignore[attr-defined]


class FactsForm(SerenForm):
    """The four facts of an adult and a child, never one tick (P-01)."""

    relation = forms.ChoiceField(label=_("Who they are to the child"), choices=Relation.choices)
    natural_parent = forms.ChoiceField(
        label=_("Birth parent or adoptive parent"),
        choices=[("yes", _("Yes")), ("no", _("No")), ("unknown", _("Not known"))],
        widget=forms.RadioSelect,
        initial="unknown",
    )
    responsibility = forms.ChoiceField(
        label=_("Parental responsibility"),
        choices=Responsibility.choices,
        widget=forms.RadioSelect,
        initial=Responsibility.UNKNOWN,
    )
    pr_basis = forms.ChoiceField(
        label=_("What it rests on"),
        required=False,
        choices=[("", _("Not known")), *ResponsibilityBasis.choices],
    )
    evidence = forms.ChoiceField(label=_("What you have seen"), choices=EvidenceSeen.choices)
    seen_on = DayField(label=_("When you saw it"), required=False)
    lives_with = forms.ChoiceField(
        label=_("Home"), choices=LivesWith.choices, widget=forms.RadioSelect, initial=LivesWith.YES
    )
    day_to_day_care = forms.BooleanField(label=_("Looks after the child day to day"), required=False)
    can_collect = forms.BooleanField(label=_("May collect the child"), required=False)
    emergency_order = forms.IntegerField(
        label=_("Ring in an emergency"),
        help_text=_("1 is rung first. Leave it empty if they are not on the list."),
        required=False,
        min_value=1,
        max_value=9,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    unsaid: ClassVar[tuple[str, ...]] = ("emergency_order",)


class AdultForm(ChoosingForm, FactsForm):
    """A new adult, or one we know already, tied to a child with a home."""

    adult = forms.ChoiceField(label=_("Do we know this adult already?"), required=False)
    given_name = line(_("First name"), required=False)
    family_name = line(_("Family name"), required=False)
    email = line(
        _("E-mail"), _("Only theirs. Two adults never share one."), required=False, inputmode="email"
    )
    phone = line(_("Phone"), required=False, inputmode="tel")
    read_language = forms.ChoiceField(label=_("Language they read"), choices=settings.LANGUAGES)
    format = forms.ChoiceField(label=_("How they like to read"), choices=Format.choices)
    home = forms.ChoiceField(label=_("Which home"), widget=forms.RadioSelect)
    field_order = ("adult", "given_name", "family_name", "email", "phone", "read_language", "format", "home")
    unsaid = ("adult", "given_name", "family_name", "emergency_order")

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if not said.get("adult"):
            for name in ("given_name", "family_name"):
                if not said.get(name):
                    self.add_error(name, _("Write their name, or choose somebody we know."))
        return said


class WordsForm(SerenForm):
    words = forms.CharField(
        label=_("The 6 letters on their phone"),
        help_text=_("Stand beside them. Read the letters off their own phone."),
        max_length=20,
        widget=forms.TextInput(attrs={**_NAME, "dir": "ltr", "autocapitalize": "characters"}),
        error_messages={"required": _("Enter the letters their phone shows.")},
    )


class TalkForm(SerenForm):
    spoken = forms.ChoiceField(label=_("Language they speak best"), choices=settings.LANGUAGES)
    also_speaks = forms.MultipleChoiceField(
        label=_("Other languages they speak"),
        required=False,
        choices=settings.LANGUAGES,
        widget=forms.CheckboxSelectMultiple,
    )
    reads = forms.ChoiceField(label=_("Language they read"), choices=settings.LANGUAGES)
    format = forms.ChoiceField(label=_("How they like to read"), choices=Format.choices)

    def __init__(self, *args: Any, joined: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("spoken", "reads", "format") if joined else ():
            del self.fields[name]


class EndForm(SerenForm):
    sure = forms.BooleanField(label=_("Yes, end it now"))


class HomeForm(SerenForm):
    address = forms.CharField(
        label=_("Address"),
        help_text=_("One line for each part, without the town."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
    )
    town = line(_("Town"), required=False)
    postcode = line(_("Postcode"), required=False)
    phone = line(_("Phone at this home"), required=False, inputmode="tel")
    pattern = forms.ChoiceField(
        label=_("The child lives here"), choices=Pattern.choices, widget=forms.RadioSelect
    )


class EndHomeForm(SerenForm):
    last_day = DayField(label=_("The last day the child lives there"))


class SafetyForm(SerenForm):
    kind = forms.ChoiceField(
        label=_("What it is about"), choices=SafetyKind.choices, widget=forms.RadioSelect
    )
    words = forms.CharField(
        label=_("What staff must know"),
        help_text=_("Say what to do as well as what it is."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
