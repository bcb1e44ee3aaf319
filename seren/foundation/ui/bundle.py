"""One style sheet and one script from many small files: `python -m seren.foundation.ui.bundle`.

The bundles are committed, so nothing is built on the way to a page; a test fails when they are stale.
"""

import re
from pathlib import Path

HERE = Path(__file__).parent
SHIPPED = HERE / "static" / "ui"

# The order is the order of the page: later files may lean on earlier ones.
CSS = (
    "tokens",
    "base",
    "frame",
    "star",
    "acts",
    "fields",
    "finder",
    "cards",
    "moments",
    "rows",
    "told",
    "desk",
    "plan",
    "letter",
    "sheet",
    "states",
)
JS = ("trusted", "swaps", "sending", "drafts", "told")


def css() -> str:
    """All style sheets, without comments and without the white space that says nothing."""
    text = "\n".join((HERE / "css" / f"{name}.css").read_text() for name in CSS)
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    text = re.sub(r"\s+", " ", text)
    return re.sub(r" ?([{};]) ?", r"\1", text).replace(";}", "}").strip() + "\n"


def js() -> str:
    """All scripts of every page, each in a block of its own."""
    return "".join(f"{{\n{squeezed(HERE / 'js' / f'{name}.js')}}}\n" for name in JS)


def photos() -> str:
    """The script of pages where photos are chosen."""
    return squeezed(HERE / "js" / "photos.js")


def squeezed(path: Path) -> str:
    """A script without its comment lines and indents. Comments stand on lines of their own."""
    text = re.sub(r"^\s*/\*.*?\*/", "", path.read_text(), flags=re.S | re.M)
    lines = (line.strip() for line in text.split("\n"))
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))


BUNDLES = {"seren.css": css, "seren.js": js, "photos.js": photos}


def build() -> None:
    for name, made in BUNDLES.items():
        (SHIPPED / name).write_text(made())


if __name__ == "__main__":
    build()
