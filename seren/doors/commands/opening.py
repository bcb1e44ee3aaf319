"""Opening an installation: its keys, its settings, its database brought to the shape of this code."""

import gc
import os
import shutil
from collections.abc import Callable

from seren.config import databases
from seren.doors.commands import ground as places
from seren.doors.commands.ground import Found, Ground
from seren.doors.commands.telling import Trouble, note, warn

Build = Callable[[], None]


def open_existing(data: str | None) -> tuple[Ground, Found]:
    """For commands on an installation that is there. Raises Trouble where there is none."""
    ground = places.stand_on(data)
    found = places.look(ground)
    if not found.kind:
        raise Trouble(f"There is no installation in {ground.data}. `seren setup` makes one.")
    _need_keys(ground)
    set_up(found.kind)
    return ground, found


def open_or_make(ground: Ground, kind: str) -> Found:
    """For `serve` and `setup`: as it is, brought up to date, or made. Trouble: nothing was changed."""
    found = places.look(ground)
    if found.kind:
        _need_keys(ground)
        set_up(found.kind)
        warn_of_old_sqlite(ground)
        _bring_up_to_date(ground, found)
        return places.look(ground)
    if found.foreign:
        raise Trouble("The database holds tables of something else. Seren needs an empty one.")
    if strangers := ground.strangers():
        raise Trouble(
            f"{ground.data} holds other things: {', '.join(strangers[:5])}. Choose an empty folder."
        )
    if ground.folder_kind in ("demo", "live", "practice") and ground.folder_kind != kind:
        raise Trouble(f"{ground.data} is a {ground.folder_kind} folder. Choose another for this.")
    _make(ground, kind)
    return places.look(ground)


def open_demo(ground: Ground, build: Build) -> None:
    """The demo, built where it is not there, and built again where the shape of its database changed."""
    found = places.look(ground)
    if found.foreign or found.kind not in ("", "demo"):
        raise Trouble("That is no demo. `seren demo` takes an empty place, or a demo, and nothing else.")
    if ground.folder_kind not in ("", "demo"):
        raise Trouble(f"{ground.data} is not empty and no demo. Choose an empty folder: --data DIR.")
    if found.kind and ground.has_keys:
        set_up("demo")
        if found.fingerprint == _current():
            return
        warn("Seren has changed since this demo was made. The demo is built anew.")
    _clear_database(ground)
    _clear_folder(ground)
    _make(ground, "demo", build)


def set_up(kind: str) -> None:
    """Django with the settings of this kind: behind HTTPS where it is live and has a public address."""
    behind_https = kind == "live" and os.environ.get("SEREN_PUBLIC_URL", "").startswith("https://")
    module = "production" if behind_https else "dev"
    os.environ["DJANGO_SETTINGS_MODULE"] = f"seren.config.settings.{module}"
    import django

    gc.disable()  # what is read now stays to the end: to look through it for waste takes a tenth of the start
    django.setup()
    gc.freeze()
    gc.enable()


def warn_of_old_sqlite(ground: Ground) -> None:
    import sqlite3

    if not ground.database_url and sqlite3.sqlite_version_info < databases.SAFE_SQLITE:
        safe = ".".join(map(str, databases.SAFE_SQLITE))
        warn(
            f"SQLite here is {sqlite3.sqlite_version}. Before {safe} a rare fault can damage its file.",
            "Install the `pysqlite3` wheel, or take backups often. `seren doctor` says more.",
        )


def _need_keys(ground: Ground) -> None:
    if not ground.has_keys:
        raise Trouble(
            f"The keys of this installation are not in {ground.keys}. Put them back there: "
            f"seren keys restore FILE --data {ground.data}. "
            "Without them nothing sealed can be read, and new ones would not help."
        )


def _make(ground: Ground, kind: str, build: Build | None = None) -> None:
    """Keys, tables, the row that says what this is, then what fills it. The fingerprint comes last."""
    from seren.foundation.sealing import root

    ground.make_folder()
    (ground.data / "kind").write_text(f"{kind}\n")
    try:
        root.make(ground.keys)
        root.current(ground.keys)
    except (root.KeysMissing, OSError) as without:
        raise Trouble(f"The keys cannot be made: {without}") from without
    set_up(kind)
    warn_of_old_sqlite(ground)
    from django.core.management import call_command

    note("Making the database.")
    # The row comes right after the first table: an interrupted making is known for what it is.
    call_command("migrate", "kernel", verbosity=0)
    _say_kind(kind)
    call_command("migrate", verbosity=0)
    if build:
        build()
    _sign_fingerprint()


def _bring_up_to_date(ground: Ground, found: Found) -> None:
    from seren.doors.commands import fingerprint

    if found.fingerprint == _current():
        return
    unfinished = not found.fingerprint
    if not unfinished and fingerprint.of_those_applied(found.applied) != found.fingerprint:
        raise Trouble(
            "The database was made by another version of Seren. Nothing was changed. Start the version that "
            "made it, or restore a backup of this one into an empty folder: seren restore FILE --data DIR."
        )
    from django.core.management import call_command

    note("Bringing the database up to date.")
    call_command("migrate", verbosity=0)
    _sign_fingerprint()


def _current() -> str:
    from seren.doors.commands import fingerprint

    return fingerprint.of_the_code()


def _say_kind(kind: str) -> None:
    from seren.foundation.kernel import clock, db
    from seren.foundation.kernel.models import Installation

    with db.writing(housekeeping=True):
        Installation.objects.get_or_create(
            id=1, defaults={"kind": kind, "made_at": clock.now(), "fingerprint": ""}
        )


def _sign_fingerprint() -> None:
    from seren.foundation.kernel import db
    from seren.foundation.kernel.models import Installation

    with db.writing(housekeeping=True):
        Installation.objects.update(fingerprint=_current())


def _clear_folder(ground: Ground) -> None:
    """Empty a demo's folder, which was empty when the demo was begun. Its own key stays: it is in use."""
    kept = {ground.data / "kind", ground.keys, ground.keys / "installation.key"}
    for folder in (ground.data, ground.keys):
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if path in kept:
                continue
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()


def _clear_database(ground: Ground) -> None:
    """Drop a demo's tables on PostgreSQL. On SQLite they go with the folder."""
    if not ground.database_url:
        return
    import psycopg

    with psycopg.connect(**places.connection_words(ground.database_url)) as connection:
        tables = connection.execute(
            "SELECT format('DROP TABLE IF EXISTS %I CASCADE', tablename) FROM pg_tables "
            "WHERE schemaname = current_schema()"
        ).fetchall()
        for (drop,) in tables:
            connection.execute(drop)
