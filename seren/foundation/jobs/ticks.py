"""Small housekeeping a worker does again and again, beside its jobs: sealing the log, taking slots."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from seren.foundation.kernel import clock

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Tick:
    """`rest` is the time still to pass before the next call, in seconds."""

    function: Callable[[], object]
    seconds: float
    rest: float = 0.0


_ticks: dict[Callable[[], object], float] = {}


def register_tick(function: Callable[[], object], seconds: float) -> None:
    """Call `function` every so many seconds in every worker: it is quick, and safe in several at once."""
    _ticks[function] = seconds


def registered() -> list[Tick]:
    return [Tick(function, seconds) for function, seconds in _ticks.items()]


def pass_time(ticks: list[Tick], seconds: float) -> None:
    """Let that much time have gone by, and call what is due. One that fails does not stop the others."""
    for tick in ticks:
        tick.rest -= seconds
        if tick.rest <= 0:
            tick.rest = tick.seconds
            _call(tick.function)


def _call(function: Callable[[], object]) -> None:
    try:
        function()
    except Exception as broken:
        name = getattr(function, "__qualname__", repr(function))
        log.warning("tick %s: %s at %s", name, type(broken).__name__, clock.now())
