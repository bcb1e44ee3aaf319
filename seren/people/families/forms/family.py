"""What a guardian types about the people in their child's life."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from seren.foundation.ui.door import SerenForm
from seren.people.families.terms import Relation

_NAME = {"autocomplete": "off", "spellcheck": "false", "dir": "auto"}
# Who may be named by a parent: a parent of the child is added by the setting, which looks at papers.
BY_FAMILY = (
    Relation.GRANDPARENT,
    Relation.STEP_PARENT,
    Relation.SIBLING_ADULT,
    Relation.OTHER,
)


def _relation() -> forms.ChoiceField:
    choices = [(one.value, one.label) for one in BY_FAMILY]
    return forms.ChoiceField(
        label=_("What are they to the child?"), widget=forms.RadioSelect, choices=choices
    )


def _name(label: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=80, widget=forms.TextInput(attrs=_NAME))


class InviteForm(SerenForm):
    """No address: the person joins with a letter."""

    given_name = _name(_("Their first name"))
    family_name = _name(_("Their family name"))
    relation = _relation()
    language = forms.ChoiceField(
        label=_("Which language do they read?"), choices=settings.LANGUAGES, initial="en"
    )


class CollectorForm(SerenForm):
    name = _name(_("Their whole name"))
    relation = _relation()
    phone = forms.CharField(
        label=_("Their telephone number"),
        help_text=_("We ring it only when they are late, or when something is not right."),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off", "dir": "ltr"}),
    )
