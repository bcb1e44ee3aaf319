"""The `seren` command. One file a subcommand: `add(parsers)` says its words, `run(args)` does the work."""

import argparse
import os
from collections.abc import Sequence
from importlib import import_module

from seren.doors.commands import rooms
from seren.doors.commands.telling import Trouble, warn
from seren.foundation.kernel.refusals import Refused
from seren.foundation.sealing.root import KeysMissing

# In the order of `seren --help`. A file that is not there yet, or whose room is not, is not in the list.
SUBCOMMANDS = (
    "demo",
    "serve",
    "setup",
    "import_",
    "sign_in_link",
    "api_token",
    "why",
    "who",
    "routes",
    "audit",
    "work",
    "backup",
    "restore",
    "keys",
    "doctor",
    "lockdown",
    "bench",
)


def main(words: Sequence[str]) -> int:
    """Exit code: 0 done, 1 the work cannot be done and says why, 2 the command was wrong."""
    os.environ.pop("SEREN_DEMO", None)  # only `seren demo` makes a demo
    args = parser().parse_args(words)
    try:
        return int(args.run(args))
    except (Trouble, Refused, KeysMissing) as trouble:
        warn(str(trouble))
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the reader of our output went away: `seren routes | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0


def parser() -> argparse.ArgumentParser:
    whole = argparse.ArgumentParser(
        prog="seren",
        description="Seren: the partnership between pre-schools, clubs and families.",
        epilog="Everything an installation keeps lies in one folder: --data DIR.",
    )
    parsers = whole.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name in SUBCOMMANDS:
        module = f"{__package__}.{name}"
        if rooms.exists(module):
            import_module(module).add(parsers)
    return whole
