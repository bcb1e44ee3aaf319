"""Answers typed below a star."""

from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from seren.foundation.kernel import ids
from seren.foundation.ui.door import SerenForm

DRAFT = "journal.answer"
KEPT = ("words", "language", "reply")
WORDS = {"rows": 3, "spellcheck": "true"}


class LanguageField(forms.ChoiceField):
    """The language somebody writes in: their own unless they say otherwise. Nothing guesses it.

    Empty where the page did not ask: then it is the first language they read.
    """

    def __init__(self, **given: Any) -> None:
        given = {"label": _("Which language is it in?"), "required": False, **given}
        super().__init__(choices=settings.LANGUAGES, **given)


class AnswerForm(SerenForm):
    """Words of an adult of the family. The id is made with the form: sent twice, it is one answer."""

    words = forms.CharField(
        label=_("Or write"),
        help_text=_("In any language."),
        widget=forms.Textarea(attrs=WORDS),
        error_messages={"required": _("Write a few words first.")},
    )
    language = LanguageField()
    reply = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, needs_words: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].required = needs_words

    def clean_reply(self) -> UUID:
        return self.cleaned_data["reply"] or ids.new()


class StaffAnswerForm(AnswerForm):
    """Words of staff to one adult."""

    words = forms.CharField(
        label=_("Your answer"),
        widget=forms.Textarea(attrs=WORDS),
        error_messages={"required": _("Write a few words first.")},
    )
    talk_with = forms.UUIDField(widget=forms.HiddenInput)


class DecideForm(SerenForm):
    """Into the record or not. The reason is read by the parent."""

    reason = forms.CharField(
        label=_("Your reason"),
        help_text=_("The parent reads this. You need it for a no."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    language = LanguageField()
