"""Children, and adults who look after them."""

from django.templatetags.static import static

from seren.foundation.ui.gallery.facts.day import HERE
from seren.foundation.ui.shown import ChildShown, KeyPersonShown, Line, LinkShown

MALI = ChildShown("Mali", "rhosyn", "pebble", url=HERE)
YUSUF = ChildShown("Yusuf", "lemwn", "leaf", url=HERE, care=("Nuts",))
ZOSIA = ChildShown("Zosia", "awyr", "arch", url=HERE, no_photo=True)
AMELIA = ChildShown("Amelia", "dail", "gem", url=HERE, away=True)

PERSON = KeyPersonShown(
    "Sian Prosser",
    "Mali’s key person",
    "dail",
    "pebble",
    lines=(
        Line("door", "Here today until 3:30"),
        Line("words", "Speaks English and Welsh"),
        Line("clock", "Answers by 5:30 the next day"),
    ),
    acts=(LinkShown(HERE, "Write to Sian", "pen"), LinkShown(HERE, "Ask for a call", "phone", "quiet")),
)
AWAY = KeyPersonShown(
    "Hana Malik",
    "Idris’s key person",
    "llyn",
    "arch",
    photo_url=static("ui/scenes/window.svg"),
    photo_alt="Hana at the window",
    lines=(Line("door", "Away until Monday 19 May"), Line("people", "Ask Joseph until then")),
    acts=(LinkShown(HERE, "Write to Joseph", "pen"),),
)
