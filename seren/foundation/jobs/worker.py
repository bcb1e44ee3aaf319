"""The worker: takes what is due, one job at a time, until it is told to stop.

A second thread, the pulse, calls the ticks and says that the running job's worker lives: a long job holds
up neither. Both survive a database that goes away for a while.
"""

import logging
import random
import secrets
import signal
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from uuid import UUID

from django.db import DatabaseError, close_old_connections, connections

from seren.foundation.jobs import attempts, ticks
from seren.foundation.jobs.models import Job
from seren.foundation.jobs.queueing import perform
from seren.foundation.jobs.registry import Hopeless
from seren.foundation.kernel import clock

log = logging.getLogger(__name__)

_LOOK = 0.5  # seconds between two looks at an empty queue, give or take a fifth
_STEP = 0.25  # seconds between two steps of the pulse
_BEAT = 10  # seconds between two signs of life; well below attempts.SILENT
_TIDY = 60  # seconds between two looks for stale connections
_TROUBLE = 30.0  # the longest wait, in seconds, while the database is away


class Pulse(threading.Thread):
    """Calls the ticks and beats for the running job, in the background."""

    def __init__(self) -> None:
        super().__init__(name="seren-jobs-pulse", daemon=True)
        self.running: UUID | None = None
        self._over = threading.Event()
        self._ticks = [
            *ticks.registered(),
            ticks.Tick(self._beat, _BEAT, _BEAT),
            ticks.Tick(close_old_connections, _TIDY, _TIDY),
        ]

    def run(self) -> None:
        while not self._over.is_set():
            ticks.pass_time(self._ticks, _STEP)
            self._over.wait(_STEP)
        connections.close_all()

    def end(self) -> None:
        self._over.set()
        self.join()

    def _beat(self) -> None:
        running = self.running
        if running is not None:
            attempts.beat(running, clock.now())


def work(*, once: bool = False, stop: threading.Event | None = None) -> int:
    """Run jobs until `stop` is set, or with `once` until nothing is due. Returns how many were run.

    Without `stop`, SIGTERM and SIGINT end it (call it from the main thread). Either way the job at hand
    is finished first.
    """
    with _stopping(stop) as told:
        if once:
            ticks.pass_time(ticks.registered(), 0)
        pulse = Pulse()
        pulse.start()
        try:
            return _loop(pulse, told, once)
        finally:
            pulse.end()


def run_due(most: int = 1000) -> int:
    """Run here and now what is due, without a pulse. Returns how many were run. For tests and tools."""
    worker = secrets.token_hex(8)
    for count in range(most):
        if not _run_one(worker, None):
            return count
    return most


def _loop(pulse: Pulse, stop: threading.Event, once: bool) -> int:
    worker, count, trouble, since = secrets.token_hex(8), 0, _LOOK, 0.0
    while not stop.is_set():
        try:
            ran = _run_one(worker, pulse)
            trouble = _LOOK
        except DatabaseError as broken:
            log.warning("worker: %s, waiting", type(broken).__name__)
            connections.close_all()
            stop.wait(trouble)
            trouble = min(_TROUBLE, trouble * 2)
            continue
        count += ran
        if ran:
            continue
        if once:
            break
        stop.wait(_LOOK * random.uniform(0.8, 1.2))  # noqa: S311 (spreads workers, guards nothing)
        since = _tidy(since + _LOOK)
    return count


def _tidy(since: float) -> float:
    if since < _TIDY:
        return since
    close_old_connections()
    return 0.0


def _run_one(worker: str, pulse: Pulse | None) -> bool:
    job = attempts.claim(worker, clock.now())
    if job is None:
        return False
    if pulse is not None:
        pulse.running = job.id
    try:
        _perform(job)
    finally:
        if pulse is not None:
            pulse.running = None
    return True


def _perform(job: Job) -> None:
    try:
        perform.call(str(job.id))
    except Exception as broken:
        _log(job, broken)
        hopeless = isinstance(broken, Hopeless)
        attempts.failed(job, type(broken).__name__, clock.now(), hopeless=hopeless)
    else:
        attempts.done(job, clock.now())


def _log(job: Job, broken: Exception) -> None:
    """Where it broke, and as what. Not the message: it may quote somebody."""
    frames = "".join(traceback.format_tb(broken.__traceback__))
    log.warning("job %s %s: %s\n%s", job.name, job.id, type(broken).__name__, frames)


@contextmanager
def _stopping(given: threading.Event | None) -> Iterator[threading.Event]:
    if given is not None:
        yield given
        return
    stop = threading.Event()

    def told(_signal: int, _frame: FrameType | None) -> None:
        stop.set()

    before = {number: signal.signal(number, told) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
