"""Telling what happened: each line goes into the diary, and is done by its own person through its own verb.

Ids of moments, answers and photos are made as a phone makes them, at the instant they were written.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from django.apps import apps

from seren.doors.demo.photos import Photos
from seren.doors.demo.pictures import ALTS
from seren.doors.demo.spec import PRE_SCHOOL
from seren.doors.demo.stage import Row, Stage
from seren.doors.demo.told import Note, Shot, Star
from seren.foundation.access.door import SystemReason, system
from seren.foundation.deadlines import door as deadlines
from seren.foundation.kernel import clock
from seren.partnership.journal import domain as journal
from seren.partnership.journal.terms import Precision, ReplyKind


class Story:
    def __init__(self, stage: Stage, photos: Photos) -> None:
        self.stage, self.photos = stage, photos
        self._rng = stage.chance("ids")

    def at(self, before: int, clock_time: str, setting: str = PRE_SCHOOL) -> datetime:
        """The instant of a wall clock so many open days ago."""
        hour, minute = clock_time.split(":")
        return clock.at_london(self.stage.open_day(before, setting), int(hour), int(minute))

    def note(self, note: Note, nickname: str = "") -> UUID:
        moment = self._id(note.written)
        pictures = [self._want(shot, note.written, note.language) for shot in note.shots]
        self.stage.keep("moments", nickname, moment)
        self.stage.later(note.written, partial(self._note, moment, note, pictures))
        at_once = note.shared == note.written and note.own is None
        if note.shared is not None and not at_once:
            self.stage.later(note.shared, partial(self._share, moment, note))
        return moment

    def _note(self, moment: UUID, note: Note, pictures: list["_Wanted"], now: datetime) -> None:
        journal.note_moment(
            actor=self.stage.actor(note.by, now),
            said=journal.Said(
                moment=moment,
                children=self._children(note.of),
                words=note.words,
                language=note.language,
                happened_at=note.happened,
                quick_word=note.quick,
                areas=note.areas,
                pictures=tuple(self._picture(wanted) for wanted in pictures),
            ),
            setting=self.stage.settings[note.setting].pk,
            share=note.shared == note.written and note.own is None,
            now=now,
        )

    def _share(self, moment: UUID, note: Note, now: datetime) -> None:
        own = {self.stage.children[name].pk: words for name, words in (note.own or {}).items()}
        journal.share_moment(
            actor=self.stage.actor(note.sharer or note.by, now),
            moment=self.moment(moment),
            own_words=own,
            now=now,
        )

    def withdraw(self, moment: UUID, by: str, at: datetime) -> None:
        self._later(journal.withdraw_moment, moment, by, at)

    def bin(self, moment: UUID, by: str, at: datetime) -> None:
        self._later(journal.bin_moment, moment, by, at)

    def star(self, star: Star, nickname: str = "") -> UUID:
        moment = self._id(star.at)
        pictures = [self._want(star.shot, star.at, star.language)] if star.shot else []
        self.stage.keep("moments", nickname, moment)
        self.stage.later(star.at, partial(self._star, moment, star, pictures))
        return moment

    def _star(self, moment: UUID, star: Star, pictures: list["_Wanted"], now: datetime) -> None:
        said = journal.Said(
            moment=moment,
            children=self._children([star.of]),
            words=star.words,
            language=star.language,
            happened_at=star.happened,
            precision=Precision.MINUTE if star.exactly else Precision.DAY,
            audience=star.to,
            pictures=tuple(self._picture(wanted) for wanted in pictures),
        )
        if star.keyed_by:
            staff = self.stage.actor(star.keyed_by, now)
            slip = journal.find_slip(actor=staff, code=self.stage.codes[star.slip])
            credited = self.stage.people[star.by].pk
            journal.key_slip(actor=staff, said=said, credited=credited, slip=slip, now=now)
        else:
            setting = self.stage.settings[star.setting].pk
            journal.share_star(actor=self.stage.actor(star.by, now), said=said, setting=setting, now=now)

    def print_slip(self, name: str, child: str, by: str, at: datetime) -> None:
        """The code is kept under `name`: to key the slip later, or for whoever tries it."""

        def act(now: datetime) -> None:
            _slip, self.stage.codes[name] = journal.make_slip(
                actor=self.stage.actor(by, now),
                child=self.stage.children[child].pk,
                setting=self.stage.settings[PRE_SCHOOL].pk,
                now=now,
            )

        self.stage.later(at, act)

    def reply(
        self,
        moment: UUID,
        by: str,
        at: datetime,
        words: str = "",
        language: str = "en",
        *,
        starter: bool = False,
        nickname: str = "",
    ) -> UUID:
        """A family answers: with words, or without any with a heart."""
        reply = self._id(at)
        self.stage.keep("replies", nickname, reply)
        kind = ReplyKind.HEART if not words else ReplyKind.STARTER if starter else ReplyKind.WORDS

        def act(now: datetime) -> None:
            journal.answer(
                actor=self.stage.actor(by, now),
                moment=self.moment(moment),
                reply=reply,
                kind=kind,
                words=words,
                language=language,
                now=now,
            )

        self.stage.later(at, act)
        return reply

    def answer(
        self,
        moment: UUID,
        by: str,
        to: str,
        at: datetime,
        words: str,
        language: str = "en",
        *,
        nickname: str = "",
    ) -> None:
        """Staff answer one adult."""
        reply = self._id(at)
        self.stage.keep("replies", nickname, reply)

        def act(now: datetime) -> None:
            journal.answer_family(
                actor=self.stage.actor(by, now),
                moment=self.moment(moment),
                reply=reply,
                talk_with=self.stage.people[to].pk,
                words=words,
                language=language,
                now=now,
            )

        self.stage.later(at, act)

    def thank(self, moment: UUID, by: str, at: datetime) -> None:
        self._later(journal.thank, moment, by, at)

    def _later(self, verb: Callable[..., object], moment: UUID, by: str, at: datetime) -> None:
        def act(now: datetime) -> None:
            verb(actor=self.stage.actor(by, now), moment=self.moment(moment), now=now)

        self.stage.later(at, act)

    def sweep(self, at: datetime) -> None:
        """What the clocks' own sweep does at night: a star nobody has thanked for in time is late."""

        def act(now: datetime) -> None:
            deadlines.sweep(now)

        self.stage.later(at, act)

    def moment(self, key: UUID) -> Row:
        return _row("journal.Moment", key)

    def _children(self, names: Sequence[str]) -> tuple[UUID, ...]:
        return tuple(self.stage.children[name].pk for name in names)

    def _id(self, at: datetime) -> UUID:
        """A UUIDv7 of that instant."""
        stamp = int(at.timestamp() * 1000)
        more, tail = self._rng.getrandbits(12), self._rng.getrandbits(62)
        return UUID(int=stamp << 80 | 7 << 76 | more << 64 | 2 << 62 | tail)

    def _want(self, shot: Shot, at: datetime, language: str) -> "_Wanted":
        photo = self._id(at + timedelta(milliseconds=1))
        self.stage.keep("photos", shot.nickname, photo)
        self.photos.kept.append(photo)
        return _Wanted(photo, shot, self.photos.want(at, shot.scene, shot.variant), language)

    def _picture(self, wanted: "_Wanted") -> journal.Picture:
        english, welsh = ALTS[wanted.shot.scene]
        in_welsh = wanted.language == "cy"
        return journal.Picture(
            id=wanted.photo,
            received=self.photos.take(wanted.number),
            children=self._children(wanted.shot.of),
            alt=welsh if in_welsh else english,
            alt_language="cy" if in_welsh else "en",
        )


@dataclass(frozen=True)
class _Wanted:
    photo: UUID
    shot: Shot
    number: int
    language: str


def _row(label: str, key: UUID) -> Row:
    return system(SystemReason.BUILDING, apps.get_model(label)).get(pk=key)
