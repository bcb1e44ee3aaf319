"""What is filled in about medicines and accidents. Short: most of it stands there already."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from seren.foundation.kernel import clock
from seren.foundation.ui.door import DayField, SerenForm
from seren.partnership.days.terms.care import BY_STAFF, EMERGENCIES, BodyPart, Outcome

EMERGENCY_DRAFT, ACCIDENT_DRAFT, WORDS_DRAFT = "days.emergency", "days.accident", "days.words"
_DAY = ("day_day", "day_month", "day_year", "time", "by", "witness")
DRAFTS = {
    EMERGENCY_DRAFT: ["given_as", "name", "amount", "words", "rang", *_DAY],
    ACCIDENT_DRAFT: ["what", "parts", "marks", "done", "where", *_DAY],
    WORDS_DRAFT: ["words"],
}
Choices = Sequence[tuple[str, Any]]


def _text(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "spellcheck": "true"})


class BottleForm(SerenForm):
    expires_on = DayField(label=_("The date on the bottle"), help_text=_("Do not use it after this day."))
    where = forms.CharField(label=_("Where do you keep it?"), help_text=_("For example, in the fridge."))


class WhenForm(SerenForm):
    """Who did something, who saw it, and when. `entry` is made with the form: sent twice, it is one entry."""

    entry = forms.UUIDField(widget=forms.HiddenInput)
    time = forms.TimeField(label=_("At what time?"), widget=forms.TextInput(attrs={"inputmode": "numeric"}))
    day = DayField(label=_("On which day?"))
    by = forms.ChoiceField(label=_("Who did it?"))
    witness = forms.ChoiceField(label=_("Who else saw it?"), required=False)

    unsaid: ClassVar[tuple[str, ...]] = ("witness",)

    def __init__(self, *args: Any, staff: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        by: Any = self.fields["by"]
        witness: Any = self.fields["witness"]
        oneself, others = staff[:1], staff[1:]
        by.choices, witness.choices = staff, [("", _("Nobody else")), *others, *oneself]


def happened(said: Mapping[str, Any], now: datetime) -> datetime:
    """The instant a London clock shows that day at that time. This very minute is now."""
    at = clock.at_london(said["day"], said["time"].hour, said["time"].minute)
    return now if at == now.replace(second=0, microsecond=0) else at


class DoseForm(WhenForm):
    outcome = forms.ChoiceField(label=_("How did it go?"), choices=Outcome.choices, widget=forms.RadioSelect)
    amount = forms.CharField(label=_("How much was it?"))
    words = forms.CharField(label=_("Something the family needs to know"), required=False, widget=_text(2))

    field_order = ("entry", "outcome", "amount", "witness", "time", "by", "day", "words")


class EmergencyForm(WhenForm):
    given_as = forms.ChoiceField(
        label=_("What kind of medicine was it?"),
        choices=[(one.value, one.label) for one in EMERGENCIES],
        widget=forms.RadioSelect,
    )
    medicine = forms.ChoiceField(label=_("Was it one of the child’s own?"), required=False)
    name = forms.CharField(label=_("The name on the bottle"))
    amount = forms.CharField(label=_("How much was it?"))
    words = forms.CharField(label=_("What happened?"), widget=_text(3))
    rang = forms.CharField(
        label=_("Whom did you ring, and when?"), help_text=_("For example, Mum, 10:35."), required=False
    )

    unsaid = ("witness", "medicine")
    field_order = ("entry", "given_as", "medicine", "name", "amount", "words", "rang", "time", "by")

    def __init__(self, *args: Any, medicines: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["medicine"]
        chosen.choices = [("", _("No")), *medicines]
        if not medicines:
            del self.fields["medicine"]


class AccidentForm(WhenForm):
    what = forms.CharField(
        label=_("What happened?"),
        help_text=_("The family reads this. Write “another child”, no name."),
        widget=_text(3),
    )
    parts = forms.MultipleChoiceField(
        label=_("Where on the body?"), choices=BodyPart.choices, widget=forms.CheckboxSelectMultiple
    )
    marks = forms.CharField(label=_("What can you see there?"), required=False)
    done = forms.CharField(label=_("What first aid did you give?"), widget=_text(2))
    where = forms.CharField(label=_("Where was it?"), help_text=_("For example, in the garden."))
    other_child = forms.ChoiceField(
        label=_("Was another child part of it?"), help_text=_("Families never see this."), required=False
    )
    serious = forms.BooleanField(label=_("It is serious: hospital, a broken bone, or worse"), required=False)

    unsaid = ("witness", "other_child")
    field_order = ("entry", "what", "parts", "marks", "done", "where", "time", "by", "witness", "day")

    def __init__(self, *args: Any, others: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["other_child"]
        chosen.choices = [("", _("No")), *others]


class TellForm(SerenForm):
    adult = forms.ChoiceField(label=_("Whom did you tell?"), widget=forms.RadioSelect)
    how = forms.ChoiceField(
        label=_("How?"), choices=[(one.value, one.label) for one in BY_STAFF], widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, adults: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["adult"]
        chosen.choices = adults


class WordsForm(SerenForm):
    words = forms.CharField(label=_("Your words"), widget=_text(4))


class ReportForm(SerenForm):
    on_day = DayField(label=_("On which day did you tell them?"))
    reference = forms.CharField(label=_("The number they gave you"))
    others = forms.CharField(
        label=_("Which child protection agencies did you tell?"),
        help_text=_("Tell the family what you shared, and with whom."),
        required=False,
        widget=_text(2),
    )
