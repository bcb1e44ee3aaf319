"""The door of search. See docs/mechanisms/search.md."""

from seren.foundation.search.cursors import read_cursor, sign_cursor
from seren.foundation.search.finding import Among, Found, count, find
from seren.foundation.search.indexing import NotSearchable, forget, index

__all__ = [
    "Among",
    "Found",
    "NotSearchable",
    "count",
    "find",
    "forget",
    "index",
    "read_cursor",
    "sign_cursor",
]
