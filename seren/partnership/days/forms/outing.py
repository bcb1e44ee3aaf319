"""The plan of an outing as it is typed; and who of those with a yes goes along."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from seren.foundation.kernel import ids
from seren.foundation.ui.door import DayField, Labelled, SerenForm
from seren.partnership.days.terms.outing import Transport

PLAN_DRAFT = "days.outing"
KEPT = (
    "name", "place", "day_day", "day_month", "day_year", "leaves", "returns", "transport", "ride", "adults",
    "children_per_adult", "leader", "first_aider", "phone", "rooms", "children", "bring", "helpers", "notes",
    "risks_weighed",
)  # fmt: skip

Choices = Sequence[tuple[str, Any]]
_QUIET = {"autocomplete": "off"}


def _line(label: Any, most: int, help_text: Any = "", required: bool = True) -> forms.CharField:
    widget = forms.TextInput(attrs={**_QUIET, "dir": "auto"})
    return forms.CharField(
        label=label, help_text=help_text, max_length=most, required=required, widget=widget
    )


def _time(label: Any) -> forms.TimeField:
    return forms.TimeField(
        label=label,
        help_text=_("For example, 9:30."),
        input_formats=["%H:%M", "%H.%M", "%H"],
        widget=forms.TextInput(attrs={**_QUIET, "dir": "ltr"}),
    )


def _number(label: Any, help_text: Any = "") -> forms.IntegerField:
    widget = forms.TextInput(attrs={**_QUIET, "inputmode": "numeric", "dir": "ltr"})
    return forms.IntegerField(label=label, help_text=help_text, widget=widget)


class PlanForm(SerenForm):
    """`outing` is the id of what is made: sent twice, it is one outing."""

    outing = forms.UUIDField(widget=forms.HiddenInput, required=False)
    name = _line(_("What do you call it?"), 60, _("For example, Farm morning. Families read this."))
    place = _line(_("Where do you go?"), 120)
    day = DayField(label=_("On which day?"))
    leaves = _time(_("When do you leave?"))
    returns = _time(_("When are you back?"))
    transport = forms.ChoiceField(
        label=_("How do you get there?"), widget=forms.RadioSelect, choices=Transport.choices
    )
    ride = _line(
        _("Which vehicle, and who drives?"),
        120,
        _("Only for a coach, minibus or car. Families are asked about it."),
        required=False,
    )
    adults = _number(_("How many adults go along?"))
    children_per_adult = _number(_("How many children for one adult, at most?"))
    leader = forms.ChoiceField(label=_("Who leads?"))
    first_aider = forms.ChoiceField(
        label=_("Who is the first aider?"), help_text=_("Somebody with a full paediatric certificate.")
    )
    phone = _line(_("Which telephone goes along?"), 40)
    rooms = forms.MultipleChoiceField(
        label=_("Whole rooms"), required=False, widget=forms.CheckboxSelectMultiple
    )
    children = forms.MultipleChoiceField(
        label=_("Children"), required=False, widget=forms.CheckboxSelectMultiple
    )
    bring = _line(_("What should the children bring?"), 300, _("Families read this."), required=False)
    helpers = _line(_("Who helps?"), 300, _("Names of parents and other helpers."), required=False)
    notes = forms.CharField(
        label=_("Notes for the team"),
        help_text=_("Nothing about one child."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    risks_weighed = forms.BooleanField(
        label=_("We have thought about the risks: road, water, animals, strangers, getting lost."),
        required=False,
    )
    unsaid = ("rooms", "children", "risks_weighed")

    def __init__(
        self,
        *args: Any,
        staff: Choices,
        rooms: Choices,
        children: Choices,
        within: dict[str, str],
        **kwargs: Any,
    ) -> None:  # fmt: skip
        """`within`: of each child, the room."""
        super().__init__(*args, **kwargs)
        self.within = within
        for name, choices in {
            "leader": staff, "first_aider": staff, "rooms": rooms, "children": children,
        }.items():  # fmt: skip
            self.fields[name].choices = list(choices)  # type: ignore[attr-defined]

    def clean_outing(self) -> UUID:
        return self.cleaned_data["outing"] or ids.new()

    def invited(self) -> set[UUID]:
        """Those of the rooms chosen, and those chosen by name."""
        rooms = set(self.cleaned_data["rooms"])
        of_rooms = {child for child, room in self.within.items() if room in rooms}
        return {UUID(child) for child in of_rooms | set(self.cleaned_data["children"])}


class ListForm(SerenForm):
    """Only children with a yes are offered. What is sent is asked of the yes again."""

    children = forms.MultipleChoiceField(
        label=_("Who goes along?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    unsaid = ("children",)

    def __init__(self, *args: Any, children: Sequence[tuple[str, Labelled]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["children"].choices = list(children)  # type: ignore[attr-defined]
