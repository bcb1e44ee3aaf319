"""From bytes to lines with a value in each cell. Every fault is named; nothing is looked up here."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seren.people.families.domain.intake import cells
from seren.people.families.domain.intake.columns import COLUMNS, Column
from seren.people.families.domain.intake.telling import Fault
from seren.people.families.terms import Sheet

LARGEST = 4_000_000  # bytes: far more than the longest list
MOST_LINES = 5_000


@dataclass(frozen=True)
class Line:
    """One line of the list. `said` holds a value for each column that is in the list, by name."""

    number: int
    said: dict[str, Any]

    def get(self, column: str, otherwise: Any = "") -> Any:
        return self.said.get(column, otherwise)


@dataclass(frozen=True)
class Table:
    """The lines that can be read, the columns the list has, and what cannot be read."""

    lines: tuple[Line, ...]
    columns: frozenset[str]
    faults: tuple[Fault, ...]


class _Unreadable(Exception):
    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.reason)
        self.fault = fault


def read_list(sheet: Sheet, raw: bytes) -> Table:
    """UTF-8 with or without a mark at its beginning, comma or semicolon, one header line."""
    try:
        rows = list(_rows(sheet, _text(raw)))
    except _Unreadable as no:
        return Table((), frozenset(), (no.fault,))
    (header_line, header), *rest = rows
    while header and not header[-1].strip():
        header.pop()  # columns at the end without a name: nothing may stand in them
    columns, faults = _header(sheet, header_line, header)
    if faults:
        return Table((), frozenset(), tuple(faults))
    if not rest:
        fault = Fault(header_line, "", _("There is nothing under the names of the columns."))
        return Table((), frozenset(), (fault,))
    lines = [_line(number, cells_, columns, faults) for number, cells_ in rest]
    whole = tuple(line for line in lines if line is not None)
    return Table(whole, frozenset(column.name for column in columns), tuple(faults))


def _text(raw: bytes) -> str:
    if len(raw) > LARGEST:
        raise _Unreadable(Fault(1, "", _("This file is too large. Cut the list into several.")))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as no:
        line = raw.count(b"\n", 0, no.start) + 1
        words = _("We cannot read this line. Save the file as “CSV UTF-8” and try again.")
        raise _Unreadable(Fault(line, "", words)) from no


def _rows(sheet: Sheet, text: str) -> Iterator[tuple[int, list[str]]]:
    """Lines that hold anything, with the number of the line each begins on. There is at least one."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(sheet, text), strict=True)
    began, count = 1, 0
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                count += 1
                if count > MOST_LINES + 1:
                    words = _("A list may have %(most)s lines. Cut it into several.") % {"most": MOST_LINES}
                    raise _Unreadable(Fault(began, "", words))
                yield began, row
            began = reader.line_num + 1
    except csv.Error as no:
        words = _("The quotation marks on this line do not match.")
        raise _Unreadable(Fault(began, "", words)) from no
    if not count:
        raise _Unreadable(Fault(1, "", _("This file is empty.")))


def _delimiter(sheet: Sheet, text: str) -> str:
    """Whichever of comma and semicolon makes more of our columns of the first line that is not empty."""
    first = next((line for line in text.splitlines() if line.strip(" ,;\t")), "")
    ours = {column.name for column in COLUMNS[sheet]}
    found = {sign: len(ours & {_key(cell) for cell in first.split(sign)}) for sign in ",;"}
    return ";" if found[";"] > found[","] else ","


def _key(cell: str) -> str:
    return cell.strip().strip('"').strip().casefold()


def _header(sheet: Sheet, line: int, header: Sequence[str]) -> tuple[list[Column], list[Fault]]:
    ours = {column.name: column for column in COLUMNS[sheet]}
    names = [_key(cell) for cell in header]
    faults = []
    for position, (name, cell) in enumerate(zip(names, header, strict=True), 1):
        if not name:
            faults.append(Fault(line, str(position), _("This column has no name. Take it out.")))
        elif name not in ours:
            words = _("We do not know this column. Take it out, or correct its name.")
            faults.append(Fault(line, cell.strip()[:60], words))
        elif names.index(name) < position - 1:
            faults.append(Fault(line, name, _("This column is there twice. Take one out.")))
    missing = [column.name for column in COLUMNS[sheet] if column.must and column.name not in names]
    faults += [Fault(line, name, _("This column is missing. Add it.")) for name in missing]
    return [ours[name] for name in names if name in ours], faults


def _line(number: int, row: list[str], columns: Sequence[Column], faults: list[Fault]) -> Line | None:
    while len(row) > len(columns) and not row[-1].strip():
        row.pop()
    if len(row) != len(columns):
        words = ngettext(
            "This line has %(cells)s cell. The first line has %(columns)s.",
            "This line has %(cells)s cells. The first line has %(columns)s.",
            len(row),
        )
        faults.append(Fault(number, "", words % {"cells": len(row), "columns": len(columns)}))
        return None
    before = len(faults)
    said: dict[str, Any] = {}
    for column, cell in zip(columns, row, strict=True):
        try:
            said[column.name] = _value(column, cell)
        except cells.Wrong as wrong:
            faults.append(Fault(number, column.name, str(wrong)))
    return Line(number, said) if len(faults) == before else None


def _value(column: Column, cell: str) -> Any:
    said = cells.plain(cell)
    if said:
        return column.read(said)
    if column.must:
        raise cells.Wrong(_("Fill this in."))
    return column.blank
