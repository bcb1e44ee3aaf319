"""Words of its own for each family of a group moment."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from seren.foundation.ui.door import SerenForm

DRAFT = "journal.each"
KEPT = ("words-*",)


class EachForm(SerenForm):
    """One text a family: a field for each child of the moment."""

    def __init__(self, *args: Any, names: Mapping[UUID, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for child, name in names.items():
            self.fields[f"words-{child}"] = forms.CharField(
                required=False,
                label=_("What %(name)s’s family reads") % {"name": name},
                widget=forms.Textarea(attrs={"rows": 4}),
            )
