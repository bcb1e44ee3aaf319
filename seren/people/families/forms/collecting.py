"""What a guardian types about who collects. A password is never put back into a page that is opened anew."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from seren.foundation.ui.door import DayField, Labelled, PhotoField, SerenForm
from seren.people.families.forms.family import name_field, relation_field

SOMEBODY_ELSE = "else"
CHOOSE_AGAIN = _("Choose the photo again.")


def password_field(**kwargs: Any) -> forms.CharField:
    return forms.CharField(
        label=_("A password they say at the door"),
        help_text=_("At least 6 letters or figures. Tell it to them, and to nobody else. We never show it."),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "dir": "auto"}),
        **kwargs,
    )


def _phone() -> forms.CharField:
    return forms.CharField(
        label=_("Their telephone number"),
        help_text=_("We ring it only when they are late, or when something is not right."),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off", "dir": "ltr"}),
    )


class _OldEnough(SerenForm):
    """`age`: in years, as the setting has it."""

    def __init__(self, *args: Any, age: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["old_enough"].label = _("They are %(age)d or older.") % {"age": age}


class _Pictured(SerenForm):
    """A photo, and that whoever is in it agreed. A browser never sends a file twice: that is said."""

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("photo") and not said.get("agreed"):
            self.add_error("agreed", _("Ask them first. Tick this when they agree."))
        if said.get("photo") and self.errors:
            self.add_error("photo", CHOOSE_AGAIN)
        return said


def _photo(label: Any) -> PhotoField:
    return PhotoField(label=label, help_text=_("Their face, from the front. We take out where it was made."))


def _agreed() -> forms.BooleanField:
    return forms.BooleanField(label=_("They know about this photo, and agree to it."), required=False)


class PhotoForm(_Pictured):
    photo = _photo(_("Their photo"))
    agreed = _agreed()
    unsaid = ("photo", "agreed")


class CollectorForm(_OldEnough, _Pictured):
    name = name_field(_("Their whole name"))
    relation = relation_field()
    password = password_field()
    phone = _phone()
    old_enough = forms.BooleanField(required=False)
    photo = _photo(_("A photo of them, for the door"))
    agreed = _agreed()
    unsaid = ("old_enough", "agreed")


class OneDayForm(_OldEnough):
    """Somebody they named already, or somebody else: then the fields below are needed."""

    day = DayField(label=_("On which day?"))
    at_time = forms.TimeField(
        label=_("At what time?"),
        help_text=_("For example, 15:00. Leave it empty if it is the usual time."),
        required=False,
        input_formats=["%H:%M", "%H.%M"],
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "dir": "ltr"}),
    )
    who = forms.ChoiceField(label=_("Who collects?"), widget=forms.RadioSelect)
    name = name_field(_("Somebody else: their whole name"), required=False)
    relation = relation_field(required=False)
    password = password_field(required=False)
    phone = _phone()
    old_enough = forms.BooleanField(required=False)
    unsaid = ("name", "relation", "password", "old_enough")

    def __init__(self, *args: Any, named: Sequence[tuple[str, Labelled]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [*named, (SOMEBODY_ELSE, _("Somebody else"))]
        self.fields["who"].choices = choices  # type: ignore[attr-defined]
        if not named:
            self.fields["who"].initial = SOMEBODY_ELSE

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("who") == SOMEBODY_ELSE and not said.get("relation"):
            self.add_error("relation", self.fields["who"].error_messages["required"])
        return said


class PasswordForm(SerenForm):
    password = password_field()
