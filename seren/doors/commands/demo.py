"""`seren demo`: the lived-in world, on this machine only."""

import argparse
import os
from importlib import import_module
from typing import Any

from seren.doors.commands import ground, opening, rooms, serving, statics
from seren.doors.commands.telling import note, say
from seren.doors.commands.words import Parsers, add_serving, command

HOST = "127.0.0.1"


def add(parsers: Parsers) -> None:
    parser = command(parsers, "demo", "build the lived-in world where it is not there, and serve it here")
    add_serving(parser)
    parser.add_argument(
        "--database", metavar="URL", default="", help="build it in this PostgreSQL database instead of a file"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    os.environ["SEREN_DEMO"] = "1"
    place = ground.stand_on(args.data, demo=True, database=args.database, port=args.port)
    serving.need_free_port(HOST, args.port)
    opening.open_demo(place, build_world)
    statics.gather()
    return serving.serve(HOST, args.port, jobs=not args.no_work, ready=lambda: _ready(place, args.port))


def build_world() -> None:
    """The one builder of people and happenings, through the verbs."""
    if rooms.exists(rooms.DEMO_WORLD):
        from seren.foundation.kernel import clock

        note("Building the lived-in world. This takes up to a minute.")
        world: Any = import_module(rooms.DEMO_WORLD)
        world.build(size="lived-in", today=clock.today(), seed=1)


def _ready(place: ground.Ground, port: int) -> None:
    place.remember_address()
    say(f"Seren is at http://localhost:{port}/ (Ctrl-C stops it)")
