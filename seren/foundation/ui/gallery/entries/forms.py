# ruff: noqa: E501 - the samples stand on one line, as one would write them
"""Forms: every field, what to put right, what is on its way."""

from seren.foundation.ui.gallery.entries.samples import entry

ENTRIES = (
    entry(
        "form",
        "Form",
        (
            "every field",
            '<c-form :form="form" draft="#draft" files>{% for field in form %}<c-field :field="field" />{% endfor %}<c-button full>Send to Sian</c-button><c-sees>Sian sees this.</c-sees></c-form>',
        ),
    ),
    entry(
        "error-summary",
        "What to put right",
        (
            "a form with faults",
            '<c-form :form="wrong" level="4">{% for field in wrong %}<c-field :field="field" />{% endfor %}</c-form>',
        ),
        ("by itself", '<c-error-summary :form="wrong" level="4" id="put-right-2" />'),
    ),
    entry("field", "One field", ("with a hint", '<c-field :field="alone.words" />')),
    entry("finder", "Finder", ("nothing chosen yet", '<c-finder :field="alone.photo" />')),
    entry(
        "progress",
        "Progress",
        ("moving", '<c-progress id="up1" words="Sending to Sian" :percent="62" />'),
        ("waiting", '<c-progress id="up2" words="Waiting for signal" :percent="0" state="waiting" />'),
        ("safe", '<c-progress id="up3" words="Safe" :percent="100" state="safe" />'),
    ),
)
