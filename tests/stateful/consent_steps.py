"""Permission: asked, answered, taken back; and that a no is never forgotten."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.apps import apps
from hypothesis.stateful import precondition, rule

from seren.foundation.access.door import SystemReason, system
from seren.foundation.kernel import clock
from seren.people.consent import domain as consent
from seren.people.consent.policies import in_force_for
from seren.people.consent.terms import Code
from tests.stateful.ground import PICK, History
from tests.stateful.law import key

CODES = (Code.PHOTO_WEB, Code.PHOTO_WEB, Code.OUT_SPECIFIC)
CHILDREN = ("mali", "mali", "osian")
STAFF = (*("manager",) * 5, "deputy", "lead", "two-hats")
ADULTS = ("mother", "father", "mother", "father", "two-hats", "partner", "gran")
TRIP = "Dragon wood"


class Permission(History):
    @rule(pick=PICK)
    def ask(self, pick):
        who, child, code = pick(STAFF, CHILDREN, CODES)
        trip = code is Code.OUT_SPECIFIC
        until = clock.day_of(self.law.now + timedelta(days=20)) if trip else None
        given = {"code": code, "scope": TRIP if trip else "", "until": until}
        done, made = self.does(consent.ask, who, place=self._place(child), **given)
        if done:
            self.law.asked[key(made)] = (child, code.value)

    @precondition(lambda self: self.law.asked)
    @rule(pick=PICK)
    def answer_asked(self, pick):
        who, yes = pick(ADULTS, (True, False))
        row, about = self._asking(pick)
        done, _made = self.does(consent.answer, who, asked=self._asked_row(row), yes=yes, language="en")
        if done:
            self._says(about, who, "yes" if yes else "no")

    @precondition(lambda self: self.law.asked)
    @rule(pick=PICK)
    def take_back(self, pick):
        who = pick.one(ADULTS)
        row, about = self._asking(pick)
        done, _made = self.does(consent.withdraw, who, asked=self._asked_row(row), language="en")
        if done:
            assert self.law.said[about].get(who) == "yes", "only a yes is taken back"
            self._says(about, who, "no")

    def _says(self, about, who, word):
        self.law.said.setdefault(about, {})[who] = word
        self.law.touched = frozenset({who}) | self.law.roles  # never the other parent
        self._stands(about)

    def _stands(self, about):
        """Whatever else holds: without a yes nothing is in force, and beside a no nothing is."""
        child, code = about
        scope = TRIP if code == Code.OUT_SPECIFIC else ""
        condition = in_force_for(
            Code(code), self.actor("manager"), child="pk", setting=self.nursery.settings["here"], scope=scope
        )
        children = system(SystemReason.DECIDING, apps.get_model("families.Child"))
        held = children.filter(condition, pk=self.nursery.children[child]).exists()
        words = self.law.said[about]
        responsible = {who for (who, c), pr in self.law.guardians.items() if c == child and pr}
        assert not held or "yes" in words.values(), "in force, and nobody said yes"
        refused = any(words.get(who) == "no" for who in responsible)
        assert not (held and refused), f"{code} in force beside a no"

    def _place(self, child):
        rows = system(SystemReason.SHOWING, apps.get_model("families.Enrolment"))
        return rows.filter(child=self.nursery.children[child], until_at__isnull=True).get().pk

    def _asking(self, pick):
        row = pick.one(sorted(self.law.asked))
        return row, self.law.asked[row]

    def _asked_row(self, row):
        return self.nursery.row("consent.Asked", UUID(row))
