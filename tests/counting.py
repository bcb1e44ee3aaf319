"""How often the database is asked while something is looked at."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection
from django.test import Client

MOST = 12  # statements a page may need, frame, session and all
# What only marks where a transaction begins and ends.
_MARKS = ("SAVEPOINT", "RELEASE", "BEGIN", "SET TRANSACTION")


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements of the block, reading and writing, without the marks of transactions."""
    said: list[str] = []

    def hear(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if not sql.startswith(_MARKS):
            said.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(hear):
        yield said


def asked(client: Client, address: str) -> tuple[Any, int | None]:
    """The answer, and how many statements it took; None where it is no page."""
    with counted() as said:
        answer = client.get(address)
    is_page = answer.status_code == 200 and "text/html" in answer.headers.get("Content-Type", "")
    return answer, len(said) if is_page else None
