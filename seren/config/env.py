"""Every knob of an installation, in one list, typed. Nothing else reads the environment."""

import os
from dataclasses import dataclass, fields
from pathlib import Path
from urllib.parse import unquote, urlsplit

# Those whose name is not `SEREN_` and the field in capitals.
_NAMES = {"database_url": "DATABASE_URL", "keys": "KEYS_URL"}


class BadKnob(ValueError):
    """An environment variable holds something it cannot hold. The message says which and why."""


@dataclass(frozen=True)
class Env:
    """One field a knob; the variable's name is `SEREN_` and the field in capitals, or as noted."""

    data: Path  # everything an installation keeps lies here
    database_url: str  # DATABASE_URL: empty is SQLite in `data`; postgresql://user:password@host/name
    keys: Path  # KEYS_URL: file:/folder for the keys; by default `data`/keys
    installation_key: str  # a path, or command:WORDS that prints it; by default installation.key in `keys`
    public_url: (
        str  # how the outside reaches this installation; https://…, or on this machine http://localhost:N
    )
    hosts: tuple[str, ...]  # further names it answers to, comma-separated
    email_url: str  # smtp://user:password@host:port or smtps://…; empty lands mail in `data`/outbox
    email_from: str  # the address mail comes from
    security_contact: str  # whom a finder of a hole writes to; by default the address mail comes from
    max_upload_mb: int  # the largest file taken in
    jobs_at_once: int  # photos worked on side by side
    bind: str  # the address `seren serve` listens on: loopback, unless a proxy elsewhere must reach it
    log_level: str
    demo: bool  # set by `seren demo` only


def _text(name: str, default: str = "") -> str:
    return os.environ.get(name, default).strip()


def _whole(name: str, default: int) -> int:
    raw = _text(name, str(default))
    if not raw.isdigit():
        raise BadKnob(f"{name} must be a whole number, not {raw!r}.")
    return int(raw)


def _keys(data: Path) -> Path:
    """A folder: the keys' own place. Other kinds of address are not supported."""
    said = urlsplit(_text("KEYS_URL"))
    if not said.geturl():
        return data / "keys"
    if said.scheme != "file" or said.netloc not in ("", "localhost") or not said.path.startswith("/"):
        raise BadKnob("KEYS_URL must be the address of a folder: file:/path/to/keys.")
    return Path(unquote(said.path)).resolve()


def _installation_key(data: Path) -> str:
    said = _text("SEREN_INSTALLATION_KEY")
    if not said or said.startswith("command:"):
        return said
    return str(_apart(data, Path(said.removeprefix("file://")).expanduser().resolve()))


def _apart(data: Path, path: Path) -> Path:
    if path.is_relative_to(data / "media"):
        raise BadKnob("Keys may not lie in the media folder: a backup takes all of it in.")
    return path


def read() -> Env:
    """The knobs as they stand now. Raises BadKnob."""
    data = Path(_text("SEREN_DATA", "var/demo")).expanduser().resolve()
    database_url = _text("DATABASE_URL")
    if database_url and not database_url.startswith(("postgres://", "postgresql://")):
        raise BadKnob("DATABASE_URL must begin with postgresql://, or be left out for SQLite.")
    public_url = _text("SEREN_PUBLIC_URL").rstrip("/")
    if public_url and not public_url.startswith(("https://", "http://localhost:", "http://127.0.0.1:")):
        raise BadKnob(
            "SEREN_PUBLIC_URL must begin with https://: what is told here may not be read on the way."
        )
    return Env(
        data=data,
        database_url=database_url,
        keys=_apart(data, _keys(data)),
        installation_key=_installation_key(data),
        public_url=public_url,
        hosts=tuple(host for host in _text("SEREN_HOSTS").split(",") if host),
        email_url=_text("SEREN_EMAIL_URL"),
        email_from=_text("SEREN_EMAIL_FROM", "seren@localhost"),
        security_contact=_text("SEREN_SECURITY_CONTACT") or _text("SEREN_EMAIL_FROM", "seren@localhost"),
        max_upload_mb=_whole("SEREN_MAX_UPLOAD_MB", 25),
        jobs_at_once=_whole("SEREN_JOBS_AT_ONCE", 1),
        bind=_text("SEREN_BIND", "127.0.0.1"),
        log_level=_text("SEREN_LOG_LEVEL", "WARNING"),
        demo=_text("SEREN_DEMO") == "1",
    )


def names() -> list[str]:
    """The variables read, for `seren doctor` and the docs."""
    return [_NAMES.get(field.name, f"SEREN_{field.name.upper()}") for field in fields(Env)]
