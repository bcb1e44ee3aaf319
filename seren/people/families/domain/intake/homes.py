"""Households of a list: one address each, who belongs there, which child lives there and how much."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from django.utils.translation import gettext as _

from seren.people.families.domain.homes import (
    child_lives,
    child_moves_out,
    join_household,
    keep_household,
    leave_household,
    make_household,
)
from seren.people.families.domain.intake.adults import Adults
from seren.people.families.domain.intake.agreeing import ADDRESS
from seren.people.families.domain.intake.children import Children
from seren.people.families.domain.intake.here import Here
from seren.people.families.domain.intake.merging import Facts
from seren.people.families.domain.intake.planning import Planning
from seren.people.families.domain.intake.reading import Line
from seren.people.families.models import Household, ImportedRef
from seren.people.families.terms import ImportedKind, LivesWith, Pattern

_HOUSE, _BELONGS, _LIVES = ImportedKind.HOUSEHOLD, ImportedKind.BELONGS, ImportedKind.LIVES
Address = Mapping[str, Any]


class Homes:
    def __init__(
        self, plan: Planning, here: Here, children: Children, adults: Adults, lines: Sequence[Line]
    ) -> None:
        self._plan, self._here, self._children, self._adults = plan, here, children, adults
        self._lines = [
            line
            for line in lines
            if line.said["child_ref"] not in children.passed_by
            and not adults.is_closed(line.said["adult_ref"])
        ]

    def plan_all(self) -> None:
        self._households()
        seen: set[str] = set()
        for line in self._lines:
            if line.said["adult_ref"] not in seen:
                seen.add(line.said["adult_ref"])
                self._belongs(line)
        for (child, household), (line, pattern) in self._patterns().items():
            self._lives(line, child, household, pattern)

    def _households(self) -> None:
        addresses: dict[str, tuple[Line, Address | None]] = {}
        for line in self._lines:
            key, said = line.said["household"], _address(line)
            if key not in addresses or (said and not addresses[key][1]):
                addresses[key] = (line, said)
        for key, (line, said) in addresses.items():
            row = self._plan.refs.found(_HOUSE, key)
            if row is None or row.household is None:
                self._plan.new(line.number, key, _("A new household."))
                self._plan.do(partial(self._make, key, said))
            else:
                self._plan.households[key] = row.household
                self._moved(key, line, said, row.household)

    def _make(self, key: str, said: Address | None) -> None:
        plan = self._plan
        plan.households[key] = made = make_household(
            actor=plan.actor, setting=plan.setting.id, address=said, phone=None, now=plan.now
        )
        plan.refs.note(_HOUSE, key, facts={"address": _text(said)}, household=made)

    def _moved(self, key: str, line: Line, said: Address | None, there: Household) -> None:
        """A list that leaves the address empty says nothing of it."""
        if said is None:
            return
        if not self._here.may_move(there.id):
            self._plan.left(line.number, key, _("address: it is changed on its own page. It stays."))
            return
        facts = {"address": _text(said)}
        merged = self._plan.compare(line.number, key, (_HOUSE, key), facts, {"address": _text(there.address)})
        if merged.take:
            self._plan.do(partial(self._keep, key, there, said, merged.take))

    def _keep(self, key: str, there: Household, said: Address, take: Facts) -> None:
        plan = self._plan
        keep_household(
            actor=plan.actor, household=there, address=said, phone=there.phone or None, now=plan.now
        )
        plan.refs.note(_HOUSE, key, facts=take, household=there)

    def _belongs(self, line: Line) -> None:
        ref, key = line.said["adult_ref"], line.said["household"]
        row = self._plan.refs.found(_BELONGS, ref)
        there = self._plan.households.get(key)
        if row is None:
            self._plan.do(partial(self._join, line, None))
        elif (row.household_id, row.adult_id) not in self._here.members:
            words = _("household: this adult has moved out here. It stays so.")
            self._plan.left(line.number, self._adults.who(line), words)
        elif there is None or row.household_id != there.id:
            self._plan.changed(line.number, self._adults.who(line), "household")
            self._plan.do(partial(self._join, line, row))
            self._leaves(line, row)

    def _join(self, line: Line, row: ImportedRef | None) -> None:
        plan = self._plan
        child = plan.children[line.said["child_ref"]]
        person, home = plan.adults[line.said["adult_ref"]], plan.households[line.said["household"]]
        if row is not None and row.household is not None:
            leave_household(
                actor=plan.actor, household=row.household, person=person, child=child, now=plan.now
            )
        join_household(actor=plan.actor, household=home, person=person, child=child, now=plan.now)
        plan.refs.note(_BELONGS, line.said["adult_ref"], facts={}, adult=person, household=home)

    def _leaves(self, line: Line, row: ImportedRef) -> None:
        """Children of an adult who moved do not live on where nobody of the list belongs any more."""
        kept = {
            (each.said["child_ref"], self._plan.households[each.said["household"]].id)
            for each in self._lines
            if each.said["household"] in self._plan.households
        }
        for each in self._lines:
            ref = each.said["child_ref"]
            child = self._plan.children.get(ref)
            if each.said["adult_ref"] != line.said["adult_ref"] or child is None:
                continue
            lives = (child.id, row.household_id) in self._here.lives
            if lives and row.household and (ref, row.household_id) not in kept:
                self._plan.do(partial(self._out, ref, row.household))

    def _out(self, ref: str, household: Household) -> None:
        plan = self._plan
        child_moves_out(actor=plan.actor, household=household, child=plan.children[ref], now=plan.now)

    def _patterns(self) -> dict[tuple[str, str], tuple[Line, str]]:
        """How much of the time each child lives in each household: all where it is the only one."""
        said: dict[tuple[str, str], tuple[Line, str]] = {}
        homes: dict[str, set[str]] = defaultdict(set)
        for line in self._lines:
            child, key = line.said["child_ref"], line.said["household"]
            lives = line.get("lives_with") or LivesWith.NO
            before = said.get((child, key), (line, ""))
            pattern = {LivesWith.YES: Pattern.ALL.value, LivesWith.PART: Pattern.PART.value}.get(lives, "")
            said[child, key] = (before[0], min(filter(None, (before[1], pattern)), default=""))
            if pattern:
                homes[child].add(key)
        return {
            (child, key): (line, Pattern.PART.value if pattern and len(homes[child]) > 1 else pattern)
            for (child, key), (line, pattern) in said.items()
        }

    def _lives(self, line: Line, child: str, key: str, pattern: str) -> None:
        ref = (_LIVES, child, key)
        there, home = self._plan.children.get(child), self._plan.households.get(key)
        here = self._here.lives.get((there.id, home.id), "") if there and home else ""
        if self._plan.refs.found(*ref) is None and not here:
            if pattern:
                self._plan.do(partial(self._live, ref, pattern))
            return
        merged = self._plan.compare(
            line.number, self._children.who(line), ref, {"lives_with": pattern}, {"lives_with": here}
        )
        if merged.take:
            self._plan.do(partial(self._live, ref, pattern))

    def _live(self, ref: tuple[ImportedKind, str, str], pattern: str) -> None:
        plan = self._plan
        child, home = plan.children[ref[1]], plan.households[ref[2]]
        if pattern:
            child_lives(actor=plan.actor, household=home, child=child, pattern=Pattern(pattern), now=plan.now)
        else:
            child_moves_out(actor=plan.actor, household=home, child=child, now=plan.now)
        plan.refs.note(*ref, facts={"lives_with": pattern}, child=child, household=home)


def _address(line: Line) -> Address | None:
    said = {column: line.get(column) for column in ADDRESS}
    if not any(said.values()):
        return None
    lines = [said[column] for column in ADDRESS[:2] if said[column]]
    return {"lines": lines, "town": said["town"], "postcode": said["postcode"]}


def _text(address: Address | None) -> str:
    if not address:
        return ""
    return "\n".join([*address.get("lines", []), address.get("town", ""), address.get("postcode", "")])
