"""Moments and stars: noted, shared, undone, taken back, binned; pictures named and removed; answers."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from hypothesis.stateful import precondition, rule

from seren.foundation.access.door import SystemReason, system
from seren.foundation.kernel import ids
from seren.foundation.media.door import Received
from seren.foundation.media.models import Photo
from seren.foundation.media.terms import PhotoState
from seren.foundation.notify.kinds import of as kind_of
from seren.foundation.notify.kinds import told
from seren.foundation.notify.models import Notice
from seren.foundation.search.door import find
from seren.partnership.journal import domain as journal
from seren.partnership.journal.models import Moment
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.terms import Audience, ReplyKind
from tests.stateful.ground import PICK, History
from tests.stateful.law import Talk, Told, key

STAFF = (*("key",) * 5, "two-hats", "other-room", "manager", "their practitioner")
PARENTS = (*("mother", "father") * 3, "two-hats", "partner", "gran")
ANYBODY = (
    *("key", "mother", "father") * 2,
    "two-hats",
    "other-room",
    "manager",
    "their mother",
)
TOGETHER = (("mali",), ("osian",), ("mali", "osian"), ("mali", "osian"))
UNDO = timedelta(seconds=10)
MOST = 4  # moments of one history: more of the same show nothing new, and each is asked about of everybody
BRICKS = ("seven", "eleven", "twenty", "ninety")
ACTS = {
    "share": journal.share_moment, "undo": journal.undo_share, "take back": journal.withdraw_moment,
    "show again": journal.restore_moment, "bin": journal.bin_moment, "out of the bin": journal.unbin_moment,
}  # fmt: skip


class Journal(History):
    @precondition(lambda self: len(self.law.moments) < MOST)
    @rule(pick=PICK)
    def note(self, pick):
        who, children, share = pick(STAFF, TOGETHER, (True, False))
        said = self._said(children)
        done, given = self.does(journal.note_moment, who, said=said, share=share)
        if done:
            self.law.moments[key(given[0])] = Told(who, children, False, True)
            if share:
                again, twice = self.does(journal.note_moment, who, said=said, share=share)
                assert again
                assert twice[1] is False, "what is sent twice is one moment"
                self._shared(key(given[0]), pick)

    @precondition(lambda self: len(self.law.moments) < MOST)
    @rule(pick=PICK)
    def star(self, pick):
        who, children, audience = pick(PARENTS, TOGETHER, tuple(Audience))
        done, given = self.does(journal.share_star, who, said=self._said(children[:1], audience))
        if done:
            self.law.moments[key(given[0])] = Told(who, children[:1], True, audience is Audience.FAMILY)
            self._shared(key(given[0]), pick)

    def _said(self, children, audience=Audience.FAMILY):
        keys = tuple(self.nursery.children[name] for name in children)
        words = f"A tall tower of {BRICKS[len(self.law.moments)]} bricks."  # no two alike
        return journal.Said(ids.new(), keys, words, "en", self.law.now, audience=audience)

    def _shared(self, row, pick):
        """Mostly one waits until families see it."""
        self.law.moments[row].state, self.law.moments[row].shown_at = "shared", self.law.now + UNDO
        if pick.one((True, True, False)):
            self.law.now += UNDO
            self.clock_moved()

    @precondition(lambda self: self.law.moments)
    @rule(pick=PICK)
    def act(self, pick):
        row, moment = self._moment(pick)
        who, act = pick((moment.author, *ANYBODY), sorted(ACTS))
        done, _made = self.does(ACTS[act], who, moment=self._moment_row(row))
        if done:
            self._happens(act, row, moment, pick)

    def _happens(self, act, row, moment, pick):
        if act == "share":
            self._shared(row, pick)
        elif act == "undo":
            assert moment.shown_at > self.law.now, "nothing families have seen is undone"
            moment.state, moment.shown_at = "draft", None
        elif act in ("take back", "show again"):
            moment.state = "withdrawn" if act == "take back" else "shared"
        else:
            moment.binned = act == "bin"

    @precondition(lambda self: self.law.moments and len(self.law.photos) < MOST)
    @rule(pick=PICK)
    def add_picture(self, pick):
        """Names who is in it. Its bytes are another test’s: here it is ready at once."""
        row, moment = self._moment(pick)
        who, in_it = pick((moment.author, moment.author, "mother", "two-hats"), TOGETHER)
        named = tuple(child for child in in_it if child in moment.children) or moment.children
        picture = journal.Picture(
            ids.new(), Received("0" * 32, "0" * 64, 4, 3), tuple(self.nursery.children[c] for c in named)
        )
        done, _made = self.does(journal.add_photo, who, moment=self._moment_row(row), picture=picture)
        if done:
            system(SystemReason.BUILDING, Photo).filter(pk=picture.id).update(
                state=PhotoState.READY, upload=""
            )
            self.law.photos[picture.id.hex] = (row, named)

    @precondition(lambda self: self.law.photos)
    @rule(pick=PICK)
    def remove_picture(self, pick):
        who = pick.one(ANYBODY)
        photo = pick.one(sorted(self.law.photos))
        row = self._moment_row(self.law.photos[photo][0])
        done, _made = self.does(journal.remove_photo, who, moment=row, photo=UUID(photo))
        if done:
            self.law.photos_binned.add(photo)
            self.narrows()

    @precondition(lambda self: self.law.moments)
    @rule(pick=PICK)
    def answer(self, pick):
        who = pick.one(PARENTS)
        row, _moment = self._moment(pick)
        given = {"reply": ids.new(), "kind": ReplyKind.WORDS, "words": "At home too.", "language": "en"}
        done, made = self.does(journal.answer, who, moment=self._moment_row(row), **given)
        if done:
            self.law.talks[key(made[0])] = Talk(row, who, self.law.children_of(who, row))

    @precondition(lambda self: self.law.talks)
    @rule(pick=PICK)
    def answer_family(self, pick):
        who = pick.one(STAFF)
        talk = self.law.talks[pick.one(sorted(self.law.talks))]
        given = {"reply": ids.new(), "words": "How lovely.", "language": "en"}
        partner = self.nursery.people[talk.talker]
        done, made = self.does(
            journal.answer_family, who, moment=self._moment_row(talk.moment), talk_with=partner, **given
        )
        if done:
            self.law.talks[key(made[0])] = talk

    # I4: what the list holds is what is found, shown and told.

    @precondition(lambda self: self.law.moments)
    @rule(pick=PICK)
    def search(self, pick):
        who = pick.one(ANYBODY)
        seen = self._list(who, JournalAction.SEE_MOMENT)
        hits = find(self.actor(who), JournalAction.SEE_MOMENT, Moment, "tower", limit=50)
        words = {row for row in seen & self.law.moments.keys() if self.law.moments[row].state != "withdrawn"}
        assert {hit.hex for hit in hits.ids} - self.stage.foreign == words, f"I4 {who} finds other words"

    @precondition(lambda self: self.law.moments)
    @rule()
    def who_is_told(self):
        """Recipients are worked out when a notice goes: each may see what it tells of, at that instant."""
        for row in system(SystemReason.TELLING, Notice).filter(withdrawn_at__isnull=True):
            if row.subject_type == "journal.moment" and row.provider_id == self.nursery.provider:
                for person in kind_of(row.kind).audience(told(row), self.law.now):
                    name = next(who for who, key_ in self.nursery.people.items() if key_ == person)
                    seen = self._list(name, JournalAction.SEE_MOMENT)
                    assert row.subject_id.hex in seen, f"I4 {name} is told of what they may not see"

    def _list(self, who, action):
        """As it stood after the last step: nothing has happened since."""
        return self.stage.looking.kept[who][str(action)]

    def _moment(self, pick):
        row = pick.one(sorted(self.law.moments))
        return row, self.law.moments[row]

    def _moment_row(self, row):
        return self.nursery.row("journal.Moment", UUID(row))
