"""What is typed at the door, about who collects, and about what came of it. A password is never kept."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from seren.foundation.ui.door import Labelled, SerenForm
from seren.partnership.days.terms import ReachedBy, WordOutcome

TELL, UNFIT, WEIGH, CORRECT = "days.tell", "days.unfit", "days.weigh", "days.correct"
KEPT = {TELL: ["words"], UNFIT: ["words"], WEIGH: ["rung", "reasons"], CORRECT: ["words"]}
Choices = Sequence[tuple[str, Labelled]]


def _words(label: Any, hint: Any = "", rows: int = 4) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": rows, "dir": "auto"}),
    )


class CheckForm(SerenForm):
    who = forms.ChoiceField(label=_("Who is here?"), widget=forms.RadioSelect)
    known = forms.ChoiceField(
        label=_("Do you know them by face?"),
        widget=forms.RadioSelect,
        choices=[("yes", _("Yes, I know them")), ("no", _("No"))],
    )
    password = forms.CharField(
        label=_("If not: the password they say"),
        help_text=_("The right password is not enough. Reach the parent as well."),
        max_length=80,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "dir": "auto"}),
    )
    reached = forms.ChoiceField(
        label=_("If not: how did you reach the parent who named them?"),
        help_text=_("A parent you do not know: ring them on the number we keep."),
        required=False,
        choices=[("", _("Not reached yet")), *ReachedBy.choices],
    )
    unsaid = ("password", "reached")

    def __init__(self, *args: Any, who: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["who"].choices = list(who)  # type: ignore[attr-defined]


class CorrectForm(SerenForm):
    words = _words(_("What was wrong?"), _("What you wrote stays, with this beside it."), 3)


class UnfitForm(SerenForm):
    who = forms.ChoiceField(label=_("Who was it?"), widget=forms.RadioSelect)
    words = _words(_("What did you see?"), _("What you saw and heard, not what you think."))

    def __init__(self, *args: Any, who: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["who"].choices = list(who)  # type: ignore[attr-defined]


class TellForm(SerenForm):
    words = _words(_("What should we know?"), _("Tell us about any paper of a court as well."), 5)


class WeighForm(SerenForm):
    rung = _words(
        _("Whom did you reach, how, and what did they say?"), _("Ring the other parent first, at once."), 3
    )
    in_danger = forms.ChoiceField(
        label=_("May anybody be in danger now?"),
        help_text=_("If so, ring 999 first. Then come back here."),
        widget=forms.RadioSelect,
        choices=[("yes", _("Yes")), ("no", _("No"))],
    )
    outcome = forms.ChoiceField(
        label=_("What comes of it?"), widget=forms.RadioSelect, choices=WordOutcome.choices
    )
    reasons = _words(_("Why?"), _("Only leaders read this. We keep it locked."), 3)
