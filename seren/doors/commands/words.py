"""Arguments that several commands share."""

import argparse
import os
from typing import Any

_MOST_DAYS = 366
Parsers = Any  # argparse keeps the type of its subparsers private


def command(parsers: Parsers, name: str, does: str, *, data: bool = True) -> argparse.ArgumentParser:
    """A subcommand with its one line of help, and `--data` where it works on an installation."""
    parser: argparse.ArgumentParser = parsers.add_parser(name, help=does, description=does)
    if data:
        add_data(parser)
    return parser


def add_data(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", metavar="DIR", help="where the installation lies")


def add_serving(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", metavar="N", type=port, default=8000, help="default 8000")
    parser.add_argument("--no-work", action="store_true", help="leave background jobs to `seren work`")


def public_address() -> str:
    """How the outside reaches this installation, without a slash at the end."""
    return os.environ["SEREN_PUBLIC_URL"].rstrip("/")


def whole_days(word: str) -> int:
    if not word.isdigit() or not 0 < int(word) <= _MOST_DAYS:
        raise argparse.ArgumentTypeError(f"{word!r} is no number of days: 1 to {_MOST_DAYS}")
    return int(word)


def port(word: str) -> int:
    if not word.isdigit() or not 0 < int(word) < 65536:
        raise argparse.ArgumentTypeError(f"{word!r} is no port: 1 to 65535")
    return int(word)
