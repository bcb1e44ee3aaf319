"""`seren bench [NAME]`: the benchmarks of a copy of the source, as ratios measured side by side."""

import argparse
import subprocess
import sys
from pathlib import Path

from seren.doors.commands.telling import Trouble, say
from seren.doors.commands.words import Parsers, command

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "bench"
PARTS = frozenset({"__init__", "calling", "floor", "scaled"})  # what benchmarks are made of


def add(parsers: Parsers) -> None:
    parser = command(parsers, "bench", "how fast it is, as ratios side by side", data=False)
    parser.add_argument("name", nargs="?", help="one of them; all without")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """1 where a figure misses its bar. Raises Trouble for a name there is not."""
    known = sorted(path.stem for path in FOLDER.glob("*.py") if path.stem not in PARTS)
    if not known:
        raise Trouble("The benchmarks come with the source, not with an installation.")
    if args.name and args.name not in known:
        raise Trouble(f"There is no benchmark called {args.name}. There are: {', '.join(known)}.")
    missed = 0
    for name in [args.name] if args.name else known:
        say(f"# {name}")
        sys.stdout.flush()
        missed |= subprocess.run([sys.executable, "-m", f"bench.{name}"], cwd=ROOT, check=False).returncode  # noqa: S603
    return int(bool(missed))
