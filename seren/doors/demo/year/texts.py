"""What people write in the year: lines in text files, filled in for one child.

In a line, `{name}` is the child as they are called, in the letters of the language; `<he/she>` follows the
child; of `[one|other]` one is chosen; `{two}` and `{dau}` count the friends; `«Mam-gu/Nain»` follows where in
Wales the family is from.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from random import Random

from seren.doors.demo.spec import Kid

_FOLDER = Path(__file__).with_name("texts")
_CHOICE = re.compile(r"\[([^\]]+)\]")
_GENDER = re.compile(r"<([^<>/]*)/([^<>/]*)>")
_GRANDPARENT = re.compile(r"«([^«»/]*)/([^«»/]*)»")
_NORTH = {"Evans", "Roberts", "Griffiths", "Hughes", "Williams", "Parry", "Pritchard"}
_COUNTS = {2: ("two", "dau"), 3: ("three", "tri")}
_SEASONS = "wwsssuuuaaaw"  # of the months from January
OWN_LETTERS = ("ur", "bn", "uk", "ar")  # languages in which a name is written in other letters


@dataclass(frozen=True)
class Line:
    """One line: what stands before the first bar, and the words between the bars after it."""

    number: int
    marks: tuple[str, ...]
    words: tuple[str, ...]

    @property
    def scene(self) -> str:
        """The picture that goes with it, always the last mark."""
        return "" if self.marks[-1] == "-" else self.marks[-1]


@cache
def lines(name: str) -> tuple[Line, ...]:
    read = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    found = []
    for number, line in enumerate(read):
        if line and not line.startswith("#"):
            marks, *words = line.split(" | ")
            found.append(Line(number, tuple(marks.split()), tuple(words)))
    return tuple(found)


def season_of(day: date) -> str:
    """As lines are marked: a(utumn), w(inter), s(pring), (s)u(mmer)."""
    return _SEASONS[day.month - 1]


def filled(words: str, kid: Kid, rng: Random, language: str, friends: int = 1) -> str:
    """The words about that child; about a group, without any name."""
    words = _CHOICE.sub(lambda found: rng.choice(found[1].split("|")), words)
    words = _GENDER.sub(lambda found: found[2] if kid.girl else found[1], words)
    north = kid.name.split()[-1] in _NORTH
    words = _GRANDPARENT.sub(lambda found: found[2] if north else found[1], words)
    english, welsh = _COUNTS.get(friends, ("", ""))
    name = kid.written if language in OWN_LETTERS and kid.written else kid.called
    return words.format(name=name, two=english, Two=english.capitalize(), dau=welsh)
