"""Where a copy of a photo is put up."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from seren.foundation.media.door import Shown
from seren.foundation.ui.door import SerenForm
from seren.partnership.journal.terms import BY_FAMILY, CopyPlace


class CopyForm(SerenForm):
    photo = forms.ChoiceField(label=_("Which photo"), widget=forms.RadioSelect)
    place = forms.ChoiceField(
        label=_("Where it goes"),
        choices=[(one.value, one.label) for one in CopyPlace if one not in BY_FAMILY],
        widget=forms.RadioSelect,
    )
    where = forms.CharField(
        max_length=120,
        label=_("Its name there"),
        help_text=_("The wall, the page, the paper or the student. As it was named to families."),
    )

    def __init__(self, *args: Any, photos: Sequence[Shown], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["photo"]
        field.choices = [(str(one.id), _titled(number, one.alt)) for number, one in enumerate(photos, 1)]
        if len(photos) == 1:
            field.initial = str(photos[0].id)


def _titled(number: int, alt: str) -> str:
    if not alt:
        return _now("Photo %(number)d") % {"number": number}
    return _now("Photo %(number)d: %(alt)s") % {"number": number, "alt": alt}
