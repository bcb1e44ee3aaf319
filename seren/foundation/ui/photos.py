"""Photos in a form, made smaller on the phone where there is script."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class PhotoInput(forms.ClearableFileInput):
    """`capture` is left out: a phone then offers camera and album."""

    def __init__(self) -> None:
        super().__init__(
            attrs={
                "accept": "image/jpeg,image/png,image/webp,image/heic,image/heif",
                "data-shrink": True,
                "data-working": _("Making photo {number} of {all} smaller."),
                "data-ready": _("Ready to send. The place is taken out."),
            }
        )


class PhotosInput(PhotoInput):
    """One field for any number of photos."""

    allow_multiple_selected = True


class PhotoField(forms.FileField):
    """One photo. `cleaned_data` holds the upload, or None. Such a form’s page brings `ui/photos.js`."""

    def __init__(self, **given: Any) -> None:
        super().__init__(widget=PhotoInput(), **{"required": False, **given})


class PhotosField(forms.FileField):
    """`cleaned_data` holds a list, empty where none was chosen."""

    def __init__(self, **given: Any) -> None:
        super().__init__(widget=PhotosInput(), **{"required": False, **given})

    def clean(self, value: Any, initial: Any = None) -> list[Any]:
        chosen = value if isinstance(value, (list, tuple)) else [value]
        return [file for file in (super(PhotosField, self).clean(one, initial) for one in chosen) if file]
