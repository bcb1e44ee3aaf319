"""The door of jobs. See docs/mechanisms/jobs.md."""

from seren.foundation.jobs.dead import DeadLetter, dead_asked, dead_letters, try_again
from seren.foundation.jobs.queueing import drop, enqueue
from seren.foundation.jobs.registry import Backoff, Hopeless, job
from seren.foundation.jobs.schedule import every, take_slots
from seren.foundation.jobs.ticks import register_tick
from seren.foundation.jobs.worker import run_due, work

__all__ = [
    "Backoff",
    "DeadLetter",
    "Hopeless",
    "dead_asked",
    "dead_letters",
    "drop",
    "enqueue",
    "every",
    "job",
    "register_tick",
    "run_due",
    "take_slots",
    "try_again",
    "work",
]
