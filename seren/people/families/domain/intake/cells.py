"""How one cell is read. Each reader gets a cell that is not empty, and raises Wrong with what to write."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from datetime import date

from django.utils.translation import gettext as _

from seren.foundation.kernel import text
from seren.foundation.kernel.refusals import Refused
from seren.foundation.words.door import tag
from seren.people.accounts.domain.addressing import typed_address

Reader = Callable[[str], object]

_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_BRITISH_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
_YEARS = range(1900, 2100)
_PHONE = re.compile(r"\+?[0-9 ()./-]{5,40}", re.ASCII)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_CODE = re.compile(r"([a-z]{3})-([a-z0-9][a-z0-9-]{0,11})", re.ASCII)
_FORMULA = "=@+-"  # a spreadsheet would run a cell that begins so


class Wrong(Exception):
    """The cell cannot be read. The message says what to write instead."""


def plain(cell: str) -> str:
    """The cell as one line. Refuses what a spreadsheet would run, and signs nobody can see."""
    if any(unicodedata.category(sign) in ("Cc", "Cs", "Cn") and sign not in "\t\r\n" for sign in cell):
        raise Wrong(_("There is a sign here we cannot read. Type the words again."))
    said = text.clean_line(cell)
    if said.startswith("'") and said[1:2] in _FORMULA:
        said = said[1:].lstrip()  # how a spreadsheet marks a cell as words
    if said[:1] in _FORMULA and said and not _PHONE.fullmatch(said):
        raise Wrong(_("A cell must not begin with “%(sign)s”. Write the words alone.") % {"sign": said[0]})
    return said


def words(limit: int) -> Reader:
    def read(cell: str) -> str:
        if len(cell) > limit:
            raise Wrong(_("This is too long. Use at most %(limit)s letters.") % {"limit": limit})
        return cell

    return read


def name(cell: str) -> str:
    """A name: at least one letter, and short enough to keep."""
    if not any(sign.isalpha() for sign in cell):
        raise Wrong(_("Write the name in letters."))
    return str(words(80)(cell))


def address(cell: str) -> str:
    try:
        said = typed_address(cell)
    except Refused as no:
        raise Wrong(_("This is no e-mail address. Write one like sam@example.com.")) from no
    return str(words(254)(said))


def phone(cell: str) -> str:
    if not _PHONE.fullmatch(cell):
        raise Wrong(_("Write the phone number in digits. For example, 07700 900123."))
    return cell


def day(cell: str) -> date:
    iso, british = _ISO_DAY.fullmatch(cell), _BRITISH_DAY.fullmatch(cell)
    parts = iso.groups() if iso else british.groups()[::-1] if british else ()
    try:
        found = date(*map(int, parts))
    except (TypeError, ValueError):
        found = date.min
    if found.year not in _YEARS:
        raise Wrong(_("Write the day like 2021-05-14 or 14/05/2021."))
    return found


def one_of(values: Sequence[str]) -> Reader:
    def read(cell: str) -> str:
        said = cell.casefold()
        if said not in values:
            raise Wrong(_("Write one of these: %(words)s.") % {"words": ", ".join(values)})
        return said

    return read


def language(cell: str) -> str:
    try:
        said = tag(cell)
    except Refused as no:
        raise Wrong(_("Write a language code, such as en, cy or pl.")) from no
    return said


def number(cell: str) -> int:
    if not (cell.isascii() and cell.isdigit() and 0 < int(cell[:4]) < 100 and len(cell) < 3):
        raise Wrong(_("Write a number from 1 to 99."))
    return int(cell)


def codes(cell: str) -> tuple[tuple[int, str], ...]:
    """`mon-am tue-am` as pairs of weekday and session, in order, each once."""
    found = set()
    for code in cell.casefold().split():
        match = _CODE.fullmatch(code)
        if match is None or match[1] not in _WEEKDAYS:
            raise Wrong(_("Write sessions like mon-am tue-am, with spaces between."))
        found.add((_WEEKDAYS.index(match[1]), match[2]))
    return tuple(sorted(found))


def said_codes(pairs: Sequence[tuple[int, str]]) -> str:
    return " ".join(f"{_WEEKDAYS[weekday]}-{code}" for weekday, code in pairs)
