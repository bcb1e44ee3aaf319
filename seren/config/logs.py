"""What a log line may hold: an allow-list.

Our own sentences are written for the log. Of anybody else's only the logger, the status and the name of the
view are kept: their messages quote addresses, query strings, form fields and rows. An exception is told by
its class and its places, never by its words.
"""

import logging
import traceback
from types import TracebackType
from typing import Any

# Loggers whose messages are ours, or are known to hold nothing but states of a process.
SPEAK = ("seren", "granian", "_granian")


class AllowListed(logging.Formatter):
    """`2025-05-14 10:40:00 ERROR django.request status=500 view=stars KeyError at stars.py:12 in act`"""

    def format(self, record: logging.LogRecord) -> str:
        parts = [self.formatTime(record, "%Y-%m-%d %H:%M:%S"), record.levelname, record.name]
        if record.name.split(".")[0] in SPEAK:
            parts.append(record.getMessage())
        parts += _of_request(record)
        if record.exc_info and record.exc_info[0]:
            parts.append(_of_exception(record.exc_info[0], record.exc_info[2]))
        return " ".join(parts)


def _of_request(record: logging.LogRecord) -> list[str]:
    status = getattr(record, "status_code", None)
    match = getattr(getattr(record, "request", None), "resolver_match", None)
    said = [f"status={status}"] if isinstance(status, int) else []
    return said + ([f"view={match.view_name}"] if match else [])


def _of_exception(kind: type[BaseException], places: TracebackType | None) -> str:
    frames = traceback.extract_tb(places)[-6:]
    path = " < ".join(f"{_name(frame)}:{frame.lineno} in {frame.name}" for frame in frames[::-1])
    return f"{kind.__name__} at {path}" if path else kind.__name__


def _name(frame: traceback.FrameSummary) -> str:
    return frame.filename.rsplit("/", 1)[-1]


def configuration(level: str) -> dict[str, Any]:
    """Django's LOGGING. No error mail: it would carry what was posted."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"()": AllowListed}},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["console"], "level": level},
        "loggers": {
            "django": {"handlers": [], "propagate": True},
            "django.server": {"handlers": [], "propagate": True},
            "django.request": {"level": "ERROR"},  # a 404 is an answer, not an event
            "django.security": {"level": "ERROR"},
        },
    }
