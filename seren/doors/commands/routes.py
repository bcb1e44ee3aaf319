"""`seren routes`: every address, the action it declares, the class of record it shows."""

import argparse
import json
import os
import tempfile
from pathlib import Path
from typing import Any

from seren.doors.commands.telling import say
from seren.doors.commands.words import Parsers, command


def add(parsers: Parsers) -> None:
    parser = command(parsers, "routes", "every address, the action it declares, what it shows", data=False)
    parser.add_argument("--json", action="store_true", help="for a script")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    rows = [
        {
            "path": route.path,
            "name": route.name,
            "action": str(route.action) if route.action else None,
            "class": str(route.record_class) if route.record_class else None,
        }
        for route in _routes()
    ]
    if args.json:
        say(json.dumps(rows, indent=1))
    else:
        say(*(f"{r['class'] or '-':4} {r['action'] or '-':32} {r['path']}" for r in rows))
    return 0


def _routes() -> list[Any]:
    """The table of addresses needs settings, not an installation: a folder of a moment will do."""
    from seren.foundation.sealing import root

    with tempfile.TemporaryDirectory(prefix="seren-routes-") as folder:
        os.environ["SEREN_DATA"] = folder
        root.make(Path(folder) / "keys")
        from seren.doors.commands.opening import set_up

        set_up("live")
        from seren.foundation.access.door import routes

        return list(routes())
