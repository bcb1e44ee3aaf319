"""What people type to come in, to join and to say how to reach them."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from seren.foundation.ui.door import SerenForm
from seren.people.accounts.terms import Channel, Format, Shown

_CODE = {"autocomplete": "one-time-code", "inputmode": "numeric", "dir": "ltr", "spellcheck": "false"}
_EMAIL = {"autocomplete": "email", "inputmode": "email", "dir": "ltr", "spellcheck": "false"}


class SignInForm(SerenForm):
    email = forms.CharField(
        label=_("Your e-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs=_EMAIL),
        error_messages={"required": _("Enter your e-mail address. For example, sam@example.com.")},
    )


class CodeForm(SerenForm):
    """A code from a mail or from an authenticator app."""

    code = forms.CharField(
        label=_("Your code"),
        max_length=40,
        widget=forms.TextInput(attrs=_CODE),
        error_messages={"required": _("Enter the code.")},
    )


class LetterForm(SerenForm):
    code = forms.CharField(
        label=_("The code in your letter"),
        help_text=_("8 letters and digits. Small letters are fine."),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "ltr", "spellcheck": "false"}),
        error_messages={"required": _("Enter the code in your letter.")},
    )


class ProofForm(SerenForm):
    shown = forms.ChoiceField(
        label=_("How can you show that this letter is yours?"),
        choices=[
            (Shown.ADDRESS.value, _("Send a code to the e-mail address the setting has for me")),
            (Shown.FACE_TO_FACE.value, _("I will show my phone to a member of staff")),
        ],
        widget=forms.RadioSelect,
    )


class ContactForm(SerenForm):
    channel = forms.ChoiceField(
        label=_("How shall news reach you?"),
        choices=[
            (Channel.EMAIL.value, _("By e-mail")),
            (Channel.PHONE.value, _("By phone")),
            (Channel.PAPER.value, _("Neither. Print for me")),
        ],
        widget=forms.RadioSelect,
    )
    email = forms.CharField(
        label=_("Your e-mail address"),
        help_text=_("Only if you chose e-mail. We send a code there now."),
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs=_EMAIL),
    )
    phone = forms.CharField(
        label=_("Your phone number"),
        help_text=_("Only if you chose phone."),
        required=False,
        max_length=40,
        widget=forms.TextInput(
            attrs={"type": "tel", "autocomplete": "tel", "inputmode": "tel", "dir": "ltr"}
        ),
    )

    def __init__(self, *args: Any, proved: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if proved:  # nothing is asked twice: the address has just been shown
            del self.fields["email"]


class ReachForm(SerenForm):
    """Everything about reaching an adult, on one page."""

    interface_language = forms.ChoiceField(label=_("Pages and messages in"))
    spoken_language = forms.ChoiceField(label=_("The language you speak best"))
    read_language = forms.ChoiceField(label=_("The language you read best"))
    format = forms.ChoiceField(label=_("How you like to read"), choices=Format.choices)
    channel = forms.ChoiceField(
        label=_("How news reaches you"), choices=Channel.choices, widget=forms.RadioSelect
    )
    quiet_from = forms.TimeField(
        label=_("No messages after"),
        help_text=_("For example, 19:00."),
        widget=forms.TimeInput(format="%H:%M", attrs={"dir": "ltr", "autocomplete": "off"}),
    )
    quiet_to = forms.TimeField(
        label=_("No messages before"),
        help_text=_("For example, 07:30."),
        widget=forms.TimeInput(format="%H:%M", attrs={"dir": "ltr", "autocomplete": "off"}),
    )
    quiet_weekends = forms.BooleanField(label=_("No messages at weekends"), required=False)
    digest = forms.BooleanField(label=_("One message a day, not one for each thing"), required=False)
    interpreter = forms.BooleanField(label=_("I would like an interpreter when we talk"), required=False)
    prefers_talking = forms.BooleanField(label=_("I would rather talk than write"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("interface_language", "spoken_language", "read_language"):
            self.fields[name].choices = self._languages(name)  # type: ignore[attr-defined]

    def _languages(self, name: str) -> list[tuple[str, str]]:
        """Ours; and the one on file, where an import brought another, so that saving loses nothing."""
        listed = list(settings.LANGUAGES)
        kept = self.initial.get(name, "")
        if kept and kept not in dict(listed) and name != "interface_language":
            listed.append((kept, kept))
        return listed


class PasskeyForm(SerenForm):
    """The script fills `credential`; `name` is the adult's own word for the passkey."""

    credential = forms.CharField(widget=forms.HiddenInput, required=False)
    name = forms.CharField(
        label=_("A name for this passkey"),
        help_text=_("For example, my phone."),
        max_length=60,
        required=False,
    )
