"""Which jobs there are: a name, a function of ids and `now`, how often it is tried and how patiently."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

from seren.foundation.jobs import arguments

F = TypeVar("F", bound=Callable[..., None])


class UnknownJob(LookupError):
    """No function stands behind this name in this version of the product."""


class Hopeless(Exception):
    """Raised by a job that will never succeed: no further attempt, straight to the dead letters."""


@dataclass(frozen=True, slots=True)
class Backoff:
    """How long to wait before the next attempt, in seconds: `first`, then `times` as long, up to `most`."""

    first: int = 15
    times: int = 4
    most: int = 6 * 60 * 60

    def after(self, attempts: int) -> timedelta:
        """The wait after that many attempts (at least one)."""
        return timedelta(seconds=min(self.most, self.first * self.times ** (attempts - 1)))


@dataclass(frozen=True, slots=True)
class Definition:
    """One kind of job. `when_dead` is called with the same ids in the transaction that gives up."""

    name: str
    function: Callable[..., None]
    takes: Mapping[str, Callable[[arguments.Id], arguments.Id]]
    attempts: int
    backoff: Backoff
    urgent: bool
    when_dead: Callable[..., None] | None


_jobs: dict[str, Definition] = {}
_names: dict[Callable[..., None], str] = {}


def job(
    name: str,
    *,
    attempts: int = 5,
    backoff: Backoff | None = None,
    urgent: bool = False,
    when_dead: Callable[..., None] | None = None,
) -> Callable[[F], F]:
    """Register a job function. It may run more than once for one queueing, so doing it twice must be once.

    `urgent` jobs go before all others that are due.
    """

    def registered(function: F) -> F:
        takes = arguments.taken_by(function)
        made = Definition(name, function, takes, attempts, backoff or Backoff(), urgent, when_dead)
        if _jobs.setdefault(name, made).function is not function:
            raise ValueError(f"two jobs are called {name}")
        _names[function] = name
        return function

    return registered


def of(job: "str | Callable[..., None]") -> Definition:
    """The definition behind a name or a registered function. Raises UnknownJob."""
    name = job if isinstance(job, str) else _names.get(job, "")
    if name not in _jobs:
        raise UnknownJob(name or repr(job))
    return _jobs[name]
