"""`seren serve`: an installation, made on the first run."""

import argparse
from typing import Any

from seren.config import env
from seren.doors.commands import ground, opening, serving, statics
from seren.doors.commands.telling import Trouble, say
from seren.doors.commands.words import Parsers, add_serving, command, public_address

LOOPBACK = ("127.0.0.1", "::1", "localhost")


def add(parsers: Parsers) -> None:
    parser = command(parsers, "serve", "serve an installation; the first run makes its keys and its database")
    add_serving(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    place = ground.stand_on(args.data, making=True, port=args.port)
    host = env.read().bind
    serving.need_free_port(host, args.port)
    if ground.look(place).kind == "demo":
        raise Trouble(
            f"{place.data} is a demo. `seren demo` serves it; a live one needs a folder of its own."
        )
    found = opening.open_or_make(place, "live")
    if found.kind == "practice" and host not in LOOPBACK:
        raise Trouble("A practice installation is served on this machine only. Take SEREN_BIND away.")
    statics.gather()
    empty = not _has_settings()
    return serving.serve(
        host, args.port, jobs=not args.no_work, ready=lambda: _ready(place, host, args.port, empty)
    )


def _has_settings() -> bool:
    from django.apps import apps

    from seren.foundation.access.door import SystemReason, system

    setting: Any = apps.get_model("provision.Setting")
    return bool(system(SystemReason.MENDING, setting).exists())


def _ready(place: ground.Ground, host: str, port: int, empty: bool) -> None:
    place.remember_address()
    public = public_address()
    if public.startswith("https://"):
        say(f"Seren is at {public}/, served on {host} port {port} (Ctrl-C stops it)")
    else:
        say(f"Seren is at {public}/ (Ctrl-C stops it)")
        say("This machine only. For others set SEREN_PUBLIC_URL to its https address, behind a proxy.")
    if empty:
        say("Nobody can sign in yet. The first setting and its manager: seren setup --help")
