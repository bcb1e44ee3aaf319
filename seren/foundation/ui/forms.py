"""Forms take what people typed; verbs decide. A form only says what has no sense at all."""

from typing import Any

from django import forms


class SerenForm(forms.Form):
    """Base of all forms: no colons after labels, no HTML5 bubbles, errors in our own words."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
