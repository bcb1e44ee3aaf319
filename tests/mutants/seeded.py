"""The faults the law names, each put into a copy of the product: its tests are asked, and must go red."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LIST = Path(__file__).with_suffix(".toml")
HISTORIES = ("tests/stateful",)
LEFT_BEHIND = shutil.ignore_patterns(".git", ".venv", "__pycache__", "images", ".mypy_cache", ".ruff_cache")
PATIENCE = 1_200


@dataclass(frozen=True)
class Fault:
    name: str
    says: str
    file: str
    was: str
    becomes: str
    asked: tuple[str, ...] = HISTORIES

    def apply(self, tree: Path) -> None:
        source = (tree / self.file).read_text("utf-8")
        if source.count(self.was) != 1:
            raise ValueError(f"{self.name}: {self.file} does not hold these words once: write them anew")
        (tree / self.file).write_text(source.replace(self.was, self.becomes), "utf-8")


@dataclass(frozen=True)
class Outcome:
    """`by`: the first test that failed; empty where all stayed green, and nobody noticed."""

    fault: Fault
    by: str

    def __str__(self) -> str:
        return f"{'caught' if self.by else 'MISSED':7} {self.fault.name:22} {self.by or self.fault.says}"


def faults() -> list[Fault]:
    found = tomllib.loads(LIST.read_text("utf-8"))
    return [
        Fault(name, **{k: tuple(v) if k == "asked" else v for k, v in one.items()})
        for name, one in found.items()
    ]


@contextmanager
def copied() -> Iterator[Path]:
    """The tree as it stands, to be broken. It runs with the programs of the first one."""
    with tempfile.TemporaryDirectory(prefix="seren-mutants-") as folder:
        tree = Path(folder) / "tree"
        shutil.copytree(ROOT, tree, ignore=LEFT_BEHIND, symlinks=True)
        yield tree


def red(tree: Path, asked: tuple[str, ...]) -> str:
    """The first test of these that fails there, or that none could begin. Raises where it is not known."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:xdist", "-p", "no:cacheprovider", *asked]
    kept = {k: v for k, v in os.environ.items() if k not in ("SEREN_TEST_ROOT", "SEREN_TEST_DATA")}
    environment = {**kept, "PYTHONDONTWRITEBYTECODE": "1"}
    ran = subprocess.run(
        command, cwd=tree, env=environment, capture_output=True, text=True, check=False, timeout=PATIENCE
    )
    if ran.returncode not in (0, 1):
        raise RuntimeError(ran.stdout[-2000:] + ran.stderr[-2000:])
    failed = [line for line in ran.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    if ran.returncode and not failed:
        return "the product does not start"
    return failed[0].split(" ")[1] if failed else ""


def outcome(fault: Fault, tree: Path) -> Outcome:
    before = (tree / fault.file).read_text("utf-8")
    fault.apply(tree)
    try:
        return Outcome(fault, red(tree, fault.asked))
    finally:
        (tree / fault.file).write_text(before, "utf-8")


def main(names: Sequence[str] = ()) -> int:
    missed = 0
    with copied() as tree:
        for fault in (one for one in faults() if not names or one.name in names):
            told = outcome(fault, tree)
            missed += not told.by
            sys.stdout.write(f"{told}\n")
            sys.stdout.flush()
    sys.stdout.write("waits   break-glass-expiry     no room for it yet\n")
    return missed
