"""The raw facts read a second time, for the invariants: nothing here is shared with the sentences, on
purpose.

A mistake made once in `dates`, `staff` or `family` must not be made again here by import.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from .facts import Id, Who
from .world import World

JOURNAL_ROLES = {"practitioner", "manager", "deputy", "safeguarding-lead", "deputy-safeguarding-lead"}
OFFICE_ROLES = JOURNAL_ROLES - {"practitioner"}


class Plain:
    """What the rows of one world say, as sets."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.provider = {x.id: x.provider for kind in world.kinds().values() for x in kind}
        self.account = {x.id: x.account for x in world.adults}
        self.moment = {x.id: x for x in world.moments}
        self.photo = {x.id: x for x in world.photos}
        self.reply = {x.id: x for x in world.replies}
        self.step = {x.id: x for x in world.steps}
        self.words = {x.id: x for x in world.home_words}
        self.request = {x.id: x for x in world.record_requests}
        self.collector = {x.id: x for x in world.collectors}
        self.guardian = self.pairs(world.guardianships, "adult", "child")
        with_pr = {(x.adult, x.child) for x in world.guardianships if self.holds(x) and x.pr == "yes"}
        grants = [x for x in world.viewers if (x.granted_by, x.child) in with_pr]
        self.viewer = self.pairs(grants, "adult", "child")
        self.member = self.pairs(world.household_members, "adult", "household")
        self.lives = self.pairs(world.lives, "child", "household")
        self.key = self.pairs(world.key_persons, "person", "child")
        self.no_image = {x.child for x in world.no_images if not x.lifted}
        self.no_image_at_all = {x.child for x in world.no_images if not x.lifted and x.reach == "all"}
        said_yes = {
            (x.child, x.setting)
            for x in world.permissions
            if x.said == "yes" and (x.adult, x.child) in with_pr
        }
        self.permitted = said_yes - {(x.child, x.setting) for x in world.permissions if x.said != "yes"}
        self.shown = {(x.adult, x.to, x.kind) for x in world.shown if self.holds(x)}
        self.hats: dict[Id, list[Any]] = defaultdict(list)
        for row in world.memberships:
            if self.holds(row) and row.statement_at is not None and row.statement_at <= world.now:
                self.hats[row.person].append(row)
        self.places: dict[Id, list[Any]] = defaultdict(list)
        for place in world.enrolments:
            self.places[place.child].append(place)
        self.ever_lived: dict[Id, set[Id]] = defaultdict(set)
        for home in world.lives:
            self.ever_lived[home.household].add(home.child)
        self.bound: dict[Id, list[Any]] = defaultdict(list)
        for order in world.restrictions:
            ended = order.decide_by and order.lifted_at and order.decide_by <= order.lifted_at
            by_one = ended and any(one != order.imposed_by for one in order.lifted_by)
            two = len(set(order.lifted_by)) >= 2
            if not (two or by_one) and not (order.from_at and order.from_at > world.now):
                self.bound[order.adult].append(order)

    def holds(self, row: Any) -> bool:
        if row.from_at is None or row.from_at > self.world.now:
            return False
        return row.until_at is None or self.world.now < row.until_at

    def pairs(self, rows: Iterable[Any], one: str, other: str) -> set[tuple[Id, Id]]:
        return {(getattr(x, one), getattr(x, other)) for x in rows if self.holds(x)}

    def closed_children(self, person: Id, codes: set[str]) -> set[Id]:
        """Children for whom a standing order of one of these codes binds this adult."""
        return {row.child for row in self.bound[person] if codes & set(row.codes)}

    def hats_of(self, who: Who, setting: Id | None) -> list[Any]:
        """Hats that count now: given statement, in force, here, and with a second factor."""
        if who.level != "strong":
            return []
        return [hat for hat in self.hats[who.person] if hat.setting == setting]

    def works_in_journal(self, who: Who, setting: Id | None) -> bool:
        return any(hat.role in JOURNAL_ROLES for hat in self.hats_of(who, setting))

    def works_with(self, who: Who, child: Id) -> bool:
        """Some hat here that could open this child: office, the child's room, or key person."""
        for place in self.places[child]:
            for hat in self.hats_of(who, place.setting):
                if hat.role in OFFICE_ROLES or (
                    hat.role in JOURNAL_ROLES and (who.person, child) in self.key
                ):
                    return True
                if (
                    hat.role in JOURNAL_ROLES | {"volunteer", "trainee"}
                    and hat.room
                    and hat.room == place.room
                ):
                    return True
        return False

    def family_of(self, who: Who, child: Id) -> bool:
        return (who.person, child) in self.guardian or (who.person, child) in self.viewer
