"""Rules over every file of the project: no package index, no machine's own folders, no secrets of a place."""

import re
from collections.abc import Iterator

from tests.architecture.lint.faults import ROOT, Fault, tracked

_INDEX = (
    r"pypi\.org|pythonhosted\.org|npmjs\.(org|com)|--(extra-)?index-url|--find-links"
    r"|UV_(DEFAULT_)?INDEX|PIP_(EXTRA_)?INDEX|file:///[a-z]"
)
_MACHINE = r"(?<![\w.])/(root|tmp/[a-z]{1,2}|work|mnt/data|Users/\w+|home/(?!USER)\w+|opt/(wheels|pypi))/"

RULES = (
    (re.compile(_INDEX), "the address of a package index: people bring their own"),
    (re.compile(_MACHINE), "a folder of one machine"),
)
# These two must say what they forbid.
_THE_LAW_ITSELF = ("tests/architecture/lint/text.py", "tests/architecture/test_lint_rules.py")
_NOT_TEXT = (".woff2", ".png", ".jpg", ".jpeg", ".webp", ".heic", ".ico", ".pdf", ".mo")


def check(path: str, text: str) -> list[Fault]:
    return [
        Fault(path, number, f"{match[0]!r} is {words}")
        for number, line in enumerate(text.splitlines(), 1)
        for pattern, words in RULES
        if (match := pattern.search(line))
    ]


def check_all() -> Iterator[Fault]:
    for name in tracked():
        path = ROOT / name
        if path.is_symlink():
            yield Fault(name, 1, "a link leads out of the repository; keep it out")
        elif name not in _THE_LAW_ITSELF and not name.endswith(_NOT_TEXT):
            yield from check(name, path.read_text(encoding="utf-8", errors="replace"))
