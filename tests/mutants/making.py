"""Every way one word of a file can be wrong: an operator, a word of a condition, a member of a set."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SWAPPED: dict[type[ast.AST], str] = {
    ast.Eq: "!=", ast.NotEq: "==", ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">",
    ast.In: "not in", ast.NotIn: "in", ast.Is: "is not", ast.IsNot: "is",
}  # fmt: skip
LOOKUPS = {"__lte": "__lt", "__lt": "__lte", "__gt": "__gte", "__gte": "__gt"}
METHODS = {"filter": "exclude", "exclude": "filter", "any": "all", "all": "any"}
FLOORS = {"STRONG": "KNOWN", "FRESH": "KNOWN", "STRONG_AND_FRESH": "STRONG", "KNOWN": "STRONG"}


@dataclass(frozen=True)
class Mutant:
    """`name` holds still when lines move: the file, what stands around, what became of what."""

    path: str
    line: int
    around: str
    was: str
    became: str
    start: int
    end: int

    @property
    def name(self) -> str:
        return f"{self.path}::{self.around}: {_short(self.was)} → {_short(self.became) or 'nothing'}"

    def applied(self, source: bytes) -> bytes:
        return source[: self.start] + self.became.encode() + source[self.end :]


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 70 else f"{flat[:66]} …"


class Making(ast.NodeVisitor):
    """Walks one file. Docstrings, imports and annotations hold nothing to break."""

    def __init__(self, path: str, source: bytes) -> None:
        self.path, self.source = path, source
        lines = source.split(b"\n")
        self.begins = [0]
        for line in lines:
            self.begins.append(self.begins[-1] + len(line) + 1)
        self.around = ["module"]
        self.found: list[Mutant] = []

    def at(self, line: int, column: int) -> int:
        return self.begins[line - 1] + column

    def span(self, node: ast.AST) -> tuple[int, int]:
        begin = self.at(node.lineno, node.col_offset)  # type: ignore[attr-defined]
        return begin, self.at(node.end_lineno, node.end_col_offset)  # type: ignore[attr-defined]

    def text(self, node: ast.AST) -> str:
        start, end = self.span(node)
        return self.source[start:end].decode()

    def breaks(self, start: int, end: int, became: str, line: int) -> None:
        was = self.source[start:end].decode()
        mutant = Mutant(self.path, line, ".".join(self.around[1:]) or "module", was, became, start, end)
        broken = mutant.applied(self.source)
        try:
            ast.parse(broken)
        except SyntaxError:
            return
        self.found.append(mutant)

    def swaps(self, node: ast.AST, became: str) -> None:
        start, end = self.span(node)
        self.breaks(start, end, became, node.lineno)  # type: ignore[attr-defined]

    def between(self, left: ast.AST, right: ast.AST, was: str, became: str) -> None:
        """An operator: the text between its two sides."""
        start, end = self.span(left)[1], self.span(right)[0]
        gap = self.source[start:end].decode()
        if was in gap:
            self.breaks(start, end, gap.replace(was, became, 1), left.lineno)  # type: ignore[attr-defined]

    # --- what stands where

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self.around.append(node.name)
        for one in (*node.decorator_list, *node.args.defaults, *node.body):
            self.visit(one)
        self.around.pop()

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        if any(isinstance(base, ast.Name) and base.id == "Action" for base in node.bases):
            return  # names of actions
        self.around.append(node.name)
        for one in node.body:
            self.visit(one)
        self.around.pop()

    def visit_Assign(self, node: ast.Assign) -> None:
        names = [target.id for target in node.targets if isinstance(target, ast.Name)]
        if names == ["__all__"]:
            return
        self.around += names[:1]
        self.visit(node.value)
        del self.around[len(self.around) - len(names[:1]) :]

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.around.append(self.text(node.target))
            self.visit(node.value)
            self.around.pop()

    def visit_Import(self, node: ast.Import) -> None: ...

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None: ...

    def visit_keyword(self, node: ast.keyword) -> None:
        """`flat=True` says the shape of a list; in a condition it is one either way."""
        if node.arg != "flat":
            self.generic_visit(node)

    def visit_Subscript(self, node: ast.Subscript) -> None:
        """`Callable[[Actor], Q]` is a type: nothing of it runs."""
        if not (isinstance(node.value, ast.Name) and node.value.id[:1].isupper()):
            self.generic_visit(node)

    # --- what is broken

    def visit_Compare(self, node: ast.Compare) -> None:
        sides = [node.left, *node.comparators]
        for left, op, right in zip(sides, node.ops, sides[1:], strict=False):
            was = _WORD[type(op)]
            self.between(left, right, was, SWAPPED[type(op)])
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        was, became = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
        for left, right in zip(node.values, node.values[1:], strict=False):
            self.between(left, right, was, became)
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        """`&` and `|` of conditions and sets; and either side left out."""
        if isinstance(node.op, (ast.BitAnd, ast.BitOr)):
            was, became = ("&", "|") if isinstance(node.op, ast.BitAnd) else ("|", "&")
            self.between(node.left, node.right, was, became)
            self.swaps(node, self.text(node.left))
            self.swaps(node, self.text(node.right))
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, (ast.Invert, ast.Not)):
            self.swaps(node, self.text(node.operand))
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        if isinstance(node.func, ast.Attribute) and node.func.attr in METHODS:
            end = self.span(node.func)[1]
            self.breaks(end - len(node.func.attr), end, METHODS[node.func.attr], node.lineno)
        for given in (*node.args, *node.keywords):
            if self._is_condition(node, given):
                self._leaves_out(given)
        for keyword in node.keywords:
            self._looks_up(keyword)
        self.generic_visit(node)

    def _is_condition(self, call: ast.Call, given: ast.AST) -> bool:
        """A word of a filter or a Q; or a reason in a rule."""
        name = self.text(call.func).rpartition(".")[2]
        if isinstance(given, ast.Starred):
            return name == "register"
        return name in ("filter", "exclude", "Q") and len(call.args) + len(call.keywords) > 0

    def _looks_up(self, keyword: ast.keyword) -> None:
        start, _end = self.span(keyword)
        for was, became in LOOKUPS.items():
            if keyword.arg and keyword.arg.endswith(was):
                self.breaks(
                    start, start + len(keyword.arg), keyword.arg[: -len(was)] + became, keyword.lineno
                )

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, bool):
            self.swaps(node, str(not node.value))
        elif isinstance(node.value, int):
            self.swaps(node, str(node.value + 1))

    def visit_Attribute(self, node: ast.Attribute) -> None:
        if isinstance(node.value, ast.Name) and node.value.id == "Floor":
            self.swaps(node, f"Floor.{FLOORS[node.attr]}")
        self.generic_visit(node)

    def visit_Tuple(self, node: ast.Tuple) -> None:
        self._members(node.elts, node)

    def visit_List(self, node: ast.List) -> None:
        self._members(node.elts, node)

    def visit_Set(self, node: ast.Set) -> None:
        self._members(node.elts, node)

    def _members(self, members: list[ast.expr], node: ast.AST) -> None:
        for member in members if isinstance(getattr(node, "ctx", None), (ast.Load, type(None))) else ():
            self._leaves_out(member)
        self.generic_visit(node)

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):
            if not self.text(node).startswith("register("):
                self.swaps(node, "pass")
            self.generic_visit(node)

    def visit_Raise(self, node: ast.Raise) -> None:
        self.swaps(node, "pass")

    def visit_If(self, node: ast.If) -> None:
        self.swaps(node.test, f"not ({self.text(node.test)})")
        self.generic_visit(node)

    def visit_IfExp(self, node: ast.IfExp) -> None:
        self.swaps(node.test, f"not ({self.text(node.test)})")
        self.generic_visit(node)

    def _leaves_out(self, node: ast.AST) -> None:
        """With the comma after it. In a pair of brackets of one, nothing is left, or an empty one."""
        start, end = self.span(node)
        rest = self.source[end:]
        comma = len(rest) - len(rest.lstrip())
        if rest[comma : comma + 1] == b",":
            end += comma + 1
        self.breaks(start, end, "", node.lineno)  # type: ignore[attr-defined]


_WORD = {
    ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=",
    ast.In: "in", ast.NotIn: "not in", ast.Is: "is", ast.IsNot: "is not",
}  # fmt: skip


def mutants_of(root: Path, path: str) -> Iterator[Mutant]:
    """In the order they stand; each once."""
    source = (root / path).read_bytes()
    making = Making(path, source)
    making.visit(ast.parse(source))
    done = set()
    for mutant in sorted(making.found, key=lambda one: (one.start, one.end)):
        broken = (mutant.start, mutant.end, mutant.became)
        if broken not in done:
            done.add(broken)
            yield mutant
