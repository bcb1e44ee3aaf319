"""The colours, computed: words 7:1, edges 3:1, in Day, Night and Plain. And copies agree."""

import re
from pathlib import Path

import pytest

from seren.foundation.ui import bundle

TOKENS = (Path(bundle.HERE) / "css" / "tokens.css").read_text()

# Every pair the parts use: what is read or seen, on what. Words 7:1, edges 3:1.
WORDS = [
    *((ink, ground) for ink in ("ink", "soft") for ground in ("paper", "surface", "sunken")),
    *(
        (ink, ground)
        for ink in ("sea", "moss", "clay", "berry", "heather", "gold-ink", "primary")
        for ground in ("paper", "surface", "sunken")
    ),
    *((tone, f"{tone}-tint") for tone in ("sea", "moss", "clay", "berry", "heather")),
    ("gold-ink", "gold-tint"),
    *(("ink", f"{tint}-tint") for tint in ("sea", "moss", "clay", "berry", "heather", "gold")),
    ("soft", "gold-tint"),
    ("on-primary", "primary"),
    ("on-primary", "primary-hover"),
    ("paper", "ink"),  # the undo bar
    ("on-night", "night"),
    ("ink", "sky"),
    *(("on-tint", tint) for tint in ("rhosyn", "eirin", "awyr", "llyn", "dail", "lemwn", "bricyll", "tywod")),
]
EDGES = [
    *(("edge", ground) for ground in ("paper", "surface", "sunken")),
    *(("berry", ground) for ground in ("paper", "surface")),
    *(("star-line", ground) for ground in ("paper", "surface", "sky")),
    ("night-star", "night"),
    ("primary", "surface"),
    ("gold-ink", "gold-tint"),  # the striped piece of a promise at risk
]


def block(selector: str, after: str = "") -> dict[str, str]:
    """The custom properties set for a selector."""
    start = TOKENS.index(after) if after else 0
    found = re.compile(re.escape(selector) + r"\s*{(.*?)}", re.S).search(TOKENS, start)
    assert found, selector
    return dict(re.findall(r"(--[\w-]+):\s*([^;]+);", found[1]))


SHAPES = block(
    "  /* Colours of the cut shapes. They are coloured paper, so they stay the same at night. */\n  :root"
)
DAY = SHAPES | block(':root, [data-theme="day"]')
NIGHT = SHAPES | block('[data-theme="night"]')
PLAIN = DAY | block('[data-theme="plain"]')
THEMES = {"day": DAY, "night": NIGHT, "plain": PLAIN}


def luminance(colour: str) -> float:
    digits = colour.strip().lstrip("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_arithmetic_is_the_known_one():
    assert contrast("#000", "#FFF") == pytest.approx(21)
    assert contrast("#2A2340", "#FBF6EC") == pytest.approx(13.80, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ink", "ground"), WORDS, ids=lambda pair: str(pair))
def test_words_can_be_read(theme: str, ink: str, ground: str):
    colours = THEMES[theme]
    assert contrast(colours[f"--{ink}"], colours[f"--{ground}"]) >= 7


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("edge", "ground"), EDGES, ids=lambda pair: str(pair))
def test_edges_can_be_seen(theme: str, edge: str, ground: str):
    colours = THEMES[theme]
    assert contrast(colours[f"--{edge}"], colours[f"--{ground}"]) >= 3


def test_night_reads_the_same_in_both_places():
    assert block('[data-theme="night"]') == block(":root:not([data-theme])", "prefers-color-scheme: dark")


def test_plain_reads_the_same_in_all_three_places():
    chosen = block('[data-theme="plain"]')
    assert chosen == block(":root:not([data-theme])", "prefers-contrast: more")
    assert chosen == block(":root, [data-theme]", "@media print")


def test_every_theme_says_every_colour():
    colours = {name for name, value in DAY.items() if value.startswith("#")}
    assert colours - set(NIGHT) == set()
    assert colours - set(SHAPES) - set(block('[data-theme="plain"]')) == set()


def test_no_other_style_sheet_names_a_colour():
    allowed = {"star.css", "letter.css", "moments.css", "frame.css"}  # folds, paper, shadows of drawn things
    for path in sorted((Path(bundle.HERE) / "css").glob("*.css")):
        if path.name != "tokens.css" and path.name not in allowed:
            assert re.findall(r"#[0-9A-Fa-f]{3,6}\b", path.read_text().replace("#000", "")) == [], path.name
