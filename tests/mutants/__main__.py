"""`python -m tests.mutants`: see the package."""

import sys
from pathlib import Path

import pytest

from tests.mutants import __doc__ as help_
from tests.mutants import making, seeded

ROOT = Path(__file__).resolve().parents[2]


def main(words: list[str]) -> int:
    match words:
        case ["seeded", *names]:
            return seeded.main(names)
        case ["list", *paths]:
            for path in paths:
                for mutant in making.mutants_of(ROOT, path):
                    sys.stdout.write(f"{mutant.line:4} {mutant.name}\n")
            return 0
        case ["all", *paths]:
            chosen = ["-k", " or ".join(paths)] if paths else []
            tests = "tests/mutants/test_conditions.py"
            return int(pytest.main(["-q", "-s", "--long", "-p", "no:xdist", tests, *chosen]))
    sys.stdout.write(str(help_))
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
