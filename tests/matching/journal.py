"""Moments of a batch, and the talk about them, as rows."""

from typing import Any
from uuid import UUID

from seren.foundation.media.models import Photo, PhotoSubject
from seren.foundation.words.models import Text
from seren.partnership.journal import models as journal
from tests.matching.held import LONG_AGO, Filling
from tests.oracle.batch import in_turn


class Journal(Filling):
    def moments(self) -> None:
        rows = [
            m
            for m in self.world.moments
            if self.holdable(m, "setting", "origin", "author", "state", "written_at")
        ]
        rows = [m for m in rows if m.origin == "setting" or self.holdable(m, "audience")]
        rows = [m for m in rows if m.state in ("draft", "binned") or self.holdable(m, "shared_at")]
        self.put(journal.Moment, map(self.moment, rows))
        self.put(
            journal.MomentChild,
            (
                journal.MomentChild(
                    provider_id=m.provider,
                    moment_id=m.id,
                    child_id=child,
                    origin=m.origin,
                    shared_at=m.shared_at,
                )
                for m in rows
                for child in dict.fromkeys(m.children)
            ),
        )
        held = {m.id for m in rows}
        photos = [p for p in self.world.photos if p.moment in held and p.children]
        self.held.left_out |= {p.id for p in self.world.photos} - {p.id for p in photos}
        moments = {m.id: m for m in rows}
        self.put(Photo, (self.photo(p, moments[p.moment]) for p in photos))
        self.put(
            PhotoSubject,
            (
                PhotoSubject(provider_id=p.provider, photo_id=p.id, subject_id=child)
                for p in photos
                for child in dict.fromkeys(p.children)
            ),
        )

    def moment(self, m: Any) -> journal.Moment:
        state = m.state
        if state == "binned":
            state = in_turn(m.id, ("shared", "withdrawn")) if m.shared_at else "draft"
        return journal.Moment(
            id=m.id,
            provider_id=m.provider,
            setting_id=m.setting,
            origin=m.origin,
            author_id=m.author,
            keyed_by_id=m.keyed_by,
            channel="paper" if m.keyed_by else "screen",
            audience=m.audience if m.origin == "home" else "family",
            state=state,
            happened_at=m.written_at,
            written_at=m.written_at,
            shared_at=m.shared_at,
            withdrawn_at=m.shared_at if state == "withdrawn" else None,
            withdrawn_by_id=m.author if state == "withdrawn" else None,
            binned_at=self.world.now if m.state == "binned" else None,
        )

    def photo(self, p: Any, moment: Any) -> Photo:
        return Photo(
            id=p.id,
            provider_id=p.provider,
            setting_id=moment.setting,
            belongs_to_type="journal.moment",
            belongs_to_id=p.moment,
            taken_by=moment.author,
            state="ready",
            width=4,
            height=3,
            content="0" * 64,
            children=len(set(p.children)),
            made_at=moment.written_at,
        )

    def talk(self) -> None:
        provider = self.world.settings[0].provider
        text = Text(provider_id=provider, original_language="en", made_at=LONG_AGO)
        text.save(force_insert=True)
        moments = {m.id: m for m in self.world.moments if m.id not in self.held.left_out}
        replies = [r for r in self.world.replies if r.moment in moments]
        self.put(
            journal.Reply,
            (
                journal.Reply(
                    id=r.id,
                    provider_id=r.provider,
                    moment_id=r.moment,
                    talk_with_id=r.guardian,
                    author_id=r.author,
                    kind="words",
                    text=text,
                    written_at=self.world.now,
                )
                for r in replies
            ),
        )
        self.put(
            journal.ReplyAbout,
            (
                journal.ReplyAbout(
                    provider_id=r.provider,
                    reply_id=r.id,
                    child_id=r.child,
                    origin="home" if r.author == r.guardian else "setting",
                    said_at=self.world.now,
                )
                for r in replies
            ),
        )
        self.steps(text)
        self.requests(moments)

    def steps(self, text: Text) -> None:
        # A step not offered yet does not exist in the product: staff suggest it to the family at once.
        self.held.left_out |= {s.id for s in self.world.steps if s.state not in ("agreed", "closed")}
        steps = [s for s in self.world.steps if s.id not in self.held.left_out]
        self.put(
            journal.NextStep,
            (
                journal.NextStep(
                    id=s.id,
                    provider_id=s.provider,
                    child_id=s.child,
                    setting_id=s.setting,
                    state=s.state,
                    step=text,
                    suggested_by_id=self.somebody,
                    suggested_at=LONG_AGO,
                    closed_side="setting" if s.state == "closed" else "",
                    closed_by_id=self.somebody if s.state == "closed" else None,
                    closed_at=LONG_AGO if s.state == "closed" else None,
                )
                for s in steps
            ),
        )
        by_id = {s.id: s for s in self.world.steps}
        self.put(
            journal.HomeWords,
            (
                journal.HomeWords(
                    id=w.id,
                    provider_id=w.provider,
                    child_id=by_id[w.step].child,
                    setting_id=by_id[w.step].setting,
                    step_id=w.step if w.step not in self.held.left_out else None,
                    author_id=w.author,
                    household_id=w.household,
                    text=text,
                    written_at=LONG_AGO,
                )
                for w in self.world.home_words
            ),
        )

    def requests(self, moments: dict[str, Any]) -> None:
        asked = {(r.moment, r.asked_by): r.id for r in self.world.record_requests if r.moment in moments}
        for m in moments.values():
            if m.origin == "home" and m.children:
                asked.setdefault((m.id, m.author), None)  # one more, to ask who may decide
        rows = []
        for (moment, by), own_id in asked.items():
            m = moments[moment]
            if not m.children:
                continue
            row = journal.RecordRequest(
                provider_id=m.provider,
                child_id=m.children[0],
                setting_id=m.setting,
                moment_id=moment,
                asked_by_id=by,
                asked_at=LONG_AGO,
            )
            if own_id is not None:
                row.id = UUID(own_id)
            rows.append(row)
            self.held.request_of[row.id] = moment
        self.put(journal.RecordRequest, rows)
