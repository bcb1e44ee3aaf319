"""One list held against what is here. It gathers faults, what to tell, and what to do; it changes nothing."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Doer
from seren.foundation.kernel import clock
from seren.people.families.domain.intake.merging import Facts, Merged, merge
from seren.people.families.domain.intake.refs import Refs
from seren.people.families.domain.intake.telling import Fault, Outcome, Step
from seren.people.families.models import Child, Household
from seren.people.families.terms import ImportedKind

Act = Callable[[], None]


class Planning:
    """What is planned for one setting. `acts` are done in order, in one section, by the same object.

    While they run, what they make is found by the keys of the list: `children`, `adults`, `households`.
    `setting` is a row of provision, handed on to its verbs.
    """

    def __init__(self, actor: Doer, setting: Any, now: datetime, *, make_rooms: bool) -> None:
        self.actor, self.setting, self.now, self.make_rooms = actor, setting, now, make_rooms
        self.faults: list[Fault] = []
        self.steps: list[Step] = []
        self.acts: list[Act] = []
        self.children: dict[str, Child] = {}
        self.adults: dict[str, UUID] = {}
        self.households: dict[str, Household] = {}
        self.refs = Refs(setting)

    @property
    def today(self) -> date:
        return clock.day_of(self.now)

    def fault(self, line: int, column: str, reason: str) -> None:
        self.faults.append(Fault(line, column, reason))

    def tell(self, line: int, outcome: Outcome, who: str, what: str) -> None:
        self.steps.append(Step(line, outcome, who, what))

    def new(self, line: int, who: str, what: str) -> None:
        self.tell(line, Outcome.NEW, who, what)

    def changed(self, line: int, who: str, fact: str) -> None:
        self.tell(line, Outcome.CHANGED, who, _("%(fact)s: changed.") % {"fact": fact})

    def left(self, line: int, who: str, what: str) -> None:
        self.tell(line, Outcome.LEFT, who, what)

    def do(self, act: Act) -> None:
        self.acts.append(act)

    def compare(
        self,
        line: int,
        who: str,
        key: tuple[ImportedKind, *tuple[str, ...]],
        said: Facts,
        here: Facts,
        kept: Mapping[str, str] | None = None,
    ) -> Merged:
        """Which facts the list may change, told line by line. `kept`: facts it may not, with the reason."""
        row = self.refs.found(*key)
        merged = merge(said, here, row.facts if row else {}, self.refs.prints(*key), kept or {})
        for fact in merged.take:
            self.changed(line, who, fact)
        for fact in merged.left:
            words = (kept or {}).get(fact) or _("%(fact)s: somebody set this here. It stays.")
            self.left(line, who, words % {"fact": fact})
        return merged
