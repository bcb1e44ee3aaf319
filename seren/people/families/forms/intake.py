"""The form a list is sent in with."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from seren.foundation.ui.door import SerenForm
from seren.people.families.domain.intake import LARGEST
from seren.people.families.terms import Sheet


class ListForm(SerenForm):
    sheet = forms.ChoiceField(
        label=_("Which list is it?"),
        help_text=_("Bring in the staff first. Children need their key persons."),
        choices=Sheet.choices,
        widget=forms.RadioSelect,
    )
    file = forms.FileField(
        label=_("The list"),
        help_text=_("A CSV file, saved as “CSV UTF-8”. One line for each child and adult."),
    )
    make_rooms = forms.BooleanField(label=_("Make the rooms and sessions it names"), required=False)

    def clean_file(self) -> bytes:
        """As much of it as is looked at: a list that is larger is told so."""
        file: UploadedFile[Any] = self.cleaned_data["file"]
        return bytes(file.read(LARGEST + 1))
