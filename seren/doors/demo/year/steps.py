"""Next steps of the year: seen by staff, told by home, agreed, and most of them closed again."""

from datetime import date, datetime, timedelta
from random import Random

from seren.doors.demo.plans import Plans
from seren.doors.demo.spec import CLUB, Grown
from seren.doors.demo.story import Story
from seren.doors.demo.year.homes import adults_of
from seren.doors.demo.year.texts import Line, filled, lines
from seren.doors.demo.year.timetable import Here, Timetable
from seren.foundation.kernel import clock

_MANY = (0, 1, 1, 2)
_CLUB = (0, 0, 0, 1)


class Steps:
    def __init__(self, story: Story, plans: Plans, timetable: Timetable) -> None:
        self.story, self.plans, self.timetable = story, plans, timetable

    def tell(self) -> None:
        for here in self.timetable.here:
            if here.place is not here.kid.places[0]:
                continue
            rng = self.story.stage.chance("steps", here.kid.name)
            many = rng.choice(_CLUB if here.place.setting == CLUB else _MANY)
            first, last = self.timetable.span(here.place)
            for line in self._lines(here, many, rng):
                if (last - first).days > 30:
                    begun = first + timedelta(days=rng.randrange(14, (last - first).days))
                    self._step(here, line, begun, rng)

    def _lines(self, here: Here, many: int, rng: Random) -> list[Line]:
        who = "o" if here.place.setting == CLUB else "p"
        language = "cy" if here.family.languages[0] == "cy" else "en"
        fits = [line for line in lines("steps") if line.marks == (who, language)]
        return rng.sample(fits, many)

    def _step(self, here: Here, line: Line, begun: date, rng: Random) -> None:
        setting, language = here.place.setting, line.marks[1]
        keys = self.timetable.keys(here, clock.at_london(begun, 13))[:1]
        found = self.timetable.next_in(keys, setting, clock.at_london(begun, 13))
        if found is None:
            return
        worker, day = found
        name = f"year/{here.kid.name}/{line.number}"
        step, seen, at_home = (filled(words, here.kid, rng, language) for words in line.words)
        at = clock.at_london(day, 15, 34) + timedelta(minutes=rng.randrange(20))
        self.plans.suggest(name, here.kid.name, worker.name, at, step, seen, language, setting)
        adults = [grown for home in here.family.homes for grown in adults_of(home)]
        if adults and rng.random() < 0.85:
            self._from_home(here, name, rng.choice(adults), at, at_home, language, rng)

    def _from_home(
        self, here: Here, name: str, grown: Grown, at: datetime, words: str, language: str, rng: Random
    ) -> None:
        """Home says how it is there, where they share the language, and agrees; later it is closed."""
        told = clock.at_london(clock.day_of(at) + timedelta(days=rng.randrange(3)), 18, rng.randrange(60))
        if grown.speaks == language:
            self.plans.home_knows(
                here.kid.name, grown.name, told, words, language, step=name, setting=here.place.setting
            )
        agreed = told + timedelta(minutes=rng.randrange(2, 9))
        self.plans.agree(name, grown.name, agreed)
        closed = told + timedelta(days=rng.randrange(25, 80))
        following = self.timetable.next_in(self.timetable.keys(here, closed)[:1], here.place.setting, closed)
        ends_here = here.place.left and following and following[1] > self.timetable.span(here.place)[1]
        if following is None or ends_here or closed > self.story.stage.present:
            return
        if rng.random() < 0.5:
            self._close(here, name, grown.name, grown.speaks, closed, rng)
        else:
            at = clock.at_london(following[1], 15, 36 + rng.randrange(20))
            self._close(here, name, following[0].name, language, at, rng)

    def _close(self, here: Here, name: str, by: str, language: str, at: datetime, rng: Random) -> None:
        line = rng.choice([line for line in lines("closings") if line.marks == (language,)])
        self.plans.close(name, by, at, filled(line.words[0], here.kid, rng, language), language)
