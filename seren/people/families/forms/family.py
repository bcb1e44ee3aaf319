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


def relation_field(**kwargs: Any) -> forms.ChoiceField:
    choices = [(one.value, one.label) for one in BY_FAMILY]
    return forms.ChoiceField(
        label=_("What are they to the child?"), widget=forms.RadioSelect, choices=choices, **kwargs
    )


def name_field(label: Any, **kwargs: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=80, widget=forms.TextInput(attrs=_NAME), **kwargs)


class InviteForm(SerenForm):
    """No address: the person joins with a letter."""

    given_name = name_field(_("Their first name"))
    family_name = name_field(_("Their family name"))
    relation = relation_field()
    language = forms.ChoiceField(
        label=_("Which language do they read?"), choices=settings.LANGUAGES, initial="en"
    )
