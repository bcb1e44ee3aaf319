"""Who is where on which day: children by their sessions, staff by their hours, roles and days away."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from seren.doors.demo.hiring import last_hour, pairs
from seren.doors.demo.spec import Family, Kid, Place, Worker
from seren.doors.demo.stage import Stage
from seren.foundation.kernel import clock

YEAR = 365
_TOOK_OVER = {"Lee Marsh": "Sian Prosser"}
_SOONEST = 2  # days after the first one: nobody writes much on a first day


@dataclass(frozen=True)
class Here:
    """One child at one setting."""

    kid: Kid
    place: Place
    family: Family


class Timetable:
    def __init__(self, stage: Stage, families: tuple[Family, ...]) -> None:
        self.stage = stage
        self.here = [
            Here(kid, place, family)
            for family in families
            for kid in family.kids
            for place in kid.places
            if place.key and place.since > 0
        ]

    def rooms(self) -> dict[tuple[str, str], list[Here]]:
        found: dict[tuple[str, str], list[Here]] = {}
        for here in self.here:
            found.setdefault((here.place.setting, here.place.room), []).append(here)
        return found

    def span(self, place: Place) -> tuple[date, date]:
        """First and last day of the year's happenings: up to the day before the last open one."""
        starts = self.stage.first_open_day(place.since, place.setting) + timedelta(days=_SOONEST)
        ends = self.stage.open_day(1, place.setting)
        if place.left:
            ends = min(ends, self.stage.today - timedelta(days=place.left + 1))
        return max(starts, self.stage.today - timedelta(days=YEAR)), ends

    def days(self, place: Place) -> list[date]:
        """The days the child was there, in the last year."""
        open_days = self.stage.calendars[place.setting].open_days(*self.span(place))
        weekdays = {weekday for weekday, _ in pairs(place.sessions)}
        return [day for day in open_days if day.weekday() in weekdays]

    def sessions(self, place: Place, day: date) -> list[str]:
        first, last = self.span(place)
        if not first <= day <= last:
            return []
        return [code for weekday, code in pairs(place.sessions) if weekday == day.weekday()]

    def on_duty(self, setting: str, room: str, day: date, session: str) -> list[Worker]:
        return [
            worker
            for worker in self.stage.workers.values()
            if any(job.setting == setting and job.room == room for job in worker.jobs)
            and self.works(worker, setting, day, session)
        ]

    def works(self, worker: Worker, setting: str, day: date, session: str = "") -> bool:
        """Whether they are in, for that session or for any."""
        if not self.stage.calendars[setting].is_open(day) or not self._employed(worker, setting, day):
            return False
        if any(self._ago(first) <= day <= self._ago(last) for first, last in worker.away):
            return False
        return any(weekday == day.weekday() and session in ("", code) for weekday, code in pairs(worker.days))

    def keys(self, here: Here, at: datetime) -> list[Worker]:
        """Key person and buddy, as they were then."""
        found = []
        for name in (here.place.key, here.place.buddy):
            worker = self.stage.workers.get(name)
            if worker and not self._employed(worker, here.place.setting, clock.day_of(at)):
                worker = self.stage.workers.get(_TOOK_OVER.get(name, ""))
            if worker and worker not in found:
                found.append(worker)
        return found

    def next_in(self, workers: list[Worker], setting: str, after: datetime) -> tuple[Worker, date] | None:
        """Who of them is in first, on a day after that."""
        for day in _days_after(clock.day_of(after)):
            for worker in workers:
                if self.works(worker, setting, day):
                    return worker, day
        return None

    def _employed(self, worker: Worker, setting: str, day: date) -> bool:
        return any(
            job.setting == setting
            and self._ago(job.since) < day
            and (not job.until or clock.at_london(day, time(17).hour) < last_hour(self.stage, job))
            for job in worker.jobs
        )

    def _ago(self, days: int) -> date:
        return self.stage.today - timedelta(days=days)


def _days_after(day: date) -> Iterator[date]:
    return (day + timedelta(days=number) for number in range(1, 60))
