"""Made-up facts the samples are drawn with. The day is fixed: a picture of the page stays comparable.

Read at the first request, not at the start: the addresses of static files are known by then.
"""

from seren.foundation.ui.gallery.facts.day import TODAY
from seren.foundation.ui.gallery.facts.form import SampleForm
from seren.foundation.ui.gallery.facts.given import FACTS
from seren.foundation.ui.gallery.facts.moments import CARDS, TOWER
from seren.foundation.ui.gallery.facts.people import MALI
from seren.foundation.ui.gallery.facts.rows import DUES

__all__ = ["CARDS", "DUES", "FACTS", "MALI", "TODAY", "TOWER", "SampleForm"]
