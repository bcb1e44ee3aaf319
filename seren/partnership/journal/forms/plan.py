"""What staff and parents write into a plan."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from seren.foundation.ui.door import SerenForm


def _words(label: Any, hint: Any, *, required: bool = True) -> forms.CharField:
    """A few lines in one's own words."""
    lines = forms.Textarea(attrs={"rows": 3, "spellcheck": "true"})
    return forms.CharField(label=label, help_text=hint, required=required, widget=lines)


class _InALanguage(SerenForm):
    language = forms.ChoiceField(label=_("Written in"), choices=settings.LANGUAGES)


class SuggestForm(_InALanguage):
    """A step all may read, and what staff see behind it."""

    DRAFT = "journal.plan.suggest"

    step = _words(_("The next step"), _("In plain words. Both homes read it."))
    seen = _words(_("What we see"), _("What made you think of it."), required=False)
    field_order = ("step", "seen", "language")


class RewordForm(_InALanguage):
    DRAFT = "journal.plan.reword"
    words = _words(_("The next step"), _("New words are agreed anew by home and by us."))
    field_order = ("words", "language")


class CloseForm(_InALanguage):
    DRAFT = "journal.plan.close"
    words = _words(_("A word about it, if you like"), _("Both homes and staff read it."), required=False)
    field_order = ("words", "language")


class KnowForm(_InALanguage):
    """What a home knows. Read there and by staff."""

    DRAFT = "journal.plan.know"

    words = _words(_("Tell us in your own words"), _("Your home and the staff read it. Nobody else does."))
    field_order = ("words", "language")


# Kept for a day where they could not be sent.
DRAFTS = {
    SuggestForm.DRAFT: ("step", "seen", "language"),
    RewordForm.DRAFT: ("words", "language"),
    CloseForm.DRAFT: ("words", "language"),
    KnowForm.DRAFT: ("words", "language"),
}
