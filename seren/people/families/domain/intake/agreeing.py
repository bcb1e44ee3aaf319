"""Lines that must say the same: of one child, of one adult, of one household. No database is asked."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from seren.foundation.kernel import text
from seren.people.families.domain.intake.reading import Line
from seren.people.families.domain.intake.telling import Fault
from seren.people.families.terms import Responsibility

OF_A_CHILD = (
    "child_first_name",
    "child_last_name",
    "child_known_as",
    "child_date_of_birth",
    "room",
    "key_person_email",
    "start_date",
    "sessions",
)
OF_AN_ADULT = (
    "adult_first_name",
    "adult_last_name",
    "adult_email",
    "adult_phone",
    "spoken_language",
    "read_language",
    "format",
    "household",
)
ADDRESS = ("address_line_1", "address_line_2", "town", "postcode")


def families(lines: Sequence[Line], today: date) -> Iterator[Fault]:
    yield from _same(lines, "child_ref", OF_A_CHILD, _child_differs)
    yield from _same(lines, "adult_ref", OF_AN_ADULT, _adult_differs)
    yield from _addresses(lines)
    yield from _shared(lines, "adult_email", ("adult_first_name", "adult_last_name"), "adult_ref")
    yield from _pairs(lines, ("child_ref", "adult_ref"))
    for line in lines:
        if line.get("child_date_of_birth", today) > today:
            words = _("The date of birth is in the future. Check the year.")
            yield Fault(line.number, "child_date_of_birth", words)
        if line.get("pr_basis") and line.get("parental_responsibility") != Responsibility.YES:
            words = _("Say what parental responsibility rests on only where the adult has it.")
            yield Fault(line.number, "pr_basis", words)


def staff(lines: Sequence[Line]) -> Iterator[Fault]:
    yield from _shared(lines, "email", ("first_name", "last_name"), "")
    yield from _pairs(lines, ("email", "role", "room"))
    for line in lines:
        first, last = line.get("start_date"), line.get("end_date")
        if first and last and last < first:
            yield Fault(line.number, "end_date", _("The last day must come after the first day."))


def _child_differs(line: int) -> str:
    return _("Line %(line)s says something else about this child. Make both the same.") % {"line": line}


def _adult_differs(line: int) -> str:
    return _("Line %(line)s says something else about this adult. Make both the same.") % {"line": line}


def _same(
    lines: Iterable[Line], key: str, columns: Sequence[str], words: Callable[[int], str]
) -> Iterator[Fault]:
    """Each line says of its `key` what the first one says."""
    first: dict[Any, Line] = {}
    for line in lines:
        one = first.setdefault(line.said[key], line)
        for column in columns:
            if line.get(column) != one.get(column):
                yield Fault(line.number, column, words(one.number))


def _addresses(lines: Iterable[Line]) -> Iterator[Fault]:
    """One household has one address. A line may leave it to another one."""
    first: dict[str, Line] = {}
    for line in lines:
        if not any(line.get(column) for column in ADDRESS):
            continue
        one = first.setdefault(line.said["household"], line)
        for column in ADDRESS:
            if line.get(column) != one.get(column):
                words = _("Line %(line)s has another address for this household. Make both the same.")
                yield Fault(line.number, column, words % {"line": one.number})


def _shared(lines: Iterable[Line], column: str, names: tuple[str, str], ref: str) -> Iterator[Fault]:
    """Two adults may not share one e-mail address: whoever signs in with it would be both.

    One adult under two keys is one adult: then both keys must say the same.
    """
    first: dict[str, Line] = {}
    for line in lines:
        address = line.get(column)
        one = first.setdefault(address, line)
        if not address or (ref and one.said[ref] == line.said[ref]):
            continue  # an adult named in two ways is told of already
        if _folded(line, names) != _folded(one, names):
            yield Fault(line.number, column, address_shared())
        elif ref:
            rest = [each for each in OF_AN_ADULT if each not in names]
            yield from _same((one, line), column, rest, _adult_differs)


def address_shared() -> str:
    return _(
        "Another adult uses this e-mail address already. Leave it out for one of the two. "
        "They can join by letter."
    )


def _folded(line: Line, names: tuple[str, str]) -> list[str]:
    return text.words(" ".join(line.said[name] for name in names))


def _pairs(lines: Iterable[Line], columns: Sequence[str]) -> Iterator[Fault]:
    first: dict[tuple[Any, ...], int] = {}
    for line in lines:
        before = first.setdefault(tuple(line.get(column) for column in columns), line.number)
        if before != line.number:
            words = _("Line %(line)s says this already. Take one out.") % {"line": before}
            yield Fault(line.number, columns[0], words)
