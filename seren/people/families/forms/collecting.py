"""What a guardian types about who collects. A password is never put back into a page that is opened anew."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from seren.foundation.ui.door import DayField, Labelled, SerenForm
from seren.people.families.forms.family import name_field, relation_field

SOMEBODY_ELSE = "else"


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


class CollectorForm(_OldEnough):
    name = name_field(_("Their whole name"))
    relation = relation_field()
    password = password_field()
    phone = _phone()
    old_enough = forms.BooleanField(required=False)
    unsaid = ("old_enough",)


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
