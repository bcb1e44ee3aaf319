"""The keys of the setting's own books, and what the import set last for each."""

from typing import Any
from uuid import UUID

from seren.foundation.access.door import SystemReason, system
from seren.people.families.domain.intake.merging import Facts, Print, prints_for, ref_of
from seren.people.families.models import Child, Household, ImportedRef
from seren.people.families.terms import ImportedKind


class Refs:
    """Read at once; changed in memory while acts run; written down by `keep` when all are done."""

    def __init__(self, setting: Any) -> None:
        self._setting = setting
        rows = system(SystemReason.IMPORTING, ImportedRef).filter(setting=setting)
        self._rows = {bytes(row.ref): row for row in rows.select_related("child", "household")}
        self._noted: dict[bytes, ImportedRef] = {}
        self._gone: list[UUID] = []

    def found(self, kind: ImportedKind, *key: str) -> ImportedRef | None:
        return self._rows.get(ref_of(self._setting.id, kind, *key))

    def of_kind(self, kind: ImportedKind) -> list[ImportedRef]:
        return [row for row in self._rows.values() if row.kind == kind]

    def prints(self, kind: ImportedKind, *key: str) -> Print:
        return prints_for(ref_of(self._setting.id, kind, *key))

    def note(
        self,
        kind: ImportedKind,
        *key: str,
        facts: Facts,
        child: Child | None = None,
        adult: UUID | None = None,
        household: Household | None = None,
        membership: UUID | None = None,
    ) -> None:
        """While acts run: these facts were set by this list."""
        ref = ref_of(self._setting.id, kind, *key)
        row = self._noted.get(ref) or self._rows.get(ref)
        if row is None:
            row = ImportedRef(
                provider_id=self._setting.provider_id, setting=self._setting, kind=kind, ref=ref, facts={}
            )
        row.child_id = child.id if child else row.child_id
        row.adult_id = adult or row.adult_id
        row.household_id = household.id if household else row.household_id
        row.membership_id = membership or row.membership_id
        of = prints_for(ref)
        row.facts = {**row.facts, **{fact: of(fact, value) for fact, value in facts.items()}}
        self._noted[ref] = row

    def forget(self, row: ImportedRef) -> None:
        """While acts run: this key does not stand for that row any more."""
        self._gone.append(row.pk)

    def keep(self) -> None:
        rows = system(SystemReason.WRITING, ImportedRef)
        rows.filter(pk__in=self._gone).delete()
        there = {row.pk for row in self._rows.values()}
        rows.bulk_create([row for row in self._noted.values() if row.pk not in there])
        for row in self._noted.values():
            if row.pk in there and row.pk not in self._gone:
                row.save()
