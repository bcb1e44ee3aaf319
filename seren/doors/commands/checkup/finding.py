"""One thing the doctor found."""

from dataclasses import dataclass
from enum import Enum


class Grade(Enum):
    WELL = "ok"
    WATCH = "look"  # works, and will not for ever
    ILL = "mend"  # something is lost, or will be


@dataclass(frozen=True)
class Finding:
    """`mend` says what to do; it is empty where all is well."""

    grade: Grade
    what: str
    mend: str = ""

    def __str__(self) -> str:
        return f"{self.grade.value:5} {self.what}" + (f"\n      {self.mend}" if self.mend else "")


def well(what: str) -> Finding:
    return Finding(Grade.WELL, what)


def watch(what: str, mend: str) -> Finding:
    return Finding(Grade.WATCH, what, mend)


def ill(what: str, mend: str) -> Finding:
    return Finding(Grade.ILL, what, mend)
