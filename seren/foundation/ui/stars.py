"""The star: outlined is home, filled is the setting, two are both, dashed is still to come."""

from functools import lru_cache

from django.utils.html import format_html
from django.utils.safestring import SafeString

CUT = "M49 6L62 35L93 39L71 58L77 88L49 73L22 89L31 58L5 37L37 34z"
_HOLLOW = format_html('<path class="hollow" d="{}"/>', CUT)
_FILLED = format_html('<path d="{}"/>', CUT)
_BEHIND = format_html(
    '<path class="hollow" transform="translate(22 -16) rotate(16 50 50) scale(.86)" d="{}"/>', CUT
)
KINDS: dict[str, SafeString] = {
    "home": _HOLLOW,
    "setting": _FILLED,
    "both": SafeString(_BEHIND + _FILLED),
    "missing": _HOLLOW,
}


@lru_cache(maxsize=1024)
def drawn(kind: str, extra: str = "", day: int = 0, row: int = 0) -> SafeString:
    """The star's markup. `day` (1 to 31) and `row` (1 to 4) place it in a month's sky."""
    classes = " ".join(part for part in ("star", extra, "missing" if kind == "missing" else "") if part)
    place = format_html(' data-day="{}" data-row="{}"', day, row) if day else ""
    return format_html(
        '<svg class="{}" viewBox="0 0 100 100" aria-hidden="true"{}>{}</svg>', classes, place, KINDS[kind]
    )
