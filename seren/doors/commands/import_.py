"""`seren import staff|families FILE`: a list of the setting's own books, all of it or nothing."""

import argparse
from pathlib import Path
from typing import Any

from seren.doors.commands import opening, rooms
from seren.doors.commands.telling import Trouble, progress, say, warn
from seren.doors.commands.words import Parsers, command


def add(parsers: Parsers) -> None:
    if not rooms.exists(rooms.INTAKE):
        return
    parser = command(parsers, "import", "bring in staff or families from a CSV file, all or nothing")
    parser.add_argument("sheet", choices=["staff", "families"])
    parser.add_argument("file", metavar="FILE", type=Path, help="UTF-8, with a line of column names")
    parser.add_argument("--setting", metavar="SLUG", required=True)
    parser.add_argument("--make-rooms", action="store_true", help="make rooms and sessions the list names")
    parser.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    opening.open_existing(args.data)
    told = _told(args, _read(args.file))
    if told.faults:
        warn(*(fault.sentence for fault in told.faults), "Nothing was brought in.")
        return 1
    for step in told.steps:
        say(f"Line {step.line}: {step.who}: {step.what}")
    say(*told.sentences)
    if args.dry_run:
        say("Nothing was changed: this was a dry run.")
    return 0


def _read(path: Path) -> bytes:
    from seren.people.families.domain.intake import LARGEST

    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as trouble:
        raise Trouble(f"{path} cannot be read: {trouble.strerror}.") from trouble


def _told(args: argparse.Namespace, raw: bytes) -> Any:
    from seren.foundation.access.door import Operator
    from seren.foundation.kernel import clock
    from seren.people.families.domain.intake import bring_in, look_through
    from seren.people.families.terms import Sheet
    from seren.people.provision.queries import setting_called

    setting = setting_called(args.setting)
    if setting is None:
        raise Trouble(f"There is no setting {args.setting!r} here.")
    now = clock.now()
    words: dict[str, Any] = {
        "actor": Operator(setting.provider_id, now),
        "setting": setting.id,
        "sheet": Sheet(args.sheet),
        "raw": raw,
        "make_rooms": args.make_rooms,
        "now": now,
    }
    if args.dry_run:
        return look_through(**words)
    with progress("Bringing in") as line:
        return bring_in(progress=line.at, **words)
