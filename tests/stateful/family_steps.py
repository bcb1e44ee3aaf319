"""Who is whose: guardians, homes, who is let in, who collects, who shows themselves to whom."""

from __future__ import annotations

from uuid import UUID

from hypothesis.stateful import precondition, rule

from seren.foundation.access.door import SystemReason, system
from seren.people.families import domain as families
from seren.people.families.domain.collecting import Named
from seren.people.families.models import Guardianship
from seren.people.families.terms import Pattern, Relation, Responsibility
from tests.stateful.ground import PICK, History
from tests.stateful.law import key
from tests.stateful.nursery import facts

ADULTS = ("father", "gran", "partner", "partner", "other-room", "manager", "mother")
CHILDREN = ("mali", "mali", "osian")
LEADERS = (*("manager",) * 6, "deputy", "lead", "key", "their manager")
PARENTS = (*("mother", "father") * 3, "two-hats", "partner", "gran", "their mother")
KINDS = (Responsibility.YES, Responsibility.NO, Responsibility.UNKNOWN)


class Families(History):
    @rule(pick=PICK)
    def link_guardian(self, pick):
        who, adult, child, kind = pick(LEADERS, ADULTS, CHILDREN, KINDS)
        given = facts(kind, care=kind is not Responsibility.YES)
        person = self.nursery.people[adult]
        done, _made = self.does(
            families.add_guardian, who, child=self.child(child), adult=person, facts=given
        )
        if done:
            self.law.guardians[adult, child] = kind is Responsibility.YES
            self.law.ever.add((adult, child))

    @precondition(lambda self: self.law.guardians)
    @rule(pick=PICK)
    def end_guardian(self, pick):
        who = pick.one(LEADERS)
        adult, child = pick.one(sorted(self.law.guardians))
        tie = system(SystemReason.SHOWING, Guardianship).get(
            adult=self.nursery.people[adult], child=self.nursery.children[child], until_at__isnull=True
        )
        done, _made = self.does(families.end_guardian, who, guardianship=tie)
        if done:
            del self.law.guardians[adult, child]
            self.law.grants -= {one for one in self.law.grants if (one[0], one[2]) == (adult, child)}
            self.narrows()

    @rule(pick=PICK)
    def separate(self, pick):
        """A second home: a new address, one adult, the child part of the time."""
        who, adult, child = pick(LEADERS, ADULTS, CHILDREN)
        number = len(self.nursery.homes)
        name = f"home {number}"
        address = {"lines": [f"1 {name} lane"], "town": "Hill", "postcode": f"HL2 {number}BB"}
        here = self.nursery.settings["here"]
        done, home = self.does(families.make_household, who, setting=here, address=address, phone=None)
        if done:
            self.nursery.homes[name] = home.pk
            self._joins(who, adult, name, child)
            lives = {"household": home, "child": self.child(child), "pattern": Pattern.PART}
            lived, _made = self.does(families.child_lives, who, **lives)
            if lived:
                self.law.lived.add((child, name))

    @rule(pick=PICK)
    def join_home(self, pick):
        who, adult, child = pick(LEADERS, ADULTS, CHILDREN)
        self._joins(who, adult, pick.one(sorted(self.nursery.homes)), child)

    def _joins(self, who, adult, home, child):
        row = self.nursery.row("families.Household", self.nursery.homes[home])
        person = self.nursery.people[adult]
        done, _made = self.does(
            families.join_household, who, household=row, person=person, child=self.child(child)
        )
        if done:
            self.law.members.add((adult, home))

    @rule(pick=PICK)
    def leave_home(self, pick):
        who, child = pick(LEADERS, CHILDREN)
        adult, home = pick.one(sorted(self.law.members) or [("mother", "terrace")])
        row = self.nursery.row("families.Household", self.nursery.homes[home])
        person = self.nursery.people[adult]
        done, _made = self.does(
            families.leave_household, who, household=row, person=person, child=self.child(child)
        )
        if done:
            self.law.members.discard((adult, home))
            self.narrows()

    @rule(pick=PICK)
    def let_in(self, pick):
        who, adult, child = pick(PARENTS, ADULTS, CHILDREN)
        given = {"adult": self.nursery.people[adult], "relation": Relation.GRANDPARENT}
        done, made = self.does(families.invite_viewer, who, child=self.child(child), **given)
        if done:
            self.law.grants.add((who, adult, child))
            self.granted[who, adult, child] = made.pk

    @precondition(lambda self: self.law.grants)
    @rule(pick=PICK)
    def shut_out(self, pick):
        grant = pick.one(sorted(self.law.grants))
        who = pick.one((grant[0], grant[0], "mother", "father"))
        row = self.nursery.row("families.FamilyViewer", self.granted[grant])
        done, _made = self.does(families.end_viewer, who, viewer=row)
        if done:
            assert who == grant[0], "only the granter ends what they granted"
            self.law.grants.discard(grant)
            self.narrows()

    @rule(pick=PICK)
    def name_collector(self, pick):
        who, child = pick(PARENTS, CHILDREN)
        named = Named(f"Bryn of {who}", Relation.OTHER, "Copper kestrel", old_enough=True)
        done, made = self.does(families.name_collector, who, child=self.child(child), named=named)
        if done:
            self.law.collectors[key(made)] = (who, child)
            self.law.touched = frozenset({who}) | self.law.roles

    @precondition(lambda self: self.law.collectors)
    @rule(pick=PICK)
    def end_collector(self, pick):
        who = pick.one(PARENTS)
        row = self.nursery.row("families.Collector", UUID(pick.one(sorted(self.law.collectors))))
        done, _made = self.does(families.end_collector, who, collector=row)
        if done:
            self.narrows()

    @rule(pick=PICK)
    def show_or_hide(self, pick):
        who, child, shows = pick(PARENTS, CHILDREN, (True, False))
        verb = families.show_oneself if shows else families.hide_oneself
        done, _made = self.does(verb, who, child=self.child(child))
        if done:
            (self.law.shown.add if shows else self.law.shown.discard)((who, child))
            self.law.narrowed = not shows
