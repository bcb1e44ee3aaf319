"""What a leader writes down when they told an adult another way."""

from django import forms
from django.utils.translation import gettext_lazy as _

from seren.foundation.notify.door import Came, Way
from seren.foundation.ui.door import SerenForm

DRAFT = "families.chase"
KEPT = ("way", "came", "words")
_CAME = [(one.value, one.label) for one in (Came.TOLD, Came.NOT_TOLD)]


class ChaseForm(SerenForm):
    way = forms.ChoiceField(
        label=_("How you tell them"),
        help_text=_("A letter is printed with the others. Then you need not fill in the rest."),
        choices=Way.choices,
        widget=forms.RadioSelect,
    )
    came = forms.ChoiceField(
        label=_("What came of it"), choices=_CAME, required=False, widget=forms.RadioSelect
    )
    words = forms.CharField(
        label=_("What was said, or why they could not be told"),
        help_text=_("Only leaders read this. We keep it locked."),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    unsaid = ("came",)
