"""What homes do in the year: they answer what they read, and send stars of their own."""

from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID

from seren.doors.demo.pictures import ALL
from seren.doors.demo.plans import Plans
from seren.doors.demo.spec import CLUB, Grown, Home, Joined, Worker
from seren.doors.demo.story import Story
from seren.doors.demo.told import Shot, Star
from seren.doors.demo.year.texts import Line, filled, lines, season_of
from seren.doors.demo.year.timetable import Here, Timetable
from seren.foundation.kernel import clock
from seren.partnership.journal.terms import Audience

_QUIET = {"father-restricted", "parent-without-pr"}  # what these two do is told by name
_KEEN = (0.04, 0.12, 0.22, 0.34)  # share of what they read that a home answers
_STARS = (0, 2, 4, 6)  # stars of such a home in a whole year, for one child
_HEARTS, _ASKED = 0.55, 0.06
_LEFT = timedelta(days=6)  # what is older than that has been answered, where it had words
_AUDIENCES = (Audience.FAMILY,) * 7 + (Audience.TEAM,) * 2 + (Audience.KEY_PERSON,)
_STARTS_AT_HOME = ("At home", "Gartref", "W domu", "گھر پر", "Acasă", "বাড়িতে", "Удома")


class Homes:
    def __init__(self, story: Story, plans: Plans, timetable: Timetable) -> None:
        self.story, self.plans, self.timetable = story, plans, timetable
        self._said: dict[str, set[tuple[str, int]]] = {}

    def read(
        self, moment: UUID, here: Here, author: Worker, shared: datetime, line: Line, rng: Random
    ) -> None:
        """A moment of that child has been shared: each home may answer it, in its own time."""
        for home in here.family.homes:
            adults = adults_of(home)
            if not adults or rng.random() >= _KEEN[self._keenness(home)]:
                continue
            grown = rng.choice(adults)
            at = self._evening(shared, rng)
            if rng.random() < _HEARTS:
                self.story.reply(moment, grown.name, at)
                continue
            self._reply(moment, here, grown, author, at, line.scene, rng)

    def _reply(
        self, moment: UUID, here: Here, grown: Grown, author: Worker, at: datetime, scene: str, rng: Random
    ) -> None:
        language = grown.speaks
        line = self._fresh("replies", grown.name, (language, scene), rng) if scene else None
        line = line or self._fresh("replies", grown.name, (language, "-"), rng)
        if line is None:
            return
        words = filled(line.words[0], here.kid, rng, language)
        self.story.reply(moment, grown.name, at, words, language, starter=words.startswith(_STARTS_AT_HOME))
        staff = [author, *self.timetable.keys(here, at)]
        following = self.timetable.next_in(staff, here.place.setting, at)
        if following and (at < self.story.stage.present - _LEFT or rng.random() < 0.5):
            self._answer(moment, here, grown, following, "r", rng)

    def tell(self) -> None:
        for here in self.timetable.here:
            if here.place is not here.kid.places[0]:
                continue
            for home in here.family.homes:
                rng = self.story.stage.chance("home", home.street, here.kid.name)
                for day in self._days(here, home, rng):
                    self._star(here, rng.choice(adults_of(home)), day, rng)

    def _days(self, here: Here, home: Home, rng: Random) -> list[date]:
        first, last = self.timetable.span(here.place)
        many = _STARS[self._keenness(home)] * (last - first).days // 365 if adults_of(home) else 0
        stretch = (last - first).days // max(many, 1)
        return [
            first + timedelta(days=number * stretch + rng.randrange(max(stretch, 1)))
            for number in range(many)
        ]

    def _star(self, here: Here, grown: Grown, day: date, rng: Random) -> None:
        language, text = grown.speaks, "home.other"
        who = "o" if here.place.room == "Owls" else "p"
        if language in ("en", "cy"):
            text = f"home.{language}"
        marks = (who, season_of(day)) if text != "home.other" else (language,)
        line = self._fresh(text, here.kid.name, marks, rng)
        if line is None:
            return
        at = clock.at_london(day, 17, 20) + timedelta(minutes=rng.randrange(200))
        variants = [variant for scene, variant in ALL if scene == line.scene]
        with_photo = variants and rng.random() < 0.4
        star = Star(
            grown.name,
            here.kid.name,
            filled(line.words[0], here.kid, rng, language),
            at=at,
            happened=at - timedelta(minutes=rng.randrange(30, 240)),
            language=language,
            to=rng.choice(_AUDIENCES),
            shot=Shot(line.scene, rng.choice(variants)) if with_photo else None,
            setting=here.place.setting,
        )
        self._thanked(self.story.star(star), here, grown, at, star.to, rng)

    def _thanked(
        self, moment: UUID, here: Here, grown: Grown, at: datetime, to: Audience, rng: Random
    ) -> None:
        following = self.timetable.next_in(self.timetable.keys(here, at), here.place.setting, at)
        if following is None:
            return
        if rng.random() < 0.3:
            thanked = self._answer(moment, here, grown, following, "s", rng)
        else:
            worker, day = following
            thanked = self._early(here.place.setting, day, rng)
            self.story.thank(moment, worker.name, thanked)
        if to is Audience.FAMILY and rng.random() < _ASKED:
            self._in_the_record(moment, here, grown, thanked, rng)

    def _in_the_record(self, moment: UUID, here: Here, grown: Grown, thanked: datetime, rng: Random) -> None:
        asked = self._evening(thanked, rng)
        following = self.timetable.next_in(self.timetable.keys(here, asked)[:1], here.place.setting, asked)
        if following and asked <= self.story.stage.present:
            self.plans.ask(f"year/{moment}", moment, grown.name, asked)
            decided = self._early(here.place.setting, following[1], rng)
            self.plans.decide(f"year/{moment}", following[0].name, decided, accept=True)

    def _answer(
        self, moment: UUID, here: Here, grown: Grown, following: tuple[Worker, date], to: str, rng: Random
    ) -> datetime:
        """Staff answer in Welsh whoever writes Welsh, where they speak it."""
        worker, day = following
        at = self._early(here.place.setting, day, rng)
        speaks = "cy" in (worker.speaks, *worker.also_speaks)
        language = "cy" if grown.speaks == "cy" and speaks else "en"
        line = self._fresh("answers", grown.name, (language, to), rng)
        if line is None:
            self.story.thank(moment, worker.name, at) if to == "s" else None
            return at
        words = filled(line.words[0], here.kid, rng, language)
        self.story.answer(moment, worker.name, grown.name, at, words, language)
        return at

    def _fresh(self, text: str, who: str, marks: tuple[str, ...], rng: Random) -> Line | None:
        """A line with these marks that this one has not said, or heard, yet."""
        said = self._said.setdefault(f"{text}/{who}", set())
        left = [line for line in lines(text) if (text, line.number) not in said and _fits(line, marks)]
        if not left:
            return None
        line = rng.choice(left)
        said.add((text, line.number))
        return line

    def _keenness(self, home: Home) -> int:
        return self.story.stage.chance("keen", home.street).randrange(len(_KEEN))

    def _evening(self, after: datetime, rng: Random) -> datetime:
        day = clock.day_of(after) + timedelta(days=rng.choice((0, 0, 0, 1)))
        at = clock.at_london(day, 17, 45) + timedelta(minutes=rng.randrange(200))
        return at if at > after else at + timedelta(days=1)

    def _early(self, setting: str, day: date, rng: Random) -> datetime:
        """Before the children come."""
        hour, minute = (15, 2) if setting == CLUB else (8, 32)
        return clock.at_london(day, hour, minute) + timedelta(minutes=rng.randrange(26))


def _fits(line: Line, marks: tuple[str, ...]) -> bool:
    return all(mark in given or given == "*" for mark, given in zip(marks, line.marks, strict=False))


def adults_of(home: Home) -> list[Grown]:
    """Who of them writes: those who have joined, and are tied to the child."""
    return [
        grown
        for grown in home.adults
        if grown.ties and grown.joined in (Joined.BY_EMAIL, Joined.BY_PHONE) and grown.slug not in _QUIET
    ]
