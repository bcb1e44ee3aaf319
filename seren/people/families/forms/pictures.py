"""What leaders type when a child is kept out of pictures, and when that ends."""

from django import forms
from django.utils.translation import gettext_lazy as _

from seren.foundation.ui.door import SerenForm
from seren.people.families.forms.restrictions import words_field
from seren.people.families.terms import Reach


class KeepOutForm(SerenForm):
    reach = forms.ChoiceField(label=_("How far"), choices=Reach.choices, widget=forms.RadioSelect)
    reason = words_field(_("Why, and who decided"), _("Only leaders read this. We keep it locked."))


class LetInForm(SerenForm):
    reason = words_field(_("Why it can end"), _("Say what you have seen, and when."))
