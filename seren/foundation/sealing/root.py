"""The installation key: where it comes from, and the keys derived from it, one per purpose.

While the key is being changed there are two: the one in its place, and the next beside it. The key store
says by a name which of them it is wrapped with, so it opens whatever instant the change was cut short at.
"""

import os
import shlex
import subprocess
from contextlib import closing, suppress
from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from seren.foundation.sealing import disk

LENGTH = 32
STORE = "subjects.sqlite3"
HOW_TO_MEND = "Bring the keys back: seren keys restore FILE --data DIR."
_FILE = "installation.key"
_COMMAND = "command:"
_PATIENCE = 30  # seconds a command may take
_sources: dict[Path, str] = {}


class KeysMissing(RuntimeError):
    """There are no keys where the settings say they are. The message says what to do."""


def comes_from(folder: Path, source: str) -> None:
    """Say where the key of this store comes from: "" for the file in it, a path, or `command:WORDS`."""
    _sources[folder] = source


def place(folder: Path) -> Path | None:
    """The file that holds the key. None where a command gives it."""
    source = _sources.get(folder, "")
    return None if source.startswith(_COMMAND) else Path(source or folder / _FILE)


def next_place(folder: Path) -> Path:
    """Where the next key waits until it takes the place of the first."""
    at = place(folder) or folder / _FILE
    return at.with_name(f"{at.name}.next")


def make(folder: Path) -> None:
    """Make the installation key and an empty store, each once. Does nothing where they are."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    at = place(folder)
    if at is not None and not at.exists():
        with suppress(FileExistsError):
            disk.write_new(at, os.urandom(LENGTH))
    make_store(folder)


def make_store(folder: Path) -> None:
    if not (folder / STORE).exists():
        with suppress(FileExistsError):
            disk.write_new(folder / STORE, b"")


def there(folder: Path) -> bool:
    """Both are there: the installation key and the store. Whether a command answers is not asked."""
    at = place(folder)
    key = at is None or at.is_file() or next_place(folder).is_file()
    return key and (folder / STORE).is_file()


def named(folder: Path, name: bytes) -> bytes:
    """The key of this name: the store says which it needs. Raises KeysMissing where it is another."""
    if name_of(current(folder)) != name:
        current.cache_clear()  # another process has changed it since
    key = current(folder)
    if name_of(key) != name:
        raise KeysMissing(f"The installation key is not the one that {folder / STORE} was wrapped with.")
    return key


@lru_cache(maxsize=8)
def current(folder: Path) -> bytes:
    """The installation key in force. Raises KeysMissing."""
    waiting, wanted = read_next(folder), _wanted(folder)
    if waiting is not None and name_of(waiting) == wanted:
        return waiting
    try:
        return read(folder)
    except KeysMissing:
        if waiting is None or wanted:
            raise
        return waiting  # keys are just being put back into a folder that had none


def read(folder: Path) -> bytes:
    """The key in its place, as the settings say. Raises KeysMissing."""
    at = place(folder)
    return _given(_sources[folder]) if at is None else _kept(at)


def read_next(folder: Path) -> bytes | None:
    at = next_place(folder)
    try:
        return _as_key(at.read_bytes(), f"The key at {at}")
    except FileNotFoundError:
        return None


def waiting(folder: Path) -> Path | None:
    """Where a key lies that is in force and not in its place yet."""
    return next_place(folder) if read_next(folder) == current(folder) else None


def name_of(key: bytes) -> bytes:
    """What a store remembers of the key that wraps it. Tells nothing of the key."""
    return derive(key, "name")[:16]


@lru_cache(maxsize=32)
def derived(folder: Path, purpose: str) -> bytes:
    """32 bytes from the key in force: another after the key was changed."""
    return derive(current(folder), purpose)


def derive(key: bytes, purpose: str) -> bytes:
    """32 bytes for one purpose. Knowing one tells nothing of another, nor of the key."""
    return HKDF(SHA256(), LENGTH, salt=None, info=f"seren:{purpose}".encode()).derive(key)


def _kept(at: Path) -> bytes:
    try:
        return _as_key(at.read_bytes(), f"The key at {at}")
    except OSError as away:
        raise KeysMissing(f"There is no key at {at}. {HOW_TO_MEND}") from away


def _given(source: str) -> bytes:
    """What the command prints. It is run without a shell; what it complains of is not repeated."""
    words = shlex.split(source.removeprefix(_COMMAND))
    try:
        said = subprocess.run(words, capture_output=True, timeout=_PATIENCE, check=True)  # noqa: S603
    except (OSError, IndexError, ValueError, subprocess.SubprocessError) as broken:
        raise KeysMissing(f"The command for the installation key gave none: {source}") from broken
    return _as_key(said.stdout, "What the command for the installation key prints")


def _as_key(raw: bytes, what: str) -> bytes:
    """32 bytes as they are, or written as 64 hexadecimal digits."""
    if len(raw) == LENGTH:
        return raw
    with suppress(ValueError):
        key = bytes.fromhex(raw.decode("ascii"))
        if len(key) == LENGTH:
            return key
    raise KeysMissing(f"{what} is damaged: it must be {LENGTH} bytes, or {2 * LENGTH} hexadecimal digits.")


def _wanted(folder: Path) -> bytes:
    """The name in the store: which key opens it. Empty where no store says so."""
    import sqlite3  # now: settings put a newer one in its place

    if not (folder / STORE).is_file():
        return b""
    with closing(sqlite3.connect(folder / STORE, timeout=20)) as store, suppress(sqlite3.OperationalError):
        row = store.execute("SELECT value FROM about WHERE name = 'wrapped_by'").fetchone()
        return bytes(row[0]) if row else b""
    return b""
