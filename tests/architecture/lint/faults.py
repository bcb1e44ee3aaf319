"""What a rule says, and the files it reads."""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]

# Folders of a floor that hold rooms or mechanisms: seren/people/accounts, seren/foundation/audit.
FLOORS = ("foundation", "people", "partnership", "safeguarding", "doors")


@dataclass(frozen=True)
class Fault:
    """One line that breaks a law, and what to do instead."""

    path: str
    line: int
    words: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.words}"


@cache
def tracked() -> tuple[str, ...]:
    """Every file of the project, as git sees it: tracked, or new and not ignored."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT, capture_output=True, check=True, text=True,
    )  # fmt: skip
    names = sorted({name for name in listed.stdout.split("\0") if name})
    return tuple(name for name in names if (ROOT / name).is_symlink() or (ROOT / name).is_file())


def files(*endings: str, under: str = "") -> Iterator[tuple[str, str]]:
    """Path and text of each project file below `under` whose name ends like one of `endings`."""
    for name in tracked():
        if name.startswith(under) and name.endswith(endings):
            yield name, (ROOT / name).read_text(encoding="utf-8")


def floor_of(path: str) -> str:
    """The floor a file of ours stands on, or "" outside them: "people" for seren/people/accounts/terms.py."""
    parts = path.split("/")
    return parts[1] if len(parts) > 2 and parts[0] == "seren" and parts[1] in FLOORS else ""


def room_of(path: str) -> str:
    """The room or mechanism a file belongs to: "people/accounts" for seren/people/accounts/terms.py."""
    parts = path.split("/")
    return "/".join(parts[1:3]) if floor_of(path) and len(parts) > 3 else ""
