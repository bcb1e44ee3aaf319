"""What staff noted of each child, spread over the days the child was there."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random

from seren.doors.demo.pictures import ALL
from seren.doors.demo.spec import BRYN_AWEL, CLUB, PRE_SCHOOL, Worker
from seren.doors.demo.story import Story
from seren.doors.demo.told import Note, Shot
from seren.doors.demo.year.homes import Homes
from seren.doors.demo.year.texts import Line, filled, lines, season_of
from seren.doors.demo.year.timetable import Here, Timetable
from seren.foundation.kernel import clock

_EVERY = 8  # days in the setting for one moment
_MOST = 22  # moments of one child at one setting in the year
_TOGETHER, _WITH_PHOTO, _IN_ENGLISH = 0.2, 0.4, 0.5  # shares
_SOON = timedelta(days=16)  # how far ahead a friend's own moment may lie to be had together
_LETTERS = {"Robins": "r", "Wrens": "w", "Gwenoliaid": "s", "Drywod": "d", "Owls": "o"}
_ENGLISH_LETTERS = {**_LETTERS, "Gwenoliaid": "r", "Drywod": "w"}
_HOURS = {"am": ("09:20", 130), "pm": ("12:50", 120), "club": ("15:55", 80)}  # from when, for how long
_GOES_HOME = {PRE_SCHOOL: (15, 40), BRYN_AWEL: (17, 35), CLUB: (18, 5)}
_IN_WALES = {"CL": "COM", "L": "COM", "EAD": "COM", "PSED": "WEL", "PD": "PHY", "M": "EXP", "UW": "EXP"}


@dataclass
class _Room:
    """One room's year: what is still to come, and which line was used when and by whom."""

    setting: str
    name: str
    coming: list[tuple[date, Here]]
    used: dict[tuple[str, int], date] = field(default_factory=dict)
    had: dict[str, set[tuple[str, int]]] = field(default_factory=dict)


class Rooms:
    def __init__(self, story: Story, timetable: Timetable, homes: Homes) -> None:
        self.story, self.timetable, self.homes = story, timetable, homes

    def tell(self) -> None:
        for (setting, name), children in self.timetable.rooms().items():
            rng = self.story.stage.chance("room", setting, name)
            coming = sorted(
                ((day, here) for here in children for day in self._days(here, rng)), key=lambda one: one[0]
            )
            self._tell(_Room(setting, name, coming), rng)

    def _days(self, here: Here, rng: Random) -> list[date]:
        """Some of the days, one in each stretch of the year."""
        days = self.timetable.days(here.place)
        many = min(_MOST, len(days) // _EVERY)
        return [days[int((number + rng.random()) * len(days) / many)] for number in range(many)]

    def _tell(self, room: _Room, rng: Random) -> None:
        while room.coming:
            day, here = room.coming.pop(0)
            session = rng.choice(self.timetable.sessions(here.place, day))
            staff = self.timetable.on_duty(room.setting, room.name, day, session)
            if not staff:
                continue
            group = [here]
            if rng.random() < _TOGETHER:
                group += self._friends(room, day, session, here, rng.choice((1, 1, 1, 2)))
            self._moment(room, group, self._author(here, staff, rng), day, session, rng)

    def _friends(self, room: _Room, day: date, session: str, first: Here, many: int) -> list[Here]:
        """Children who are there too, and would have had their own moment soon."""
        found: list[Here] = []
        for place, (later, here) in list(enumerate(room.coming)):
            if len(found) == many or later - day > _SOON:
                break
            fresh = here.kid is not first.kid and all(here.kid is not one.kid for one in found)
            if fresh and session in self.timetable.sessions(here.place, day):
                room.coming[place] = (date.max, here)
                found.append(here)
        room.coming = [one for one in room.coming if one[0] != date.max]
        return found

    def _author(self, here: Here, staff: list[Worker], rng: Random) -> Worker:
        keys = [worker for worker in staff if worker.name == here.place.key]
        return keys[0] if keys and rng.random() < 0.7 else rng.choice(staff)

    def _moment(
        self, room: _Room, group: list[Here], author: Worker, day: date, session: str, rng: Random
    ) -> None:
        text = self._text(room, group, rng)
        line = self._line(room, text, group, day, rng)
        if line is None:
            return
        happened, written, shared = self._when(room.setting, day, session, rng)
        language = text.partition(".")[2]
        note = Note(
            author.name,
            [here.kid.name for here in group],
            filled(line.words[0], group[0].kid, rng, language, len(group)),
            happened=happened,
            written=written,
            shared=shared,
            language=language,
            quick="" if line.marks[2] == "-" else line.marks[2],
            areas=_areas(line.marks[3], room.setting, rng),
            shots=self._shots(line, group, rng),
            setting=room.setting,
        )
        moment = self.story.note(note)
        for here in group:
            self.homes.read(moment, here, author, shared, line, rng)

    def _text(self, room: _Room, group: list[Here], rng: Random) -> str:
        if room.setting == CLUB:
            return "club.en"
        if room.setting == PRE_SCHOOL:
            return "room.en"
        english = len(group) == 1 and group[0].family.languages[0] != "cy" and rng.random() < _IN_ENGLISH
        return "room.en" if english else "room.cy"

    def _line(self, room: _Room, text: str, group: list[Here], day: date, rng: Random) -> Line | None:
        """One that fits, that none of them has had, and that has not been used here for longest."""
        letters = _ENGLISH_LETTERS if text == "room.en" else _LETTERS
        fits = [
            line
            for line in lines(text)
            if letters[room.name] in line.marks[0]
            and (line.marks[0][0] == "G") == (len(group) > 1)
            and (line.marks[1] == "*" or season_of(day) in line.marks[1])
            and not any((text, line.number) in room.had.get(here.kid.name, ()) for here in group)
        ]
        if not fits:
            return None
        rng.shuffle(fits)
        fits.sort(key=lambda line: room.used.get((text, line.number), date.min))
        line = fits[0]
        room.used[text, line.number] = day
        for here in group:
            room.had.setdefault(here.kid.name, set()).add((text, line.number))
        return line

    def _when(
        self, setting: str, day: date, session: str, rng: Random
    ) -> tuple[datetime, datetime, datetime]:
        """It happened, somebody wrote it down, and families were let in on it."""
        from_when, long = _HOURS[session]
        hour, minute = map(int, from_when.split(":"))
        happened = clock.at_london(day, hour, minute) + timedelta(minutes=rng.randrange(long))
        written = happened + timedelta(minutes=rng.randrange(6, 40))
        at_home_time = clock.at_london(day, *_GOES_HOME[setting]) + timedelta(minutes=rng.randrange(18))
        kind = rng.random()
        if kind < 0.62:
            return happened, written, written
        return happened, at_home_time if kind < 0.8 else written, at_home_time

    def _shots(self, line: Line, group: list[Here], rng: Random) -> tuple[Shot, ...]:
        variants = [variant for scene, variant in ALL if scene == line.scene]
        if not variants or rng.random() > _WITH_PHOTO:
            return ()
        alone = len(group) > 1 and rng.random() < 0.5
        return (Shot(line.scene, rng.choice(variants), (group[0].kid.name,) if alone else ()),)


def _areas(mark: str, setting: str, rng: Random) -> tuple[str, ...]:
    """Tags are a choice: about half of what staff note has one."""
    if mark == "-" or setting == CLUB or rng.random() < 0.45:
        return ()
    if setting == BRYN_AWEL and mark.startswith("E."):
        return (f"W.{_IN_WALES[mark.split('.')[1]]}",)
    return (mark,)
