"""The columns of both lists, as contract.md has them. docs/import.md is written from this table."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import TextChoices

from seren.people.accounts.terms import Format
from seren.people.families.domain.intake import cells
from seren.people.families.terms import LivesWith, Relation, Responsibility, ResponsibilityBasis, Sheet
from seren.people.provision.terms import Role

REF = 120  # letters a key of the setting's own books may have


@dataclass(frozen=True)
class Column:
    """`blank` stands for an empty cell; `must`: an empty cell is a fault, and so is a list without it."""

    name: str
    read: cells.Reader
    takes: str
    must: bool = False
    blank: Any = ""


def _must(name: str, read: cells.Reader, takes: str) -> Column:
    return Column(name, read, takes, must=True)


def _choice(name: str, choices: type[TextChoices], *, must: bool = False, blank: str = "") -> Column:
    return _one(name, choices.values, must=must, blank=blank)


def _one(name: str, values: Sequence[str], *, must: bool = False, blank: str = "") -> Column:
    return Column(name, cells.one_of(list(values)), ", ".join(values), must, blank)


_NAME, _REF, _LINE, _DAY = "a name", "a key of your own books", "a line", "2021-05-14 or 14/05/2021"
_EMAIL, _LANGUAGE, _CODES = "an e-mail address", "a language code: en, cy, pl, ur", "mon-am tue-am"

COLUMNS: dict[Sheet, tuple[Column, ...]] = {
    Sheet.FAMILIES: (
        _must("child_ref", cells.words(REF), _REF),
        _must("child_first_name", cells.name, _NAME),
        _must("child_last_name", cells.name, _NAME),
        Column("child_known_as", cells.name, _NAME),
        _must("child_date_of_birth", cells.day, _DAY),
        _must("room", cells.words(80), "the name of a room"),
        Column("key_person_email", cells.address, _EMAIL),
        _must("start_date", cells.day, _DAY),
        _must("adult_ref", cells.words(REF), _REF),
        _must("adult_first_name", cells.name, _NAME),
        _must("adult_last_name", cells.name, _NAME),
        Column("adult_email", cells.address, _EMAIL),
        Column("adult_phone", cells.phone, "a phone number"),
        _choice("relation", Relation, must=True),
        _choice("parental_responsibility", Responsibility, must=True),
        _choice("pr_basis", ResponsibilityBasis),
        _one("lives_with", ["yes", "no", "part"], blank=LivesWith.NO.value),
        _must("household", cells.words(REF), _REF),
        Column("address_line_1", cells.words(120), _LINE),
        Column("address_line_2", cells.words(120), _LINE),
        Column("town", cells.words(80), "a town"),
        Column("postcode", cells.words(12), "a postcode"),
        Column("spoken_language", cells.language, _LANGUAGE),
        Column("read_language", cells.language, _LANGUAGE),
        _choice("format", Format),
        _one("can_collect", ["yes", "no"], blank="no"),
        Column("emergency_order", cells.number, "1 is rung first"),
        Column("sessions", cells.codes, _CODES, blank=()),
    ),
    Sheet.STAFF: (
        _must("email", cells.address, _EMAIL),
        _must("first_name", cells.name, _NAME),
        _must("last_name", cells.name, _NAME),
        _choice("role", Role, must=True),
        Column("room", cells.words(80), "the name of a room"),
        Column("start_date", cells.day, _DAY, blank=None),
        Column("end_date", cells.day, _DAY, blank=None),
        Column("works", cells.codes, _CODES, blank=()),
    ),
}
