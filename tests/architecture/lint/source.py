"""Rules over Python: protected rows asked for without an actor, the clock, lengths of law."""

import ast
from collections.abc import Callable, Iterator, Set

from tests.architecture.lint.faults import Fault, floor_of

Rule = Callable[[str, ast.AST], Iterator[Fault]]

_CLOCKS = ("seren/foundation/kernel/clock.py", "seren/foundation/kernel/ids.py")
_ROOM_FLOORS = ("people", "partnership", "safeguarding")

_READS_THE_TIME = {
    ("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today"),
    ("timezone", "now"), ("timezone", "localtime"), ("timezone", "localdate"),
    ("time", "time"), ("time", "time_ns"), ("time", "localtime"), ("time", "gmtime"),
}  # fmt: skip


def check(path: str, text: str, unprotected: Set[str] = frozenset()) -> list[Fault]:
    """All faults of one file of `seren/`. `unprotected` names the models whose `objects` may be asked."""
    if "/migrations/" in path:
        return []
    tree = ast.parse(text)
    found = [fault for rule in RULES for fault in rule(path, tree)]
    return found + list(no_unscoped_rows(path, tree, unprotected))


def no_unscoped_rows(path: str, tree: ast.AST, unprotected: Set[str]) -> Iterator[Fault]:
    """`Moment.objects`, `_base_manager`, `.raw(`: rows without an actor. Only access itself may."""
    if path.startswith("seren/foundation/access/"):
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _last_name(node.func) == "raw":
            yield Fault(path, node.lineno, "raw SQL rows go round access; use visible() or system()")
        if not isinstance(node, ast.Attribute):
            continue
        if node.attr in ("_base_manager", "_default_manager"):
            yield Fault(path, node.lineno, f"{node.attr} goes round access; use visible() or system()")
        owner = _last_name(node.value)
        if node.attr == "objects" and owner[:1].isupper() and owner not in unprotected:
            yield Fault(path, node.lineno, f"{owner}.objects has no actor; use visible() or system()")


def prefetching_is_scoped(path: str, tree: ast.AST) -> Iterator[Fault]:
    """`prefetch_related("replies")` fetches what may be forbidden; a `Prefetch` says whose rows."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _last_name(node.func) == "prefetch_related":
            for argument in node.args:
                if isinstance(argument, ast.Constant):
                    words = "prefetch_related by name has no actor; use Prefetch(…, visible(…))"
                    yield Fault(path, node.lineno, words)


def no_lookups_from_outside(path: str, tree: ast.AST) -> Iterator[Fault]:
    """`filter(**request.GET.dict())` lets the address choose what is looked up."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            for word in node.keywords:
                if word.arg is None and any(_last_name(n) in ("GET", "POST") for n in ast.walk(word.value)):
                    yield Fault(path, node.lineno, "** of a request: name each field")


def one_clock(path: str, tree: ast.AST) -> Iterator[Fault]:
    """Only kernel.clock (and kernel.ids, for its stamps) reads the time: elsewhere `now` is an argument."""
    if path in _CLOCKS:
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and (_last_name(node.value), node.attr) in _READS_THE_TIME:
            yield Fault(path, node.lineno, f"{_last_name(node.value)}.{node.attr} reads the time; take `now`")


def clock_is_read_at_the_edge(path: str, tree: ast.AST) -> Iterator[Fault]:
    """In a room's domain, queries and policies `now` comes in; only doors, views and tasks read the clock."""
    inner = ("/domain/", "/domain.py", "/queries/", "/queries.py", "/policies", "/models/")
    if floor_of(path) not in _ROOM_FLOORS or not any(part in path for part in inner):
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and (_last_name(node.value), node.attr) in {
            ("clock", "now"),
            ("clock", "today"),
        }:
            yield Fault(path, node.lineno, f"clock.{node.attr} below a view; take `now` as an argument")


def lengths_are_data(path: str, tree: ast.AST) -> Iterator[Fault]:
    """No `timedelta(days=…)` in a room: a length of law or policy is dated data of a rule pack."""
    if floor_of(path) not in _ROOM_FLOORS:
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _last_name(node.func) == "timedelta":
            words = {keyword.arg for keyword in node.keywords}
            if node.args or words & {"days", "weeks"}:
                yield Fault(path, node.lineno, "timedelta(days=…) in a room; lengths come from rules")


def nothing_soft(path: str, tree: ast.AST) -> Iterator[Fault]:
    """No `auto_now`, no `is_deleted`: time comes from `now`, withdrawing is a state."""
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg in ("auto_now", "auto_now_add"):
            yield Fault(path, node.value.lineno, f"{node.arg} reads a hidden clock; pass `now`")
        if isinstance(node, ast.Name) and node.id in ("is_deleted", "deleted_at"):
            yield Fault(
                path, node.lineno, f"{node.id}: withdraw is a state, bin is `binned_at`, erase is at once"
            )


def forms_name_their_fields(path: str, tree: ast.AST) -> Iterator[Fault]:
    """`fields = "__all__"` and `exclude` grow with the model: what a form shows is a list."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.ClassDef) or node.name != "Meta":
            continue
        for line in node.body:
            if isinstance(line, ast.Assign) and _last_name(line.targets[0]) == "exclude":
                yield Fault(path, line.lineno, "Meta.exclude grows with the model; list the fields")
            if isinstance(line, ast.Assign) and getattr(line.value, "value", None) == "__all__":
                yield Fault(path, line.lineno, 'fields = "__all__" grows with the model; list the fields')


def _last_name(node: ast.AST) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


RULES: tuple[Rule, ...] = (
    prefetching_is_scoped,
    no_lookups_from_outside,
    one_clock,
    clock_is_read_at_the_edge,
    lengths_are_data,
    nothing_soft,
    forms_name_their_fields,
)
