"""`seren backup FILE`: database and media in one checksummed file, without keys, while Seren goes on."""

import argparse
import tempfile
from pathlib import Path

from seren.doors.commands import ground
from seren.doors.commands.archive import snapshots, writing
from seren.doors.commands.archive.manifest import Manifest, Member
from seren.doors.commands.ground import Found, Ground
from seren.doors.commands.telling import Trouble, progress, say
from seren.doors.commands.words import Parsers, command


def add(parsers: Parsers) -> None:
    parser = command(parsers, "backup", "database and media in one checksummed file, without keys")
    parser.add_argument("file", metavar="FILE", type=Path, help="a new file; none is overwritten")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Needs neither keys nor the shape of this code: it works on an installation that does not start."""
    place = ground.stand_on(args.data)
    found = ground.look(place)
    if not found.kind:
        raise Trouble(f"There is no installation in {place.data}.")
    target: Path = args.file.expanduser().resolve()
    if not target.parent.is_dir():
        raise Trouble(f"There is no folder {target.parent}.")
    with (
        tempfile.TemporaryDirectory(prefix=".backup-", dir=target.parent) as scratch,
        progress("Backup") as line,
    ):
        size = _size(place)
        manifest = writing.write(
            target,
            snapshots.take(place, Path(scratch)),
            lambda members: _describe(place, found, members),
            lambda done: line.at(min(done, size), size),
        )
    say(f"{target}: {len(manifest.members)} files, {sum(m.size for m in manifest.members):,} bytes.")
    say("The keys are not in it. Without a copy of them it opens nothing.")
    return 0


def _describe(place: Ground, found: Found, members: tuple[Member, ...]) -> Manifest:
    from seren.foundation.kernel import clock

    return Manifest(
        made_at=clock.now().isoformat(timespec="seconds"),
        kind=found.kind,
        database="postgresql" if place.database_url else "sqlite",
        fingerprint=found.fingerprint,
        members=members,
    )


def _size(place: Ground) -> int:
    """About how much there is, for the line that counts."""
    files = (path for path in (place.data / "media").rglob("*") if path.is_file())
    database = place.sqlite.stat().st_size if place.sqlite.exists() else 0
    return database + sum(path.stat().st_size for path in files)
