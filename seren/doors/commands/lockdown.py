"""`seren lockdown on|off`: everybody is out at once and nobody comes in, until it is taken off here."""

import argparse
from importlib import import_module
from typing import Any

from seren.doors.commands import opening, rooms
from seren.doors.commands.telling import Trouble, say
from seren.doors.commands.words import Parsers, add_data, command


def add(parsers: Parsers) -> None:
    if not rooms.exists(rooms.ACCOUNTS):
        return
    parser = command(
        parsers, "lockdown", "end every session, feed and token at once; or open again", data=False
    )
    parser.add_argument("state", choices=("on", "off"), help="close Seren now, or open it again")
    add_data(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    opening.open_existing(args.data)
    from seren.foundation.kernel import clock, closing

    accounts: Any = import_module(rooms.ACCOUNTS)
    since = closing.closed_since()
    if args.state == "on":
        ended = accounts.lock_down(now=clock.now())
        say(
            f"Seren is closed. Ended: {ended.sessions} sign-ins, {ended.devices} known devices, "
            f"{ended.tokens} tokens, {ended.links} links.",
            "Nobody comes in and no mail leaves until: seren lockdown off",
        )
        return 0
    if since is None:
        raise Trouble("Seren is not closed.")
    accounts.open_up(now=clock.now())
    say(f"Seren is open again. It was closed since {since:%Y-%m-%d %H:%M} UTC. Everybody signs in anew.")
    return 0
