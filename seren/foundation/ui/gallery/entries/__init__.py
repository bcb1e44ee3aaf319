# ruff: noqa: E501 - the samples stand on one line, as one would write them
"""The list: each component, and its states as one would write them in a template."""

from seren.foundation.ui.gallery.entries import dated, forms, moments, people, pressed, told
from seren.foundation.ui.gallery.entries.samples import Entry, Sample

__all__ = ["ENTRIES", "RIGHT_TO_LEFT", "SECTIONS", "Entry", "Sample"]

SECTIONS: tuple[tuple[str, tuple[Entry, ...]], ...] = (
    ("What can be pressed", pressed.ENTRIES),
    ("Moments", moments.ENTRIES),
    ("People", people.ENTRIES),
    ("Things by date", dated.ENTRIES),
    ("Forms", forms.ENTRIES),
    ("What the page tells", told.ENTRIES),
)
ENTRIES: tuple[Entry, ...] = tuple(entry for _, entries in SECTIONS for entry in entries)

# The same parts in a page that runs from right to left.
RIGHT_TO_LEFT = """
<c-horizon scene="house" star><p class="date">{% day today %}</p><h3 class="t2">یوسف کا دن</h3><p>یوسف 3:15 تک یہاں ہے۔</p></c-horizon>
<div class="wrap stack gap-5 pad">
<c-child-chip :child="yusuf" /><c-moment :card="card" />
<c-rows><c-task-row :task="task" /></c-rows>
<div class="cluster"><c-due :due="due" /><c-go href="#main">منصوبہ دیکھیں</c-go><c-back href="#main">سب ستارے</c-back></div>
<c-pages newer="#main" older="#main" newer_words="نئے" older_words="پرانے" label="نئے اور پرانے" />
<c-undo-bar undo="#undo">سیان کو بھیج دیا گیا۔</c-undo-bar>
</div>
"""
