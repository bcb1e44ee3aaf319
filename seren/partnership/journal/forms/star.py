"""A star from home, as it is typed."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from seren.foundation.kernel import clock, ids
from seren.foundation.ui.door import DayField, Labelled, PhotosField, SerenForm
from seren.partnership.journal.forms.talk import LanguageField

DRAFT, EDIT_DRAFT = "journal.star", "journal.star-words"
KEPT = ("child", "words", "audience", "happened_day", "happened_month", "happened_year", "language", "alt")

Choices = Sequence[tuple[str, Labelled]]


class StarForm(SerenForm):
    """`star` is the id of what is made: sent twice, it is one star."""

    child = forms.ChoiceField(label=_("Whose star is it?"), widget=forms.RadioSelect)
    photos = PhotosField(
        label=_("Photos"),
        help_text=_("From your camera or your album. We take out where it was made."),
    )
    words = forms.CharField(
        label=_("What happened?"),
        help_text=_("A few words, in any language."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "true"}),
    )
    audience = forms.ChoiceField(label=_("Who may see it?"), widget=forms.RadioSelect)
    happened = DayField(label=_("Which day was it?"), help_text=_("For example, 14 6 2025."))
    language = LanguageField()
    alt = forms.CharField(
        label=_("What do the photos show?"),
        help_text=_("It is read aloud to whoever cannot see them."),
        required=False,
    )
    star = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, children: Choices, audiences: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._choose("child", children)
        self._choose("audience", audiences)
        if len(children) == 1:
            self.fields["child"].widget = forms.HiddenInput()
            self.fields["child"].initial = children[0][0]
        self.fields["happened"].initial = clock.today()

    def clean_star(self) -> UUID:
        return self.cleaned_data["star"] or ids.new()

    def _choose(self, name: str, choices: Choices) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(value, label) for value, label in choices]


class EditStarForm(SerenForm):
    """Other words, or another day. Whom it is for stays as it was sent."""

    words = forms.CharField(
        label=_("What happened?"), widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "true"})
    )
    happened = DayField(label=_("Which day was it?"), help_text=_("For example, 14 6 2025."))
    language = LanguageField(required=True)
