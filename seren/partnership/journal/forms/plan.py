"""What staff and parents write into a plan."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from seren.foundation.ui.door import SerenForm

_WORDS = {"rows": 3, "spellcheck": "true"}


class _InALanguage(SerenForm):
    language = forms.ChoiceField(label=_("Written in"), choices=settings.LANGUAGES)


class SuggestForm(_InALanguage):
    """A step all may read, and what staff see behind it."""

    DRAFT = "journal.plan.suggest"

    step = forms.CharField(
        label=_("The next step"),
        help_text=_("In plain words. Both homes read it."),
        widget=forms.Textarea(attrs=_WORDS),
    )
    seen = forms.CharField(
        label=_("What we see"),
        help_text=_("What made you think of it."),
        required=False,
        widget=forms.Textarea(attrs=_WORDS),
    )
    field_order = ("step", "seen", "language")


class RewordForm(_InALanguage):
    DRAFT = "journal.plan.reword"
    words = forms.CharField(
        label=_("The next step"),
        help_text=_("New words are agreed anew by home and by us."),
        widget=forms.Textarea(attrs=_WORDS),
    )
    field_order = ("words", "language")


class CloseForm(_InALanguage):
    DRAFT = "journal.plan.close"
    words = forms.CharField(
        label=_("A word about it, if you like"),
        help_text=_("Both homes and staff read it."),
        required=False,
        widget=forms.Textarea(attrs=_WORDS),
    )
    field_order = ("words", "language")


class KnowForm(_InALanguage):
    """What a home knows. Read there and by staff."""

    DRAFT = "journal.plan.know"

    words = forms.CharField(
        label=_("Tell us in your own words"),
        help_text=_("Your home and the staff read it. Nobody else does."),
        widget=forms.Textarea(attrs=_WORDS),
    )
    field_order = ("words", "language")


# Kept for a day where they could not be sent.
DRAFTS = {
    SuggestForm.DRAFT: ("step", "seen", "language"),
    RewordForm.DRAFT: ("words", "language"),
    CloseForm.DRAFT: ("words", "language"),
    KnowForm.DRAFT: ("words", "language"),
}
