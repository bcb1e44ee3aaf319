"""`seren work`: background jobs, where `serve` was told to leave them out, or on another machine."""

import argparse
import signal
import threading

from seren.doors.commands import opening, rooms, serving
from seren.doors.commands.words import Parsers, command


def add(parsers: Parsers) -> None:
    if not rooms.exists(rooms.JOBS):
        return
    parser = command(parsers, "work", "do background jobs until stopped")
    parser.add_argument("--once", action="store_true", help="do what is due now, then end")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    opening.open_existing(args.data)
    serving.check()
    stop = threading.Event()
    for one in (signal.SIGTERM, signal.SIGINT):
        signal.signal(one, lambda *_: stop.set())
    serving.work(stop=stop, once=args.once)
    return 0
