"""Forms take what people typed; verbs decide. A form only says what has no sense at all."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from seren.foundation.ui.days import DayField
from seren.foundation.ui.drafting import Drafted

# What is said where nothing else was: the fix, never the blame. By the closest class.
MISSING: tuple[tuple[type[forms.Field], Any], ...] = (
    (DayField, _("Enter the date. For example, 14 6 2025.")),
    (forms.MultipleChoiceField, _("Choose at least one.")),
    (forms.ChoiceField, _("Choose one.")),
    (forms.BooleanField, _("Tick this box to go on.")),
    (forms.FileField, _("Choose a file.")),
    (forms.EmailField, _("Enter an e-mail address. For example, name@example.org.")),
    (forms.Field, _("Write something here.")),
)
SENSELESS: tuple[tuple[type[forms.Field], dict[str, Any]], ...] = (
    (
        forms.ChoiceField,
        {"invalid_choice": _("Choose one from the list."), "invalid_list": _("Choose from the list.")},
    ),
    (forms.FileField, {"empty": _("This file is empty. Choose another one.")}),
    (
        forms.TimeField,
        {"invalid": _("Enter the time with hours and minutes. For example, 14:30.")},
    ),
    (forms.EmailField, {"invalid": _("Enter an e-mail address. For example, name@example.org.")}),
    (forms.IntegerField, {"invalid": _("Enter a number in digits. For example, 3.")}),
    (forms.UUIDField, {"invalid": _("Choose one from the list.")}),
)


class SerenForm(forms.Form):
    """Base of all forms: no colons after labels, no HTML5 bubbles, errors in our own words.

    A field that says its own `error_messages` keeps them.
    """

    use_required_attribute = False
    drafted: Drafted | None = None  # set by a page whose words are kept
    unsaid: ClassVar[tuple[str, ...]] = ()  # that these may be left empty is plain from what stands there

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        for name, field in self.fields.items():
            _speak(field)
            field.says_optional = name not in self.unsaid  # type: ignore[attr-defined]


def _speak(field: forms.Field) -> None:
    library: dict[str, Any] = {}
    for parent in reversed(type(field).__mro__):
        library.update(getattr(parent, "default_error_messages", {}))
    ours: dict[str, Any] = {"required": _closest(field)}
    for kind, sentences in SENSELESS:
        if isinstance(field, kind):
            ours.update(sentences)
    for code, sentence in ours.items():
        if field.error_messages.get(code) == library.get(code):
            field.error_messages[code] = sentence


def _closest(field: forms.Field) -> Any:
    return next(sentence for kind, sentence in MISSING if isinstance(field, kind))
