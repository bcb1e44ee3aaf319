"""The two databases: SQLite kept safe, PostgreSQL by address."""

import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

# The WAL-reset race can corrupt a database that two connections write: fixed in 3.51.3 (release notes).
SAFE_SQLITE = (3, 51, 3)

# Seconds a thread keeps its connection to SQLite: what it has learnt of the tables and of each query with it.
KEPT_OPEN = 60

# FULL: an acknowledged write survives a power cut. secure_delete: what is erased is overwritten.
# No mmap_size: several processes and a damaged page are a worse mix with it.
SQLITE_OPTIONS = {
    "timeout": 20,
    "transaction_mode": "IMMEDIATE",
    "init_command": (
        "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;PRAGMA trusted_schema=OFF;"
        "PRAGMA secure_delete=ON;PRAGMA journal_size_limit=27103364;PRAGMA temp_store=MEMORY;"
    ),
}

# Our conditions are long: to plan one takes PostgreSQL ten times as long as to ask it (docs/adr/0009). jit is
# decided by the estimated cost, which for such conditions lies far above what they cost.
PLANNED_ONCE = ("plan_cache_mode=force_generic_plan", "jit=off")


def use_newer_sqlite() -> None:
    """Put the `pysqlite3` wheel in place of the system's SQLite, where there is a wheel."""
    if "pysqlite3" in sys.modules:
        return
    try:
        import pysqlite3
        import pysqlite3.dbapi2
    except ImportError:
        return
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2


def sqlite(path: Path) -> dict[str, Any]:
    return {
        "ENGINE": "seren.config.sqlite",
        "NAME": str(path),
        "CONN_MAX_AGE": KEPT_OPEN,
        "OPTIONS": dict(SQLITE_OPTIONS),
        "TEST": {"NAME": ":memory:"},
    }


def postgresql(url: str) -> dict[str, Any]:
    from seren.config.statements import PlannedOnce, Worded  # its driver is there where PostgreSQL is used

    parts = urlsplit(url)
    query = dict(pair.partition("=")[::2] for pair in parts.query.split("&") if pair)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(query.get("host", "") or parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": {
            "pool": {"min_size": 1, "max_size": 8, "timeout": 20, "connection_class": PlannedOnce},
            "server_side_binding": True,
            "cursor_factory": Worded,
            "prepare_threshold": 2,
            "options": f"-c {' -c '.join(PLANNED_ONCE)}",
        },
    }


def choose(url: str, data: Path) -> dict[str, Any]:
    return postgresql(url) if url else sqlite(data / "seren.sqlite3")
