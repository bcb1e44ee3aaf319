"""Paper slips: printed for one child, keyed in for the adult who wrote them."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from seren.foundation.ui.door import DayField, Labelled, PhotosField, SerenForm
from seren.partnership.journal.terms import Audience

DRAFT = "journal.slip"
KEPT = ("credited", "words", "language", "audience", "happened_day", "happened_month", "happened_year")

_SEES = [
    (Audience.KEY_PERSON.value, _("The key person")),
    (Audience.TEAM.value, _("The whole team")),
    (Audience.FAMILY.value, _("All the family and the team")),
]


class PrintForm(SerenForm):
    """In which language the slip speaks."""

    language = forms.ChoiceField(
        label=_("The language of the slip"),
        choices=[(code, name) for code, name in settings.LANGUAGES if code in ("en", "cy", "ur")],
        widget=forms.RadioSelect,
    )


class FindForm(SerenForm):
    """By the code on the slip, or by the child."""

    code = forms.CharField(
        label=_("The code on the slip"),
        help_text=_("8 letters and digits. Small letters are fine."),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "ltr", "spellcheck": "false"}),
    )
    child = forms.ChoiceField(label=_("Or choose the child"), required=False, widget=forms.RadioSelect)

    unsaid = ("code", "child")

    def __init__(self, *args: Any, children: Sequence[tuple[str, Labelled]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["child"]
        chosen.choices = children

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not self.errors and not (said.get("code") or said.get("child")):
            self.add_error("code", _("Enter the code, or choose the child."))
        return said


class KeyForm(SerenForm):
    """The words of a slip. `star` is the id of what is made: sent twice, it is one star."""

    star = forms.UUIDField(widget=forms.HiddenInput)
    credited = forms.ChoiceField(label=_("Who wrote it?"), widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("The words on the slip"),
        help_text=_("As they are written. Nothing is put right."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    language = forms.ChoiceField(label=_("Written in"), choices=settings.LANGUAGES)
    audience = forms.ChoiceField(label=_("Who may see it?"), choices=_SEES, widget=forms.RadioSelect)
    happened = DayField(label=_("Which day was it?"))
    photos = PhotosField(label=_("A photo of the slip, or from home"))

    unsaid = ("words", "photos")

    def __init__(self, *args: Any, adults: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["credited"]
        chosen.choices = adults
