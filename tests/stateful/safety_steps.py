"""Restrictions: set with and without a paper, asked to end, lifted, kept; and the clock that ends none."""

from __future__ import annotations

from uuid import UUID

from hypothesis.stateful import precondition, rule

from seren.foundation.access.door import SystemReason, system
from seren.foundation.kernel import clock
from seren.people.families.domain import Paper, ask_lift, confirm, keep, lift, record_order, restrict
from seren.people.families.models import Restriction
from seren.people.families.terms import OrderKind, RestrictionBasis, RestrictionCode
from tests.stateful.ground import PICK, History
from tests.stateful.law import Bond, key

ADULTS = ("father", "mother", "father", "gran", "two-hats", "partner", "other-room")
CHILDREN = ("mali", "mali", "osian")
LEADERS = (*("manager",) * 5, *("lead",) * 3, "deputy", "lead-elsewhere", "two-hats", "key", "mother")
CODES = (RestrictionCode.NO_INFO, *RestrictionCode)
BASES = (RestrictionBasis.CAUTION, RestrictionBasis.SAFEGUARDING)


class Safety(History):
    @rule(pick=PICK)
    def restrict(self, pick):
        who, adult, child, code, basis = pick(LEADERS, self._adults(), CHILDREN, CODES, BASES)
        noticed = self.law.noticed_by(adult)
        done, made = self.does(
            restrict, who, child=self.child(child), adult=self.nursery.people[adult],
            setting=self.nursery.settings["here"], code=code, basis=basis, reason="What was said.",
        )  # fmt: skip
        if done:
            self.law.bonds[key(made)] = Bond(adult, child, code.value, who, made.decide_by)
            self._hidden(noticed)

    @rule(pick=PICK)
    def order(self, pick):
        who, adult, child = pick(LEADERS, self._adults(), CHILDREN)
        codes = {pick.one(CODES), pick.one(CODES)}
        today = clock.day_of(self.law.now)
        paper = Paper(OrderKind.PROHIBITED_STEPS, "Hill court", "7", "What it says.", today, None, True)
        noticed = self.law.noticed_by(adult)
        done, made = self.does(
            record_order, who, child=self.child(child), adult=self.nursery.people[adult],
            setting=self.nursery.settings["here"], paper=paper, codes=sorted(codes),
        )  # fmt: skip
        if done:
            for held in system(SystemReason.SHOWING, Restriction).filter(order=made):
                before = self.law.bonds.get(key(held))
                if before is None:
                    self.law.bonds[key(held)] = Bond(adult, child, held.code, who, None)
                else:
                    before.decide_by = None  # a paper has decided it
            self._hidden(noticed)

    def _adults(self):
        """Often somebody who lets others in: what binds them reaches further."""
        return ADULTS + 3 * tuple(granter for granter, _adult, _child in sorted(self.law.grants))

    def _hidden(self, noticed):
        """It takes away, and only the bound adult and those they let in can tell."""
        self.narrows()
        self.law.touched = noticed

    @precondition(lambda self: self.law.bound())
    @rule(pick=PICK)
    def ask_lift(self, pick):
        who = pick.one(LEADERS)
        row, bond = self._bond(pick)
        done, _made = self.does(ask_lift, who, **self._about(row, bond), reason="It is over.")
        if done:
            assert bond.asked_by is None
            bond.asked_by = who

    @precondition(lambda self: self.law.bound())
    @rule(pick=PICK)
    def lift(self, pick):
        who = pick.one(LEADERS)
        row, bond = self._bond(pick)
        lawful = bond.may_lift(who, self.law.now)
        done, _made = self.does(lift, who, **self._about(row, bond))
        assert not done or lawful, f"I13 {who} lifted alone what {bond.by} set"
        bond.lifted = done

    @precondition(lambda self: self.law.bound())
    @rule(pick=PICK)
    def keep(self, pick):
        who = pick.one(LEADERS)
        row, bond = self._bond(pick)
        done, _made = self.does(keep, who, **self._about(row, bond))
        if done:
            bond.asked_by = None

    @precondition(lambda self: self.law.bound())
    @rule(pick=PICK)
    def confirm(self, pick):
        who = pick.one(LEADERS)
        row, bond = self._bond(pick)
        done, _made = self.does(confirm, who, **self._about(row, bond), words="We rang.")
        if done:
            bond.decide_by = None

    def _bond(self, pick):
        return pick.one([(r, b) for r, b in self.law.bonds.items() if not b.lifted])

    def _about(self, row, bond):
        return {"restriction": UUID(row), "child": self.nursery.children[bond.child]}
