"""One medicine, as a parent signs for it or a leader asks for it."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from seren.foundation.ui.door import DayField, SerenForm
from seren.partnership.days.terms.care import Prescriber

DRAFT = "days.medicine"
KEPT = ("name", "dose", "often", "prescribed", "from_day_*", "until_day_*")
Choices = Sequence[tuple[str, Any]]


class MedicineForm(SerenForm):
    """One medicine. `place` only where there is more than one setting to bring it to."""

    place = forms.ChoiceField(label=_("Which setting is it for?"), widget=forms.RadioSelect)
    name = forms.CharField(
        label=_("The name on the bottle"), help_text=_("One medicine. Fill in a new page for another.")
    )
    dose = forms.CharField(label=_("How much each time"), help_text=_("For example, 5 ml."))
    often = forms.CharField(
        label=_("When, or how often"), help_text=_("For example, once a day, after lunch.")
    )
    prescribed = forms.ChoiceField(
        label=_("Who prescribed it?"), choices=Prescriber.choices, widget=forms.RadioSelect
    )
    aspirin = forms.BooleanField(label=_("There is aspirin in it"), required=False)
    emergency = forms.BooleanField(label=_("It is for an emergency"), required=False)
    from_day = DayField(label=_("The first day"))
    until_day = DayField(label=_("The last day"))

    def __init__(self, *args: Any, places: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["place"]
        chosen.choices = places
        if len(places) < 2:
            del self.fields["place"]
