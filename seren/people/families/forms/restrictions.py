"""What leaders type about a restriction: the paper, or the decision; why it ends, or what was seen."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from seren.foundation.ui.door import DayField, SerenForm
from seren.people.families.forms.desk import Choices, ChoosingForm, line
from seren.people.families.terms import OrderKind, RestrictionCode


def words_field(label: object, hint: object, rows: int = 3) -> forms.CharField:
    return forms.CharField(label=label, help_text=hint, widget=forms.Textarea(attrs={"rows": rows}))  # type: ignore[arg-type]


class OrderForm(ChoosingForm):
    """What a court or an authority put on paper. Only what is ticked is stopped (P-08)."""

    adult = forms.ChoiceField(label=_("Who it binds"), widget=forms.RadioSelect)
    kind = forms.ChoiceField(label=_("What it is"), choices=OrderKind.choices)
    codes = forms.MultipleChoiceField(
        label=_("What it stops"),
        help_text=_("Tick only what the order says. Nothing else is stopped."),
        choices=RestrictionCode.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    terms = words_field(_("What it says"), _("Only leaders read this. We keep it locked."), 4)
    court = line(_("Court or authority"), required=False)
    number = line(_("Case number"), required=False)
    made_on = DayField(label=_("The day it was made"))
    ends_on = DayField(
        label=_("The day it ends"), help_text=_("Leave it empty if it names no day."), required=False
    )
    copy_seen = forms.BooleanField(label=_("I have seen a copy"), required=False)
    unsaid = ("ends_on",)


class DecisionForm(ChoosingForm):
    """Where there is no paper yet."""

    adult = forms.ChoiceField(label=_("Who it binds"), widget=forms.RadioSelect)
    code = forms.ChoiceField(
        label=_("What it closes"),
        help_text=_("To stop somebody from collecting takes an order, or the safeguarding lead’s decision."),
        widget=forms.RadioSelect,
    )
    basis = forms.ChoiceField(label=_("What it rests on"), widget=forms.RadioSelect)
    reason = words_field(_("Why, and who decided"), _("Only leaders read this. We keep it locked."))

    def __init__(self, *args: Any, choices: Mapping[str, Choices], **kwargs: Any) -> None:
        super().__init__(*args, choices=choices, **kwargs)
        if len(choices["basis"]) == 1:
            self.fields["basis"].initial = choices["basis"][0][0]


class LiftForm(SerenForm):
    reason = words_field(_("Why it can end"), _("Say what you have seen, and when."))


class ConfirmForm(SerenForm):
    words = words_field(_("What you decide, and why"), _("Say what you have seen, and whom you spoke to."))
