# ruff: noqa: E501 - the samples stand on one line, as one would write them
"""Moments: stars, cards, photos, answers, words in two languages."""

from seren.foundation.ui.gallery.entries.samples import each, entry

ENTRIES = (
    entry(
        "star",
        "Star",
        *each("home setting both missing", '<c-star kind="§" />'),
        ("the only sign", '<c-star kind="home" say="From home" />'),
    ),
    entry(
        "moment",
        "Moment card",
        *each(
            "setting home both words translated draft held withdrawn coming", '<c-moment :card="cards.§" />'
        ),
    ),
    entry(
        "moment-whole",
        "One moment, whole",
        (
            "with everything",
            '<c-moment-whole :card="cards.setting" level="4" id="whole"><c-link href="#main" icon="print">Print</c-link></c-moment-whole>',
        ),
        ("landed", '<c-moment-whole :card="cards.translated" level="4" id="whole-2" landing />'),
    ),
    entry(
        "photo",
        "Photo",
        ("ready", '<c-photo :photo="photo" />'),
        ("on its way", '<c-photo :photo="photo_coming" />'),
        ("in its own shape", '<c-photo :photo="photo" shape="own" />'),
    ),
    entry("thread", "Thread", ("with a gap", '<c-thread :cards="thread" />')),
    entry("sky", "Month", ("six stars", '<c-sky :month="today" :stars="sky" id="sky" level="4" />')),
    entry("quick-words", "Quick words", ("one chosen", '<c-quick-words :field="alone.quick" />')),
    entry(
        "reply-starters",
        "Reply starters",
        (
            "three",
            '<c-reply-starters :starters="starters" label="Answer Sian" sees="Sian sees your answer." />',
        ),
    ),
    entry(
        "reply",
        "Reply",
        ("words", '<c-reply :reply="reply" />'),
        (
            "a heart",
            '<c-reply :reply="reply_heart"><c-link href="#main" icon="undo">Take it back</c-link></c-reply>',
        ),
    ),
    entry(
        "two-language",
        "Two languages",
        (
            "translated",
            '<c-two-language :first="polish" :original="english" by="Machine words. A person has not checked them." wrong_url="#main" />',
        ),
        (
            "not yet",
            '<c-two-language :first="english" missing="Not yet in Welsh. This is what Sian wrote." />',
        ),
    ),
)
