"""What every step of a history stands on: who acts, at which instant, and what the act wrote to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from random import Random
from typing import Any, ClassVar

from django.apps import apps
from django.db import connection, transaction
from hypothesis import strategies as some
from hypothesis.stateful import RuleBasedStateMachine, invariant

from seren.foundation.access.door import Actor, NotThere, Rule, declared, may
from seren.foundation.kernel.refusals import Refused
from tests.stateful.invariants import Seen, faults
from tests.stateful.law import Law
from tests.stateful.lists import Lists, Looking
from tests.stateful.nursery import Nursery
from tests.sweep.kept import written

ASKED_AGAIN = 0.3  # of the steps: one of everybody’s rows is asked about by itself


class Pick:
    """Who and what of one step. One number stands for all of it: a history is shortened by whole steps."""

    def __init__(self, seed: int) -> None:
        self.seed, self.random = seed, Random(seed)

    def one(self, among: Sequence[Any]) -> Any:
        return self.random.choice(among)

    def __call__(self, *among: Sequence[Any]) -> tuple[Any, ...]:
        return tuple(map(self.one, among))

    def __repr__(self) -> str:
        return f"Pick({self.seed})"


PICK = some.integers(0, 2**32 - 1).map(Pick)


@dataclass
class Stage:
    """A nursery nothing has happened in yet. Every history begins here and is undone."""

    nursery: Nursery
    looking: Looking
    first: dict[str, Lists]
    foreign: frozenset[str]
    histories: int = 0
    steps: int = 0
    done: dict[str, int] | None = None  # by the name of the verb: how often it went through

    @classmethod
    def set(cls, nursery: Nursery) -> Stage:
        looking = Looking({who: nursery.actor(who) for who in nursery.people})
        first = looking.look(nursery.actor("mother"))
        return cls(nursery, looking, first, _rows_of(nursery.stranger), done={})


class History(RuleBasedStateMachine):
    """The ground rules. Steps are in the modules beside this one."""

    stage: ClassVar[Stage]

    def __init__(self) -> None:
        super().__init__()
        self.point = transaction.savepoint()
        self.nursery = self.stage.nursery.copy()
        self.law = Law(self.nursery.present)
        self.stage.looking.kept = dict(self.stage.first)
        self.changed: set[str] = set()
        self.stirred = False
        self.story: list[str] = []
        self.random = Random(self.stage.histories)
        self.children: dict[str, frozenset[str]] = {}
        self.granted: dict[tuple[str, str, str], Any] = {}
        self.stage.histories += 1

    # --- what steps use

    def actor(self, who: str) -> Actor:
        return self.nursery.actor(who, at=self.law.now)

    def does(self, verb: Callable[..., Any], who: str, **given: Any) -> tuple[bool, Any]:
        """Whether it went through, and what it gave. Refused and not there are answers as good as any."""
        self.stage.steps += 1
        with written() as tables:
            try:
                made = verb(actor=self.actor(who), now=self.law.now, **given)
            except (Refused, NotThere) as no:
                self.story.append(f"{who} {verb.__name__}: {no!r}")
                return False, None
        self.story.append(f"{who} {verb.__name__}: done")
        self.changed |= tables
        assert self.stage.done is not None
        self.stage.done[verb.__name__] = self.stage.done.get(verb.__name__, 0) + 1
        return True, made

    def narrows(self) -> None:
        """Said by a step that forbids something or ends a permit."""
        self.law.narrowed = True

    def child(self, name: str) -> Any:
        return self.nursery.row("families.Child", self.nursery.children[name])

    def clock_moved(self) -> None:
        self.stirred = True
        self.story.append(f"it is {self.law.now}")

    # --- what holds after each

    @invariant()
    def holds(self) -> None:
        if self.changed or self.stirred:
            before = self.stage.looking.kept
            now = self.stage.looking.look(self.actor("mother"), None if self.stirred else self.changed)
            self._children()
            at = Seen(now, before, self.children, self.stage.foreign, self.nursery, self.law)
            found = faults(at)
            assert not found, [*found, "after", *self.story]
            if self.random.random() < ASKED_AGAIN:
                self._asked_one_by_one(now)
        self.changed, self.stirred = set(), False
        self.law.narrowed, self.law.touched = False, None

    def _asked_one_by_one(self, now: dict[str, Lists]) -> None:
        """I4: what a list holds is what is allowed when asked of one row, and nothing else is."""
        who = self.random.choice(list(now))
        action = self.random.choice(_ACTIONS)
        everybodys = sorted(frozenset().union(*(lists[action] for lists in now.values())))
        if everybodys:
            row = self.random.choice(everybodys)
            actor = self.actor(who)
            found = apps.get_model(_MODEL[action])._base_manager.get(pk=row)
            assert may(actor, _ACTION[action], found) == (row in now[who][action]), f"I4 {who} {action}"

    def _children(self) -> None:
        """Which children each row is about, for rows that may have changed."""
        with connection.cursor() as cursor:
            for table, sql in _ABOUT.items():
                if not self.children or table in self.changed:
                    cursor.execute(sql)
                    found: dict[str, set[str]] = {}
                    for row, child in cursor.fetchall():
                        found.setdefault(row, set()).add(child)
                    self.children |= {row: frozenset(held) for row, held in found.items()}

    def teardown(self) -> None:
        transaction.savepoint_rollback(self.point)


_ACTION = {str(name): name for name, rule in declared().items() if isinstance(rule, Rule)}
_MODEL = {str(name): rule.model for name, rule in declared().items() if isinstance(rule, Rule)}
_ACTIONS = sorted(_ACTION)
_ABOUT = {
    "families_child": "SELECT id, id FROM families_child",
    "journal_momentchild": "SELECT moment_id, child_id FROM journal_momentchild UNION ALL "
    "SELECT id, child_id FROM journal_momentchild",
    "journal_replyabout": "SELECT reply_id, child_id FROM journal_replyabout",
    "media_photosubject": "SELECT photo_id, subject_id FROM media_photosubject",
    "families_lives": "SELECT household_id, child_id FROM families_lives",
}


def _with_a_child() -> Iterator[str]:
    """Tables whose rows say which child they are about. One of a new room joins by itself."""
    for model in apps.get_models():
        columns = {field.column for field in model._meta.concrete_fields}
        if "child_id" in columns and "id" in columns and "provider_id" in columns:
            yield model._meta.db_table


_ABOUT |= {table: f'SELECT id, child_id FROM "{table}"' for table in _with_a_child() if table not in _ABOUT}


def _rows_of(provider: Any) -> frozenset[str]:
    """Every row of one provider."""
    found: set[str] = set()
    with connection.cursor() as cursor:
        for model in apps.get_models():
            columns = {field.column for field in model._meta.concrete_fields}
            if {"id", "provider_id"} <= columns:
                table = model._meta.db_table
                cursor.execute(f'SELECT id FROM "{table}" WHERE provider_id = %s', [provider.hex])
                found |= {str(row) for (row,) in cursor.fetchall()}
    return frozenset(found)


@contextmanager
def on_stage(nursery: Nursery) -> Iterator[Stage]:
    History.stage = Stage.set(nursery)
    yield History.stage
