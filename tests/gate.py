"""Everything CI runs, in stages: `./start test`, and with `--long` the slow tests as well.

Each stage prints its seconds and its budget. The first red one ends the run. A stage that collects no
test is red too, or says "none yet" while no test carries its mark.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests import chromium

ROOT = Path(__file__).resolve().parents[1]
# A file stays in one process, so that what its tests share is made once.
BOTH_CORES = ("-n", "2", "--dist", "loadfile", "--no-loadscope-reorder")
# Few files, with a few long tests each: they are shared out one by one.
FEW_FILES = ("-n", "2", "--dist", "loadgroup", "--no-loadscope-reorder")
NO_TESTS = 5  # what pytest returns where it collected none


@dataclass(frozen=True)
class Ran:
    """One command: how it ended and what it said."""

    code: int
    output: str


@dataclass(frozen=True)
class Stage:
    """`budget` is in seconds on two quiet cores: over it is told, not failed."""

    name: str
    budget: int
    run: Callable[[bool], list[Ran]]


def main(words: Sequence[str], before: Callable[[], object] = lambda: None) -> int:
    """`before` is called before the first stage, where one of them runs the product."""
    parser = argparse.ArgumentParser(prog="./start test", description="Every check the project has.")
    parser.add_argument("--long", action="store_true", help="the slow tests too, and the mutants")
    parser.add_argument("stages", nargs="*", help="only these: " + ", ".join(stage.name for stage in STAGES))
    asked = parser.parse_args(words)
    unknown = set(asked.stages) - {stage.name for stage in STAGES}
    if unknown:
        parser.error(f"there is no stage called {', '.join(sorted(unknown))}")
    begun = time.monotonic()
    chosen = [s for s in STAGES if s.name in (asked.stages or [s.name]) and (asked.long or s.budget)]
    if {stage.name for stage in chosen} - {"static"}:
        before()
    for stage in chosen:
        if not passes(stage, asked.long):
            print(f"red: {stage.name}, after {time.monotonic() - begun:.0f} s in all", flush=True)
            return 1
    print(f"green: {time.monotonic() - begun:.0f} s in all")
    return 0


@contextmanager
def beside(command: list[str]) -> Iterator[Callable[[], object]]:
    """Called, it starts the command and does not wait for it. Left, the command has ended."""
    with ExitStack() as started:
        yield lambda: started.enter_context(subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL))


def passes(stage: Stage, long: bool) -> bool:
    begun = time.monotonic()
    ran = stage.run(long)
    seconds = time.monotonic() - begun
    bad = [one for one in ran if one.code]
    for one in bad:
        print(one.output, flush=True)
    late = " over budget" if seconds > stage.budget and not long else ""
    words = _last_words(ran)
    print(
        f"{'red' if bad else 'ok ':3} {stage.name:8} {seconds:5.1f} s of {stage.budget}{late}  {words}",
        flush=True,
    )
    return not bad


def static(long: bool) -> list[Ran]:
    """Source only. mypy is half of it and goes beside the rest, on the other core."""
    commands = [
        tool("mypy"),
        tool("ruff", "check", "--quiet", "."),
        tool("ruff", "format", "--check", "--quiet", "."),
        tool("lint-imports", "--no-logo"),
        python("manage.py", "makemigrations", "--check", "--dry-run"),
        python("-m", "seren.config.translations", "check"),
        pytest("-m", "static", "-p", "no:xdist", *carriers("static")),
    ]
    with ThreadPoolExecutor(2) as both:
        first = both.submit(run, commands[0])
        return [*both.submit(lambda: [run(c) for c in commands[1:]]).result(), first.result()]


def sqlite(long: bool) -> list[Ran]:
    chosen = "not (static or browser or oracle or sweep or mutants)"
    return [tests(long, "-m", chosen, *BOTH_CORES)]


def pg(long: bool) -> list[Ran]:
    chosen = "(db or pg) and not (browser or oracle or sweep or mutants)"
    return [tests(long, "-m", chosen, "--db=pg", *BOTH_CORES, *carriers("db", "pg"))]


def marked(mark: str, *more: str) -> Callable[[bool], list[Ran]]:
    """Tests of one mark. Until one carries it the stage says so; from then on it must collect some."""

    def stage(long: bool) -> list[Ran]:
        there = carriers(mark)
        return [tests(long, "-m", mark, *more, *there)] if there else [Ran(0, "none yet")]

    return stage


def browser(long: bool) -> list[Ran]:
    if carriers("browser"):
        try:
            os.environ["SEREN_CHROMIUM"] = str(chromium.find_or_fetch())
        except chromium.NoBrowser as none:
            return [Ran(1, str(none))]
    return marked("browser", *BOTH_CORES)(long)


STAGES = (
    Stage("static", 90, static),
    Stage("sqlite", 150, sqlite),
    Stage("pg", 120, pg),
    Stage("oracle", 30, marked("oracle", *FEW_FILES)),
    Stage("sweep", 90, marked("sweep", *FEW_FILES)),
    Stage("browser", 120, browser),
    Stage("mutants", 0, marked("mutants", *FEW_FILES)),  # only with --long
)


def tests(long: bool, *arguments: str) -> Ran:
    ran = run(pytest(*arguments, *(["--long"] if long else [])))
    return Ran(ran.code, ran.output + "no test was collected\n") if ran.code == NO_TESTS else ran


def carriers(*marks: str) -> list[str]:
    """The files in which a test carries one of the marks: only these need to be read."""
    wanted = re.compile(rf"\bmark\.({'|'.join(marks)})\b")
    paths = sorted((ROOT / "tests").rglob("test_*.py"))
    return [str(path.relative_to(ROOT)) for path in paths if wanted.search(path.read_text(encoding="utf-8"))]


def pytest(*arguments: str) -> list[str]:
    return python("-m", "pytest", "-q", *arguments)


def python(*arguments: str) -> list[str]:
    return [sys.executable, *arguments]


def tool(name: str, *arguments: str) -> list[str]:
    """A program of the virtual environment, found beside its Python."""
    return [str(Path(sys.executable).with_name(name)), *arguments]


def run(command: list[str]) -> Ran:
    done = subprocess.run(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    said = f"$ {' '.join(Path(command[0]).name if i == 0 else word for i, word in enumerate(command))}\n"
    return Ran(done.returncode, said + done.stdout)


def _last_words(ran: list[Ran]) -> str:
    """What pytest counted: "312 passed, 2 deselected"."""
    lines = [one.output.strip().splitlines()[-1:] for one in ran]
    counts = [
        line[0].strip("= ") for line in lines if line and re.search(r"\d (passed|failed)|none yet", line[0])
    ]
    return re.sub(r" in [\d.]+s.*", "", counts[-1]) if counts else ""


if __name__ == "__main__":
    # A run never sees anybody's installation, whatever the shell says.
    for knob in [name for name in os.environ if name.startswith("SEREN_") or name == "DATABASE_URL"]:
        if knob != "SEREN_CHROMIUM":
            del os.environ[knob]
    # Hundreds of processes start in a run: what is compiled once is kept, even where the shell says not to.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ.setdefault("PYTHONPYCACHEPREFIX", str(Path(sys.prefix) / "pycache"))
    with tempfile.TemporaryDirectory(prefix="seren-gate-") as scratch:
        os.environ["TMPDIR"] = scratch
        os.environ["SEREN_TEST_SHARED"] = os.path.join(scratch, "shared")  # made once for all stages
        # What the stages stand on is made beside the first; the others wait for it.
        with beside(python("-m", "tests.ground", "sqlite")) as begin:
            code = main(sys.argv[1:], begin)
    sys.exit(code)
