"""Adults of a list: new ones are added, known ones compared. One address is one adult, if the names agree."""

from collections.abc import Mapping, Sequence
from functools import partial
from uuid import UUID

from django.utils.translation import gettext as _

from seren.config.languages import CODES
from seren.foundation.kernel import text
from seren.people.accounts.domain import Adult, add_person, correct_person
from seren.people.accounts.queries import OnFile, held_addresses, on_file
from seren.people.accounts.terms import Format
from seren.people.families.domain.intake.agreeing import address_shared
from seren.people.families.domain.intake.merging import Facts
from seren.people.families.domain.intake.planning import Planning
from seren.people.families.domain.intake.reading import Line
from seren.people.families.terms import ImportedKind, Sheet

# Columns of both lists, and the fact of an adult each sets.
_COLUMNS: dict[Sheet, Mapping[str, str]] = {
    Sheet.FAMILIES: {
        "adult_first_name": "given_name",
        "adult_last_name": "family_name",
        "adult_email": "email",
        "adult_phone": "phone",
        "spoken_language": "spoken_language",
        "read_language": "read_language",
        "format": "format",
    },
    Sheet.STAFF: {"first_name": "given_name", "last_name": "family_name"},
}
_KEYS = {Sheet.FAMILIES: ("adult_ref", "adult_email"), Sheet.STAFF: ("email", "email")}
# An empty cell leaves these as they are; a new adult begins with these values.
_CHOSEN = {"spoken_language": "en", "read_language": "en", "format": Format.PAGE.value}
_THEIRS = ("adult_email", "adult_phone", *_CHOSEN)


class Adults:
    def __init__(self, plan: Planning, sheet: Sheet, lines: Sequence[Line]) -> None:
        self._plan, self._sheet = plan, sheet
        self._ref, self._email = _KEYS[sheet]
        self._lines = {line.said[self._ref]: line for line in reversed(lines)}
        typed = {line.get(self._email) for line in lines} | {line.get("key_person_email") for line in lines}
        self.held = held_addresses(plan.setting.provider_id, typed)
        self.known: dict[str, UUID] = {}
        for ref, line in self._lines.items():
            row = plan.refs.found(ImportedKind.ADULT, sheet, ref)
            person = row.adult_id if row else self.held.get(line.get(self._email))
            if person is not None:
                self.known[ref] = person
        self._files = on_file(self.known.values())

    def plan_all(self) -> None:
        """Corrections come first: an address one adult gives up is free for another."""
        for ref, line in reversed(self._lines.items()):
            if ref in self.known:
                self._again(ref, line, self._files[self.known[ref]])
        for ref, line in reversed(self._lines.items()):
            if ref not in self.known:
                self._new(ref, line)

    def is_closed(self, ref: str) -> bool:
        return ref in self.known and self._files[self.known[ref]].closed

    def who(self, line: Line) -> str:
        names = list(_COLUMNS[self._sheet])[:2]
        return " ".join(line.said[name] for name in names)

    def _new(self, ref: str, line: Line) -> None:
        self._plan.new(line.number, self.who(line), _("A new adult."))
        self._plan.do(partial(self._add, ref, line))

    def _add(self, ref: str, line: Line) -> None:
        said = self._said(line)
        facts = {fact: said[column] for column, fact in _COLUMNS[self._sheet].items() if column in said}
        facts["email"] = line.get(self._email)
        wished = facts.pop("format", "")
        read = facts.get("read_language", "en").partition("-")[0]
        adult = Adult(
            **facts,
            interface_language=read if read in CODES else "en",
            format=Format(wished) if wished else Format.PAGE,
        )
        person = add_person(actor=self._plan.actor, adult=adult, now=self._plan.now)
        self._plan.adults[ref] = person.id
        self._plan.refs.note(ImportedKind.ADULT, self._sheet, ref, facts=_CHOSEN | said, adult=person.id)

    def _again(self, ref: str, line: Line, file: OnFile) -> None:
        self._plan.adults[ref] = file.id
        if file.closed:
            self._plan.left(
                line.number, self.who(line), _("The account of this adult is closed. It stays so.")
            )
        elif self._is_free(ref, line, file):
            self._correct(ref, line, file)

    def _is_free(self, ref: str, line: Line, file: OnFile) -> bool:
        """The address is nobody else's; and whoever was found by it alone has the same name."""
        known = self._plan.refs.found(ImportedKind.ADULT, self._sheet, ref) is not None
        holder = self.held.get(line.get(self._email), file.id)
        same = text.words(self.who(line)) == text.words(f"{file.given_name} {file.family_name}")
        if holder != file.id or not (known or same):
            self._plan.fault(line.number, self._email, address_shared())
            return False
        return True

    def _correct(self, ref: str, line: Line, file: OnFile) -> None:
        key = (ImportedKind.ADULT, self._sheet.value, ref)
        columns = _COLUMNS[self._sheet]
        here = {column: str(getattr(file, fact)) for column, fact in columns.items()}
        theirs = _("%(fact)s: they have joined, and change this themselves.")
        kept = dict.fromkeys(_THEIRS, theirs) if file.joined else None
        merged = self._plan.compare(line.number, self.who(line), key, self._said(line), here, kept)
        if merged.take:
            self._plan.do(partial(self._set, key, file.id, merged.take))
        elif self._plan.refs.found(*key) is None:
            self._plan.do(lambda: self._plan.refs.note(*key, facts={}, adult=file.id))

    def _set(self, key: tuple[ImportedKind, str, str], person: UUID, take: Facts) -> None:
        facts = {_COLUMNS[self._sheet][column]: value for column, value in take.items()}
        wished = facts.pop("format", None)
        read = facts.get("read_language", "").partition("-")[0]
        correct_person(
            actor=self._plan.actor,
            person=person,
            now=self._plan.now,
            format=Format(wished) if wished else None,
            interface_language=read if read in CODES else None,
            **facts,
        )
        self._plan.refs.note(*key, facts=take, adult=person)

    def _said(self, line: Line) -> dict[str, str]:
        """What the line says of the adult, as text. Names that fold alike are not told apart."""
        said = {column: line.said[column] for column in _COLUMNS[self._sheet] if column in line.said}
        return {column: value for column, value in said.items() if value or column not in _CHOSEN}
