"""Arguments that several commands share."""

import argparse
from typing import Any

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


def port(word: str) -> int:
    if not word.isdigit() or not 0 < int(word) < 65536:
        raise argparse.ArgumentTypeError(f"{word!r} is no port: 1 to 65535")
    return int(word)
