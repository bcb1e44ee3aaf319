"""Who works where: a role ends, begins again; the key person changes; an account closes; time passes."""

from __future__ import annotations

from datetime import timedelta

from hypothesis.stateful import precondition, rule

from seren.people.accounts.domain import close_account, invite
from seren.people.families import domain as families
from seren.people.families.terms import ChangeReason, KeyKind
from seren.people.provision import domain as provision
from tests.stateful.ground import PICK, History
from tests.stateful.nursery import FAMILY, STAFF

STAFF_NAMES = ("key", "other-room", "deputy", "lead", "two-hats", "lead-elsewhere")
LEADERS = (*("manager",) * 6, "deputy", "lead", "other-room")
CHILDREN = ("mali", "osian")
ROOMS = ("Acorns", "Oaks")
# Past an undo, past a day of law, past a caution, past the bin, past a year's review.
STEPS = (
    timedelta(seconds=11),
    timedelta(hours=25),
    timedelta(days=9),
    timedelta(days=40),
    timedelta(days=500),
)


YEAR = timedelta(days=365)  # no history goes on past the days of law we know


class Work(History):
    @rule(pick=PICK)
    def end_employment(self, pick):
        who, staff = pick(LEADERS, STAFF_NAMES)
        row = self.nursery.row("provision.Membership", self.nursery.roles[staff])
        if row.until_at is None:
            done, _made = self.does(provision.end_membership, who, membership=row, until_at=self.law.now)
            if done:
                self.law.roles.discard(staff)
                self.narrows()

    @rule(pick=PICK)
    def rehire(self, pick):
        who, staff, signs = pick(LEADERS, STAFF_NAMES, (True, False))
        role, place, room = STAFF[staff]
        setting = self.nursery.row("provision.Setting", self.nursery.settings[place])
        given = {"person": self.nursery.people[staff], "role": role, "from_at": self.law.now}
        place_in = self.nursery.row("provision.Room", self.nursery.rooms[room]) if room else None
        done, made = self.does(provision.add_member, who, setting=setting, room=place_in, **given)
        if done:
            self.nursery.roles[staff] = made.pk
            if signs:
                self.does(provision.give_statement, staff, membership=made)
                self.law.roles.add(staff)

    @rule(pick=PICK)
    def move_room(self, pick):
        who, child, room = pick(LEADERS, CHILDREN, ROOMS)
        given = {"setting": self.nursery.settings["here"], "room": self.nursery.rooms[room]}
        self.does(families.move_room, who, child=self.child(child), **given)

    @rule(pick=PICK)
    def change_key_person(self, pick):
        who, child, staff = pick(LEADERS, CHILDREN, STAFF_NAMES)
        given = {
            "setting": self.nursery.settings["here"],
            "person": self.nursery.people[staff],
            "kind": KeyKind.KEY,
            "reason": ChangeReason.PARENT,
            "handover": "Likes the sand.",
        }
        self.does(families.name_key_person, who, child=self.child(child), **given)

    @rule(pick=PICK)
    def write_a_letter(self, pick):
        who, adult = pick(LEADERS, FAMILY)
        self.does(invite, who, person=self.nursery.row("accounts.Person", self.nursery.people[adult]))

    @precondition(lambda self: not self.law.closed)
    @rule(pick=PICK)
    def close_account(self, pick):
        who, adult = pick(LEADERS, ("mother", "father", "gran"))
        row = self.nursery.row("accounts.Person", self.nursery.people[adult])
        done, _made = self.does(close_account, who, person=row)
        if done:
            self.law.closed.add(adult)

    @precondition(lambda self: self.law.now < self.nursery.present + YEAR)
    @rule(pick=PICK)
    def time_passes(self, pick):
        """No deny ends by it: the invariants say so."""
        step = pick.one(STEPS)
        self.law.now += step
        self.clock_moved()
