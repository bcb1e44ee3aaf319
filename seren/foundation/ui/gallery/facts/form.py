"""A form with one field of every kind."""

from django import forms
from django.forms import CharField, ChoiceField, FileField, MultipleChoiceField, TimeField

from seren.foundation.ui.days import DayField
from seren.foundation.ui.fields import Labelled
from seren.foundation.ui.forms import SerenForm


class SampleForm(SerenForm):
    """One field of every kind."""

    words = CharField(
        label="What happened?",
        help_text="In any language.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    called = CharField(label="What is she called at home?", required=False)
    email = forms.EmailField(
        label="Your e-mail address", widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )
    on = DayField(label="When was it?", help_text="For example, 14 5 2025.")
    at = TimeField(
        label="At what time?", required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    who = MultipleChoiceField(
        label="Who is in it?",
        widget=forms.CheckboxSelectMultiple,
        choices=[
            ("mali", Labelled("Mali", initial="M", tint="rhosyn", cut="pebble")),
            ("zosia", Labelled("Zosia", initial="Z", tint="awyr", cut="arch", no_photo=True)),
        ],
    )
    quick = ChoiceField(
        label="A quick word",
        required=False,
        widget=forms.RadioSelect,
        choices=[(word, word) for word in ("tried", "kind", "said", "built", "brave", "laughed")],
    )
    sees = ChoiceField(
        label="Who may see it?",
        widget=forms.RadioSelect,
        choices=[
            ("key_person", Labelled("Sian", hint="Mali’s key person, and nobody else")),
            ("team", Labelled("The team", hint="Everyone who looks after Mali")),
            ("family", Labelled("All of Mali’s family", hint="In another home it says “from home”")),
        ],
    )
    language = ChoiceField(label="Written in", choices=[("en", "English"), ("cy", "Cymraeg"), ("ur", "اردو")])
    photo = FileField(label="A photo", required=False, help_text="We take out the place it was made.")
    record = forms.BooleanField(label="Put this in Mali’s record too", required=False)
    key = CharField(widget=forms.HiddenInput, required=False)
