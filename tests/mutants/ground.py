"""Where a mutant of a condition is tried quickly: worlds loaded once, what the oracles say known beforehand.

Each try is a process of its own, made by `fork`: it puts the broken words in place, asks, and ends. So
nothing of it stays, and nothing is loaded again.
"""

from __future__ import annotations

import importlib.util
import os
import random
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from seren.foundation.access import rules
from tests import world as worlds
from tests.instant import NOW
from tests.matching.loading import Loader
from tests.matching.looking import Among, look
from tests.matching.test_family_page import Page, with_nobodys_choice
from tests.mutants.making import Mutant
from tests.oracle import worlds as oracle_worlds
from tests.oracle.facts import Who
from tests.oracle.questions import seen_by
from tests.oracle.shapes import gate_people, gate_ties
from tests.people.consent import test_standing
from tests.people.consent.rows import Rows

KILLED, SURVIVED, BROKE = 10, 11, 12
PATIENCE = 240  # seconds a try may take: a mutant that goes on for ever is noticed too
# What is read anew, in the order it was read at first: rules, what stands on them, and who asks.
PARTS = {"policies", "queries", "conditions"}
DOORS = ("seren.foundation.media.door",)
ASKING = ["tests.matching.looking", "tests.matching.test_family_page", "tests.people.consent.test_standing"]


@dataclass
class Ground:
    """What is asked of every mutant, and what a world that is whole answers."""

    held: Any
    said: list[tuple[Any, Among, dict[str, frozenset[Any]]]]
    named: list[tuple[Any, frozenset[Any]]]
    permission: Rows
    permitted: Any

    def differs(self, path: str = "") -> str:
        """The first thing answered otherwise than the oracles say; what a file is about is asked first."""
        checks = [self._lists, self._family_page, self._permissions]
        for check in reversed(checks) if "/consent/" in path or "family_page" in path else checks:
            if found := check():
                return found
        return ""

    def _lists(self) -> str:
        looking = importlib.import_module(ASKING[0])
        for who, among, theirs in self.said:
            ours = looking.look(self.held, who, among, signed=False)
            for question, seen in ours.items():
                if seen != theirs[question]:
                    return f"{question}: {self.held.batch.labels[who.person]}"
        return ""

    def _family_page(self) -> str:
        page = importlib.import_module(ASKING[1]).Page(self.held)
        for who, adults in self.named:
            if page.differs(who, adults):
                return f"on the family page: {self.held.batch.labels[who.person]}"
        return ""

    def _permissions(self) -> str:
        standing = importlib.import_module(ASKING[2])
        for instant in test_standing.INSTANTS:
            wrong, _states = standing.compared(self.permission, self.permitted, instant)
            if wrong:
                return f"permission at {instant}: {wrong[0][0]}"
        return ""


@contextmanager
def ground() -> Iterator[Ground]:
    connection = worlds.open_tables("mutants", cached_statements=2_000)
    with worlds.connected_to(connection), worlds.undone(connection):
        plan = oracle_worlds.Plan("mutants", _people(), gate_ties(), thin=True)
        batch = with_nobodys_choice(oracle_worlds.make(plan))
        held = Loader(batch).load()
        actors = random.Random(1).sample(batch.actors, len(batch.actors))
        said = [_said(held, who, Among(held, who, 1)) for who in actors]
        made = test_standing.worlds()[::40]
        granters = (Who(one, "known") for one, label in batch.labels.items() if label.endswith(" granter"))
        named = [(who, Page(held).said(who)) for who in (*actors, *granters)]
        yield Ground(held, said, named, Rows(made, NOW), made)
    worlds.close_database(connection)


def _people() -> tuple[Any, ...]:
    """A third, and everybody who signs in at more than one level: what needs the second step shows there."""
    people = tuple(gate_people())
    return tuple(one for n, one in enumerate(people) if n % 3 == 0 or len(one.levels) > 1)


def _said(held: Any, who: Any, among: Among) -> tuple[Any, Among, dict[str, frozenset[Any]]]:
    """Of a thing the database cannot hold nothing is asked."""
    ours = look(held, who, among, signed=False)
    theirs = seen_by(held.batch.world, who, frozenset(ours), among.ids)
    asked = {question: theirs[question] for question in ours}
    return who, among, {
        question: frozenset(one for one in seen if _is_there(one, held, among))
        for question, seen in asked.items()
    }  # fmt: skip


def _is_there(one: Any, held: Any, among: Among) -> bool:
    first = one[0] if isinstance(one, tuple) else one
    return first not in held.left_out and among.holds(first)


def tried(mutant: Mutant, source: bytes, asks: Callable[[], str]) -> tuple[int, str]:
    """In a process of its own: killed (and by what), survived, or broke as it was read."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        signal.alarm(PATIENCE)
        code, words = _in_the_child(mutant, source, asks)
        os.write(writing, words.encode()[:4000])
        os._exit(code)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        words = pipe.read().decode(errors="replace")
    _child, status = os.waitpid(child, 0)
    return (os.WEXITSTATUS(status) if os.WIFEXITED(status) else KILLED), words


def _in_the_child(mutant: Mutant, source: bytes, asks: Callable[[], str]) -> tuple[int, str]:
    try:
        _read_anew(mutant.path, mutant.applied(source))
    except Exception as wrong:
        return BROKE, f"{type(wrong).__name__}: {wrong}"
    try:
        words = asks()
    except Exception:
        return KILLED, traceback.format_exc(limit=-1).strip().splitlines()[-1]
    return (KILLED, words) if words else (SURVIVED, "")


def _read_anew(path: str, source: bytes) -> None:
    """Every module of rules and of what is read by them again, the broken one from `source`."""
    order = [n for n in sys.modules if n in DOORS or (n.startswith("seren.") and PARTS & set(n.split(".")))]
    order += ASKING
    rules._rules.clear()
    for name in order:
        sys.modules.pop(name, None)
    sys.meta_path.insert(0, Broken(path, source))
    for name in order:
        importlib.import_module(name)


class Broken:
    """Gives the one module its broken words, whoever imports it first."""

    def __init__(self, path: str, source: bytes) -> None:
        self.name = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        self.package, self.source = path.endswith("__init__.py"), source

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> Any:
        if name == self.name:
            return importlib.util.spec_from_loader(name, self, is_package=self.package)
        return None

    def create_module(self, spec: Any) -> None: ...

    def exec_module(self, module: Any) -> None:
        exec(compile(self.source, self.name, "exec"), module.__dict__)
