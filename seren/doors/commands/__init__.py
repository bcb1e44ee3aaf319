"""The `seren` command: one file a subcommand."""

from seren.config import databases

# Before any module here imports sqlite3: one process must never open a file with two SQLite libraries,
# for closing it in one drops the locks of the other.
databases.use_newer_sqlite()
