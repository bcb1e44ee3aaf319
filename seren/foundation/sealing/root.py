"""The installation key and the keys derived from it, one per purpose."""

import os
from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

LENGTH = 32


class KeysMissing(RuntimeError):
    """There is no installation key where the settings say it is. The message says what to do."""


def make(folder: Path) -> None:
    """Make the installation key, once. Does nothing where there is one."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / "installation.key"
    if path.exists():
        return
    fresh = folder / f".installation.{os.getpid()}"
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(os.urandom(LENGTH))
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(fresh, path)  # unlike rename, never replaces a key somebody else made meanwhile
    except FileExistsError:
        pass
    finally:
        fresh.unlink()


@lru_cache(maxsize=8)
def _root(folder: Path) -> bytes:
    path = folder / "installation.key"
    if not path.is_file():
        raise KeysMissing(f"No key at {path}. Put the keys of this installation back, or start a new one.")
    key = path.read_bytes()
    if len(key) != LENGTH:
        raise KeysMissing(f"The key at {path} is damaged: it must be {LENGTH} bytes.")
    return key


@lru_cache(maxsize=32)
def derived(folder: Path, purpose: str) -> bytes:
    """32 bytes for one purpose. Knowing one tells nothing of another, nor of the installation key."""
    return HKDF(SHA256(), LENGTH, salt=None, info=f"seren:{purpose}".encode()).derive(_root(folder))
