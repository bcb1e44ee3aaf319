"""Rules over our stylesheets: logical sides only, so that one sheet serves both directions."""

import re
from collections.abc import Iterator

from tests.architecture.lint.faults import Fault

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SIDE = r"(left|right)"
RULES = (
    (re.compile(rf"(?<![\w-])(scroll-)?(margin|padding)-{_SIDE}\s*:"), "use -inline-start/-end"),
    (re.compile(rf"(?<![\w-])border-{_SIDE}(-\w+)?\s*:"), "use border-inline-start/-end"),
    (re.compile(r"(?<![\w-])border-(top|bottom)-(left|right)-radius\s*:"), "use border-start-start-radius"),
    (re.compile(rf"(?<![\w-]){_SIDE}\s*:"), "use inset-inline-start/-end"),
    (re.compile(rf"(?<![\w-])(text-align|float|clear)\s*:\s*{_SIDE}\b"), "use start or end"),
    (re.compile(r"@import|url\(\s*['\"]?(?:https?:)?//"), "nothing from outside, no @import"),
)  # fmt: skip


def check(path: str, text: str) -> list[Fault]:
    return list(_faults(path, _COMMENT.sub(lambda c: "\n" * c[0].count("\n"), text)))


def _faults(path: str, bare: str) -> Iterator[Fault]:
    for number, line in enumerate(bare.splitlines(), 1):
        for pattern, words in RULES:
            if match := pattern.search(line):
                yield Fault(path, number, f"{match[0].strip()} {words}")
