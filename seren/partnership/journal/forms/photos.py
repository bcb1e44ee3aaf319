"""Several photos in one field, made smaller on the phone where there is script."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from seren.foundation.ui.door import Labelled, SerenForm
from seren.people.families.queries import ChildShown


class PhotosInput(forms.ClearableFileInput):
    """One field for any number of photos. `capture` is left out: a phone then offers camera and album."""

    allow_multiple_selected = True

    def __init__(self) -> None:
        super().__init__(
            attrs={
                "accept": "image/jpeg,image/png,image/webp,image/heic,image/heif",
                "data-shrink": True,
                "data-working": _("Making photo {number} of {all} smaller."),
                "data-ready": _("Ready to send. The place is taken out."),
            }
        )


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


class PhotosField(forms.FileField):
    """`cleaned_data` holds a list, empty where none was chosen."""

    def __init__(self, **given: Any) -> None:
        super().__init__(widget=PhotosInput(), **{"required": False, **given})

    def clean(self, value: Any, initial: Any = None) -> list[Any]:
        chosen = value if isinstance(value, (list, tuple)) else [value]
        return [file for file in (super(PhotosField, self).clean(one, initial) for one in chosen) if file]
