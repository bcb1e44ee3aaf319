"""Who is in one photo."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from seren.foundation.ui.door import Labelled, SerenForm
from seren.people.families.queries import ChildShown


class WhoForm(SerenForm):
    """Which of the moment’s children are in one photo."""

    children = forms.MultipleChoiceField(
        required=False, label=_("Who is in the photo?"), widget=forms.CheckboxSelectMultiple
    )
    unsaid = ("children",)

    def __init__(self, *args: Any, children: Iterable[ChildShown], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["children"]
        field.choices = [
            (str(one.id), Labelled(one.name, initial=one.initial, tint=one.tint, cut=one.cut))
            for one in children
        ]
