"""Private modules: a mechanism has one door, a room six public parts. Everything else is its own affair."""

import ast
from collections.abc import Iterator

from tests.architecture.lint.faults import Fault, room_of

PUBLIC_OF_A_ROOM = {"domain", "queries", "policies", "notices", "promises", "terms"}
_ROOM_FLOORS = ("people", "partnership", "safeguarding")

# The installation key is read while settings load, before the door of sealing can be.
ALLOWED = {
    "seren.foundation.sealing.root": ("seren/config/settings/", "seren/doors/commands/"),
}


def check(path: str, text: str) -> list[Fault]:
    """Imports of one file of `seren/` that go round a door. Migrations are written by a machine."""
    if "/migrations/" in path:
        return []
    tree = ast.parse(text)
    return [
        Fault(path, line, words)
        for line, module in _imported(tree)
        if (words := _round_the_door(path, module)) and not _allowed(path, module)
    ]


def _imported(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Every module an import may name: for `from a import b` both `a` and `a.b`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def _round_the_door(path: str, module: str) -> str:
    parts = module.split(".")
    if len(parts) < 4 or parts[0] != "seren" or room_of(path) == "/".join(parts[1:3]):
        return ""
    floor, room, part = parts[1:4]
    if floor == "foundation" and room != "kernel" and part != "door":
        return f"{module}: only seren.foundation.{room}.door is public"
    if floor in _ROOM_FLOORS and part not in PUBLIC_OF_A_ROOM:
        return f"{module}: another room sees only {', '.join(sorted(PUBLIC_OF_A_ROOM))}"
    return ""


def _allowed(path: str, module: str) -> bool:
    return any(module.startswith(name) and path.startswith(places) for name, places in ALLOWED.items())
