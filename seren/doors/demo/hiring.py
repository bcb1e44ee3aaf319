"""Staff and committee: their roles, hours, days away; and how a job ended."""

from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from seren.doors.demo.knowing import address_of, let_in, meet, number_of
from seren.doors.demo.spec import Job, Joined, Worker
from seren.doors.demo.stage import Row, Stage
from seren.foundation.access.door import SystemReason, system
from seren.foundation.kernel import clock, db
from seren.people.accounts.domain import Adult, keep_place
from seren.people.provision.domain import add_member, be_away, end_membership, give_statement, set_hours
from seren.people.provision.terms import Weekday

_DAYS = ("mon", "tue", "wed", "thu", "fri")


def hire(stage: Stage, worker: Worker) -> None:
    """Write somebody's work into the diary, from the day they were first asked."""
    stage.workers[worker.name] = worker
    first = max(job.since for job in worker.jobs)
    stage.later(stage.days_ago(first + 14, 10), partial(_write_down, stage, worker))
    for job in worker.jobs:
        stage.later(stage.days_ago(job.since + 7, 11), partial(_begin, stage, worker, job))
        for first_day, last_day in worker.away:
            asked = stage.days_ago(max(first_day, 0) + 9, 14)
            stage.later(asked, partial(_go_away, stage, worker, (first_day, last_day)))


def _write_down(stage: Stage, worker: Worker, now: datetime) -> None:
    adult = Adult(
        worker.given,
        worker.family,
        address_of(worker.name),
        number_of(stage),
        spoken_language=worker.speaks,
        read_language=worker.speaks,
        interface_language=worker.speaks,
    )
    person = meet(stage, adult, worker.slug, now)
    if worker.also_speaks:
        _also_speaks(person, worker.also_speaks)
    let_in(stage, worker.name, worker.speaks, Joined.BY_EMAIL, now)


def _also_speaks(person: Row, languages: tuple[str, ...]) -> None:
    """No verb says it yet."""
    with db.writing(housekeeping=True):
        rows = system(SystemReason.BUILDING, type(person)).filter(pk=person.pk)
        rows.update(also_speaks=list(languages))


def _begin(stage: Stage, worker: Worker, job: Job, now: datetime) -> None:
    setting, person = stage.settings[job.setting], stage.people[worker.name]
    room = stage.rooms[job.room] if job.room else None
    starts = stage.days_ago(job.since, 8)
    member = add_member(
        actor=stage.operator(now),
        person=person.pk,
        setting=setting,
        role=job.role,
        room=room,
        from_at=starts,
        now=now,
    )
    signed = now + timedelta(days=2)
    stage.later(
        signed, lambda at: give_statement(actor=stage.actor(worker.name, at), membership=member, now=at)
    )
    if worker.days:
        set_hours(
            actor=stage.operator(now),
            person=person.pk,
            setting=setting,
            room=room,
            works=[(Weekday(day), stage.sessions[job.setting, code]) for day, code in pairs(worker.days)],
            from_day=clock.day_of(starts),
            now=now,
        )
    if job is worker.jobs[0] and len(worker.jobs) > 1:
        stage.later(signed, lambda at: _works_mostly_at(stage, worker, setting.pk, at))
    if job.until:
        notice = stage.days_ago(job.until + 28, 11)
        stage.later(notice, partial(_give_notice, stage, member, job))


def _works_mostly_at(stage: Stage, worker: Worker, setting: UUID, now: datetime) -> None:
    """Their pages open at the first of their jobs."""
    with db.writing(housekeeping=True):
        keep_place(actor=stage.actor(worker.name, now), setting=setting)


def _give_notice(stage: Stage, member: Row, job: Job, now: datetime) -> None:
    until = last_hour(stage, job)
    end_membership(actor=stage.actor("manager", now), membership=member, until_at=until, now=now)


def last_hour(stage: Stage, job: Job) -> datetime:
    """When a job ends that is over."""
    return stage.days_ago(job.until, 16)


def _go_away(stage: Stage, worker: Worker, days: tuple[int, int], now: datetime) -> None:
    for job in worker.jobs:
        be_away(
            actor=stage.operator(now),
            person=stage.people[worker.name].pk,
            setting=stage.settings[job.setting],
            first_day=clock.day_of(stage.days_ago(days[0])),
            last_day=clock.day_of(stage.days_ago(days[1])),
            now=now,
        )


def pairs(codes: str) -> list[tuple[int, str]]:
    """`mon-am` as weekday and session."""
    return [(_DAYS.index(word.partition("-")[0]), word.partition("-")[2]) for word in codes.split()]
