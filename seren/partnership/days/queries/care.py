"""Entries as read models: whoever asks has narrowed the rows to what may be seen."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, Exists, OuterRef, Q, QuerySet, Value

from seren.foundation.access.door import Actor, SystemReason, system, through
from seren.partnership.days.models import CareAdded, CareEntry, CareTold, Reported
from seren.partnership.days.policies import CareAction
from seren.partnership.days.queries.medicines import yes
from seren.partnership.days.terms.care import (
    AddedKind,
    BodyPart,
    CareKind,
    GivenAs,
    Outcome,
    ToldHow,
)


@dataclass(frozen=True, slots=True)
class ToldShown:
    adult: UUID
    name: str
    how: ToldHow
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class AddedShown:
    kind: AddedKind
    words: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class EntryShown:
    """`details` as they were written. `known`: somebody of the family was told; at home, that the reader has
    read it. `followed`: a leader wrote what they did about it. `told` and `added` come with the whole of
    an entry, and are narrowed for families.
    """

    id: UUID
    child: UUID
    child_name: str
    setting: UUID
    kind: CareKind
    happened_at: datetime
    recorded_by: str
    by: str
    witness: str
    details: dict[str, Any]
    parts: tuple[BodyPart, ...]
    given_as: GivenAs | None
    outcome: Outcome | None
    covered: bool
    serious: bool
    other_child: UUID | None
    known: bool
    followed: bool
    reported: bool
    may_tell: bool
    leads: bool
    told: tuple[ToldShown, ...] = ()
    added: tuple[AddedShown, ...] = ()

    @property
    def unanswered(self) -> bool:
        """Given without a permission, and no leader has written what they did about it."""
        return not self.covered and not self.followed

    @property
    def unreported(self) -> bool:
        return self.serious and not self.reported


def entries_at_work(
    actor: Actor, rows: "QuerySet[CareEntry]", *, whole: bool = False, most: int = 40
) -> tuple[EntryShown, ...]:
    """The newest first, for staff who may see them. One query; `whole`: three."""
    found = _listed(
        rows.annotate(
            known=yes(~UNTOLD),
            followed=yes(Exists(_of(CareAdded).filter(kind=AddedKind.FOLLOW_UP))),
            reported=yes(Exists(_of(Reported))),
            may_tell=yes(through(actor, CareAction.TELL_CARE, CareEntry, "pk")),
            leads=yes(through(actor, CareAction.LEAD_CARE, CareEntry, "pk")),
        ),
        most,
    )
    ids = [row.pk for row in found] if whole else []
    return tuple(map(_entry, found, _each(found, _told(ids)), _each(found, _added(ids))))


def entries_at_home(
    rows: "QuerySet[CareEntry]", reader: UUID, *, whole: bool = False, most: int = 40
) -> tuple[EntryShown, ...]:
    """The same for one of the family: no other adult’s reading, no words of leaders, no other child."""
    read = _of(CareTold).filter(adult=reader, how=ToldHow.PAGE)
    no = Value(False, output_field=BooleanField())
    found = _listed(
        rows.annotate(known=yes(Exists(read)), followed=no, reported=no, may_tell=no, leads=no), most
    )
    for row in found:
        row.other_child_id = None
    ids = [row.pk for row in found] if whole else []
    told, added = _told(ids, adult=reader), _added(ids, kind=AddedKind.CORRECTION)
    return tuple(map(_entry, found, _each(found, told), _each(found, added)))


def _of(model: Any) -> "QuerySet[Any]":
    return system(SystemReason.SHOWING, model).filter(entry=OuterRef("pk"))


# Nobody of the family has been told yet; given without a permission and no leader wrote what they did;
# serious and not reported.
UNTOLD = Q(~Exists(_of(CareTold)))
UNANSWERED = Q(~Exists(_of(CareAdded).filter(kind=AddedKind.FOLLOW_UP)), covered=False)
UNREPORTED = Q(~Exists(_of(Reported)), serious=True)


def _listed(rows: "QuerySet[CareEntry]", most: int) -> list[Any]:
    rows = rows.select_related("child", "by", "witness", "recorded_by")
    return list(rows.order_by("-happened_at", "-id")[:most])


def _each(found: list[Any], by_entry: dict[UUID, list[Any]]) -> list[tuple[Any, ...]]:
    return [tuple(by_entry.get(row.pk, ())) for row in found]


def _told(entries: Collection[UUID], **only: Any) -> dict[UUID, list[ToldShown]]:
    if not entries:
        return {}
    rows = system(SystemReason.SHOWING, CareTold).filter(entry__in=entries, **only)
    found: dict[UUID, list[ToldShown]] = {}
    for row in rows.select_related("adult", "told_by").order_by("at", "id"):
        by = row.told_by.name if row.told_by else ""
        found.setdefault(row.entry_id, []).append(
            ToldShown(row.adult_id, row.adult.name, ToldHow(row.how), by, row.at)
        )
    return found


def _added(entries: Collection[UUID], **only: Any) -> dict[UUID, list[AddedShown]]:
    if not entries:
        return {}
    rows = system(SystemReason.SHOWING, CareAdded).filter(entry__in=entries, **only)
    found: dict[UUID, list[AddedShown]] = {}
    for row in rows.select_related("by").order_by("at", "id"):
        found.setdefault(row.entry_id, []).append(
            AddedShown(AddedKind(row.kind), row.words, row.by.name, row.at)
        )
    return found


def _entry(row: Any, told: tuple[ToldShown, ...], added: tuple[AddedShown, ...]) -> EntryShown:
    details = row.details
    return EntryShown(
        id=row.pk,
        child=row.child_id,
        child_name=row.child.known_as,
        setting=row.setting_id,
        kind=CareKind(row.kind),
        happened_at=row.happened_at,
        recorded_by=row.recorded_by.name,
        by=row.by.name,
        witness=row.witness.name if row.witness else "",
        details=details,
        parts=tuple(BodyPart(part) for part in details.get("parts", ())),
        given_as=GivenAs(row.given_as) if row.given_as else None,
        outcome=Outcome(row.outcome) if row.outcome else None,
        covered=row.covered,
        serious=row.serious,
        other_child=row.other_child_id,
        known=row.known,
        followed=row.followed,
        reported=row.reported,
        may_tell=row.may_tell,
        leads=row.leads,
        told=told,
        added=added,
    )
