"""`seren keys backup|restore|rotate`: the key store, apart from everything else an installation keeps."""

import argparse
import getpass
import sys
from contextlib import suppress
from pathlib import Path

from seren.doors.commands import ground
from seren.doors.commands.archive import writing
from seren.doors.commands.ground import Ground
from seren.doors.commands.telling import Trouble, say
from seren.doors.commands.words import Parsers, add_data, command

_MOST = 1 << 30  # bytes: more than a million keys


def add(parsers: Parsers) -> None:
    parser = command(parsers, "keys", "the keys: their own backup, apart from the data’s", data=False)
    parts = parser.add_subparsers(metavar="backup|restore|rotate", required=True)
    backing = parts.add_parser("backup", help="all keys in one file, sealed to eight words shown once")
    backing.add_argument("file", metavar="FILE", type=Path, help="a new file; none is overwritten")
    add_data(backing)
    backing.set_defaults(run=backup)
    restoring = parts.add_parser("restore", help="bring the keys back, with the eight words")
    restoring.add_argument("file", metavar="FILE", type=Path)
    restoring.add_argument("--data", metavar="DIR", required=True, help="where the installation lies or will")
    restoring.add_argument("--replace", action="store_true", help="where there are keys already")
    restoring.set_defaults(run=restore)
    rotating = parts.add_parser("rotate", help="a new installation key; all others are wrapped anew with it")
    add_data(rotating)
    rotating.set_defaults(run=rotate)


def backup(args: argparse.Namespace) -> int:
    """The words are shown once the file is safe: nobody writes down words of a file that is not there."""
    place = _with_keys(args.data)
    target: Path = args.file.expanduser().resolve()
    if not target.parent.is_dir():
        raise Trouble(f"There is no folder {target.parent}.")
    from seren.foundation.kernel import clock
    from seren.foundation.sealing import door

    words = door.fresh_words()
    copy = door.take_copy(place.keys, clock.now().isoformat(timespec="seconds"))
    writing.write_whole(target, door.seal_copy(copy, words))
    door.remember_copy(place.keys, copy)
    say(f"{target}: the installation key and {len(copy.subjects)} others. These words open it:", "")
    say(f"    {words}", "")
    if copy.closed:
        say(f"{copy.closed} keys do not open: they are damaged, and not in it.")
    say("Write them down now, on paper: they are not shown again. Keep them apart from the file.")
    say("Only the newest backup of the keys is needed. Delete the older ones.")
    return 0


def restore(args: argparse.Namespace) -> int:
    place = ground.stand_on(args.data)
    source: Path = args.file.expanduser().resolve()
    from seren.foundation.sealing import door

    raw = _read(source)
    if door.lives(place.keys) and not args.replace:
        raise Trouble(
            f"There are keys in {place.keys}. Nothing was written. With --replace they give way to those of "
            "the backup; keys made since are kept."
        )
    try:
        copy = door.open_copy(raw, _ask())
    except door.NotACopy as broken:
        raise Trouble(f"{source} is damaged: {broken}. Nothing was written.") from broken
    except door.WrongWords as wrong:
        raise Trouble(f"These words do not open {source}. Nothing was written.") from wrong
    except door.BadWords as bad:
        raise Trouble(f"{bad} Nothing was written.") from bad
    place.make_folder()
    try:
        done = door.put_back(place.keys, copy)
    except (door.NotYet, door.OfAnother, OSError) as cannot:
        raise Trouble(f"The keys cannot be put back: {cannot}") from cannot
    say(f"{place.keys}: the keys of {copy.made_at} are back. It holds {done.keys} and the installation key.")
    if done.aside:
        say(f"The store that was there did not open whole. It is kept as {done.aside}.")
    if done.erased:
        say(f"{done.erased} erased subjects stay erased.")
    _tell_if_waiting(place)
    say("Where Seren runs, start it again.")
    return 0


def rotate(args: argparse.Namespace) -> int:
    place = _with_keys(args.data)
    from seren.foundation.sealing import door

    try:
        count = door.rotate(place.keys)
    except (door.NotYet, door.KeyMissing, OSError) as cannot:
        raise Trouble(f"The installation key cannot be changed: {cannot}") from cannot
    say(f"There is a new installation key. {count} keys were wrapped anew with it.")
    _tell_if_waiting(place)
    say("Start Seren again: everybody then signs in anew.")
    say("Take a new backup of the keys, and delete the older ones.")
    return 0


def _with_keys(data: str | None) -> Ground:
    place = ground.stand_on(data)
    if not place.has_keys:
        raise Trouble(f"There are no keys in {place.keys}.")
    return place


def _read(source: Path) -> bytes:
    try:
        if source.stat().st_size > _MOST:
            raise Trouble(f"{source} is too large to be a backup of keys.")
        return source.read_bytes()
    except OSError as broken:
        raise Trouble(f"{source} cannot be read: {broken.strerror}.") from broken


def _ask() -> str:
    """From a terminal unseen by whoever looks on; from a pipe as it comes."""
    with suppress(EOFError):
        return getpass.getpass("The eight words: ") if sys.stdin.isatty() else sys.stdin.read(10_000)
    return ""


def _tell_if_waiting(place: Ground) -> None:
    from seren.foundation.sealing import door

    if waiting := door.waiting_key(place.keys):
        say(f"It waits in {waiting}. Put it where the settings look for it, and delete that file.")
