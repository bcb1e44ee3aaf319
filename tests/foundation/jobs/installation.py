"""A real installation in a folder of its own, driven by other processes: for what only a kill shows."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import psycopg

ROOT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True)
class Installation:
    """`module` is run with a command and its arguments, in a process with the installation's environment."""

    folder: Path
    database_url: str
    module: str

    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("SEREN_", "COV_"))}
        return {
            **kept,
            "DJANGO_SETTINGS_MODULE": "tests.foundation.jobs.settings",
            "SEREN_TEST_DATA": str(self.folder),
            "DATABASE_URL": self.database_url,
            "PYTHONPATH": str(ROOT),
        }

    def start(self, *command: str, **knobs: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, "-m", self.module, *command],
            env={**self.environment(), **knobs},
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *command: str, **knobs: str) -> Any:
        process = self.start(*command, **knobs)
        out, err = process.communicate(timeout=120)
        assert process.returncode == 0, err
        return json.loads(out) if out.strip() else None

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """Look into the database from outside, while the others work."""
        if self.database_url:
            socket = unquote(self.database_url.partition("host=")[2])
            name = self.database_url.rpartition("/")[2].partition("?")[0]
            with psycopg.connect(host=socket, user="postgres", dbname=name) as database:
                return database.execute(sql).fetchall()
        with closing(sqlite3.connect(self.folder / "seren.sqlite3", timeout=20)) as file:
            return file.execute(sql).fetchall()


def kill_9(process: "subprocess.Popen[str]") -> None:
    process.send_signal(signal.SIGKILL)
    process.communicate()


def new_database(name: str) -> str:
    """A database of its own on the PostgreSQL of this run, or nothing: then it is a file in the folder."""
    server = os.environ.get("DATABASE_URL", "")
    if not server:
        return ""
    socket = unquote(server.partition("host=")[2])
    with psycopg.connect(host=socket, user="postgres", dbname="postgres", autocommit=True) as admin:
        admin.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        admin.execute(f'CREATE DATABASE "{name}"')
    return f"postgresql://postgres@/{name}?host={quote(socket, safe='')}"
