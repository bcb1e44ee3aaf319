"""`seren restore FILE --data DIR`: a backup brought back, once every byte is found right."""

import argparse
import os
import shutil
import tempfile
from pathlib import Path

from seren.doors.commands import ground, opening
from seren.doors.commands.archive import reading, snapshots
from seren.doors.commands.archive.manifest import Damaged, Manifest
from seren.doors.commands.ground import Ground
from seren.doors.commands.telling import Trouble, progress, say
from seren.doors.commands.words import Parsers, command

# Keys are brought back first, by themselves: a folder with nothing but keys counts as empty.
MAY_BE_THERE = {"keys"}
MARK = "restored"  # the digest of the backup a folder was restored from


def add(parsers: Parsers) -> None:
    parser = command(parsers, "restore", "bring a backup back into an empty folder", data=False)
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument("--data", metavar="DIR", required=True, help="a new or empty folder")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    place = ground.stand_on(args.data)
    backup: Path = args.file.expanduser().resolve()
    manifest, digest = verify(backup)
    if not _restored_already(place, digest):
        _need_empty(place, manifest)
        _bring_back(place, backup, manifest, digest)
        say(f"{place.data}: {len(manifest.members)} files of the backup of {manifest.made_at} are back.")
    return _open(place, manifest)


def verify(backup: Path) -> tuple[Manifest, str]:
    """The manifest of a file that is whole, and the file's digest. Raises Trouble naming what is not."""
    if not backup.is_file():
        raise Trouble(f"There is no file {backup}.")
    try:
        with progress("Checking") as line:
            return reading.verify(backup, line.at)
    except Damaged as damaged:
        raise Trouble(f"{backup} is damaged: {damaged.part}. Nothing was written.") from damaged


def _restored_already(place: Ground, digest: str) -> bool:
    """This very backup was brought back here before, and its keys perhaps came after."""
    mark = place.data / MARK
    return mark.is_file() and mark.read_text().strip() == digest


def _need_empty(place: Ground, manifest: Manifest) -> None:
    there = {path.name for path in place.data.iterdir()} if place.data.is_dir() else set()
    if there - MAY_BE_THERE:
        raise Trouble(f"{place.data} is not empty. A backup is brought back into a new folder only.")
    if (manifest.database == "postgresql") != bool(place.database_url):
        raise Trouble(
            f"This is a backup of {manifest.database}. "
            + ("Take DATABASE_URL away." if place.database_url else "Set DATABASE_URL to an empty database.")
        )
    if place.database_url:
        found = ground.look(place)
        if found.kind or found.foreign:
            raise Trouble("The database of DATABASE_URL is not empty. Give it an empty one.")
    needed = sum(member.size for member in manifest.members)
    nearest = next(folder for folder in (place.data, *place.data.parents) if folder.is_dir())
    if shutil.disk_usage(nearest).free < needed * 1.1:
        raise Trouble(f"There is no room at {place.data}: {needed:,} bytes are needed. Nothing was written.")


def _bring_back(place: Ground, backup: Path, manifest: Manifest, digest: str) -> None:
    """Beside their places first, then all into them: an interrupted restore leaves no half installation."""
    place.make_folder()
    with (
        tempfile.TemporaryDirectory(prefix=".restore-", dir=place.data) as scratch,
        progress("Bringing back") as line,
    ):
        size = sum(member.size for member in manifest.members)
        try:
            reading.unpack(backup, manifest, Path(scratch), lambda done: line.at(done, size))
        except Damaged as damaged:
            raise Trouble(f"{backup} is damaged: {damaged.part}. Nothing was brought back.") from damaged
        except OSError as error:
            raise Trouble(f"The backup cannot be brought back: {error}. Nothing was.") from error
        _check_database(place, Path(scratch))
        if (media := Path(scratch) / "media").is_dir():
            os.rename(media, place.data / "media")
        (place.data / "kind").write_text(f"{manifest.kind}\n")
        _put_database(place, Path(scratch))
    (place.data / MARK).write_text(f"{digest}\n")


def _check_database(place: Ground, scratch: Path) -> None:
    if not place.database_url and (faults := snapshots.faults_of(scratch / "database.sqlite3")):
        raise Trouble(f"The database in the backup is damaged: {faults[0]}. Nothing was brought back.")


def _put_database(place: Ground, scratch: Path) -> None:
    """Last of all: where there is a database, there is an installation."""
    if place.database_url:
        wanted = ("--no-owner", "--no-acl", "--single-transaction", "--exit-on-error", "--dbname=")
        snapshots.run_tool("pg_restore", place.database_url, *wanted, str(scratch / "database.pgdump"))
    else:
        os.rename(scratch / "database.sqlite3", place.sqlite)


def _open(place: Ground, manifest: Manifest) -> int:
    """With its keys: the audit's chain is taken as it stands in the backup, and that is said."""
    if not place.has_keys:
        say(f"Without its keys nothing sealed opens. Now put the keys into {place.keys}:")
        say(f"seren keys restore FILE --data {place.data}. Then type the same command once more.")
        return 0
    opening.set_up(manifest.kind)
    from seren.foundation.audit.door import anchor_here, verify

    anchor_here()
    verdict = verify()
    if verdict.fault:
        raise Trouble(f"The audit does not verify: {verdict.fault}. Are these the keys of this installation?")
    _need_every_key(place)
    say(f"It opens with the keys that are there. The audit verifies: {verdict.entries} entries.")
    say("What was withdrawn, erased or restricted after the backup was made must be done again.")
    return 0


def _need_every_key(place: Ground) -> None:
    """Whoever was erased since the backup has rightly none: their sealed words came back shut."""
    from seren.doors.commands.checkup.keys import sealed_subjects
    from seren.foundation.sealing.door import erased, lacking

    without = set(lacking(sealed_subjects()))
    gone = set(erased(without))
    if gone:
        say(f"{len(gone)} subjects were erased since. Their sealed words stay shut.")
    if lost := len(without - gone):
        raise Trouble(
            f"These keys are older than the backup: {lost} subjects have words that none of them opens. "
            f"Bring newer ones: seren keys restore FILE --data {place.data} --replace. "
            "Then type the same command once more."
        )
