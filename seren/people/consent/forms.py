"""What the desk types: the thing a question names, its last day; an answer that came on paper."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from seren.foundation.ui.door import DayField, SerenForm
from seren.people.consent.terms import KEYED, Saying

Choices = Sequence[tuple[str, Any]]
DECIDE_DRAFT = "consent.decide"


class AskForm(SerenForm):
    """Only what this question needs: many need nothing but the button."""

    scope = forms.CharField(
        label=_("What is it about?"),
        help_text=_("Name the trip, the product, the school or the person."),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    until = DayField(label=_("On which day does it end?"))

    def __init__(self, *args: Any, named: bool, for_a_time: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not named:
            del self.fields["scope"]
        if not for_a_time:
            del self.fields["until"]


class KeyForm(SerenForm):
    adult = forms.ChoiceField(label=_("Whose answer is it?"), widget=forms.RadioSelect)
    said = forms.ChoiceField(label=_("What did they say?"), widget=forms.RadioSelect, choices=Saying.choices)
    channel = forms.ChoiceField(
        label=_("How did it come?"),
        widget=forms.RadioSelect,
        choices=[(one.value, one.label) for one in KEYED],
    )
    signed_on = DayField(label=_("On which day did they sign, write or say it?"))
    language = forms.ChoiceField(label=_("In which language was the question?"), widget=forms.RadioSelect)
    witness = forms.ChoiceField(
        label=_("Who else heard it?"),
        help_text=_("For spoken words, a second person who works here. Else leave it empty."),
        required=False,
    )

    def __init__(self, *args: Any, choices: Mapping[str, Choices], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, given in choices.items():
            self.fields[name].choices = list(given)  # type: ignore[attr-defined]


class DecideForm(SerenForm):
    goes = forms.ChoiceField(
        label=_("Does the child go?"),
        widget=forms.RadioSelect,
        choices=[("yes", _("Yes, the child goes")), ("no", _("No, the child stays"))],
    )
    why = forms.CharField(
        label=_("Why do you decide so?"),
        help_text=_("Leaders, the safeguarding lead and the key person can read this."),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
