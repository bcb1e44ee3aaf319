"""`seren audit verify`: walks the whole log and its chain, and changes nothing."""

import argparse

from seren.doors.commands import opening
from seren.doors.commands.telling import Trouble, say
from seren.doors.commands.words import Parsers, add_data, command


def add(parsers: Parsers) -> None:
    parser = command(parsers, "audit", "the log of what happened: `audit verify`", data=False)
    parts = parser.add_subparsers(metavar="verify", required=True)
    verifying = parts.add_parser("verify", help="walk the chain; name the first bad row")
    add_data(verifying)
    verifying.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    opening.open_existing(args.data)
    from seren.foundation.audit.door import verify

    verdict = verify()
    if verdict.fault:
        raise Trouble(f"The audit does not verify: {verdict.fault}.")
    say(f"{verdict.entries} entries verify, {verdict.waiting} of them still to be laid into the chain.")
    return 0
