"""Medicines and accidents for those who look after children: today in the room, and one child."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.apps import apps

from seren.foundation.access.door import Actor, NotThere, find, in_force, visible
from seren.foundation.kernel import clock
from seren.foundation.kernel.questions import Question, question
from seren.partnership.days.models import CareEntry, Medicine
from seren.partnership.days.policies import CareAction
from seren.partnership.days.queries.care import UNTOLD, EntryShown, entries_at_work
from seren.partnership.days.queries.medicines import MedicineShown, medicines_shown
from seren.people.consent.queries.desk import who_may_witness
from seren.people.families.queries import ChildShown, children_shown
from seren.people.families.queries.care import ToTell, told_of
from seren.people.families.queries.room import children_of_setting
from seren.people.families.queries.talking import child_here, key_children

Choice = tuple[str, str]


@dataclass(frozen=True, slots=True)
class CareToday:
    """`to_tell`: nobody of the family knows yet; one’s own key children first."""

    medicines: tuple[MedicineShown, ...]
    to_tell: tuple[EntryShown, ...]
    children: tuple[ChildShown, ...]


@dataclass(frozen=True, slots=True)
class ChildCare:
    child: ChildShown
    medicines: tuple[MedicineShown, ...]
    over: tuple[MedicineShown, ...]
    entries: tuple[EntryShown, ...]
    may_write: bool


@dataclass(frozen=True, slots=True)
class EntryAtWork:
    """`other_child`: by name, where this reader may know it."""

    of: EntryShown
    other_child: str
    to_tell: tuple[ToTell, ...]


def care_today(actor: Actor, setting: UUID) -> CareToday:
    today = clock.day_of(actor.at)
    medicines = visible(actor, CareAction.SEE_MEDICINE, Medicine).filter(
        setting=setting, from_day__lte=today, until_day__gte=today
    )
    waits = visible(actor, CareAction.SEE_CARE, CareEntry).filter(UNTOLD, setting=setting)
    mine = {one.child.id for one in key_children(actor, setting)}
    to_tell = sorted(entries_at_work(actor, waits), key=lambda one: one.child not in mine)
    near = children_of_setting(actor, setting, today)
    return CareToday(medicines_shown(actor, medicines), tuple(to_tell), tuple(one.child for one in near))


def to_tell_asked(actor: Actor, children: Sequence[UUID]) -> Question[tuple[tuple[UUID, UUID], ...]]:
    """(entry, child) of what nobody of the family knows yet, among these children."""
    rows = visible(actor, CareAction.TELL_CARE, CareEntry).filter(UNTOLD, child__in=children)
    return question(tuple, rows.order_by("happened_at", "id").values_list("id", "child_id"))


def care_of_child(actor: Actor, setting: UUID, child: UUID) -> ChildCare:
    """Raises NotThere for whoever does not look after the child here, and for family whatever their work."""
    shown, today = child_here(actor, child), clock.day_of(actor.at)
    may_write = _place(actor, CareAction.RECORD_CARE, setting, child) is not None
    here = {"child": child, "setting": setting}
    rows = medicines_shown(actor, visible(actor, CareAction.SEE_MEDICINE, Medicine).filter(**here))
    entries = entries_at_work(actor, visible(actor, CareAction.SEE_CARE, CareEntry).filter(**here))
    return ChildCare(
        child=shown,
        medicines=tuple(one for one in rows if one.until_day >= today),
        over=tuple(one for one in rows if one.until_day < today),
        entries=entries,
        may_write=may_write,
    )


def medicine_here(actor: Actor, setting: UUID, child: UUID, medicine: UUID) -> MedicineShown:
    """One that this actor may give. Raises NotThere."""
    rows = visible(actor, CareAction.GIVE_MEDICINE, Medicine)
    for shown in medicines_shown(actor, rows.filter(pk=medicine, child=child, setting=setting)):
        return shown
    raise NotThere("medicine")


def find_medicine(actor: Actor, medicine: UUID) -> Medicine:
    return find(actor, CareAction.GIVE_MEDICINE, Medicine, medicine)


def own_medicines(actor: Actor, setting: UUID, child: UUID) -> tuple[MedicineShown, ...]:
    rows = visible(actor, CareAction.GIVE_MEDICINE, Medicine).filter(child=child, setting=setting)
    return medicines_shown(actor, rows.filter(until_day__gte=clock.day_of(actor.at)))


def place_of(actor: Actor, setting: UUID, child: UUID) -> UUID:
    """The child’s enrolment, to write on. Raises NotThere."""
    found = _place(actor, CareAction.RECORD_CARE, setting, child)
    if found is None:
        raise NotThere("no place to write")
    return found


def child_and_place(actor: Actor, setting: UUID, child: UUID) -> tuple[ChildShown, UUID]:
    return child_here(actor, child), place_of(actor, setting, child)


def entry_at_work(actor: Actor, entry: UUID) -> EntryAtWork:
    """Raises NotThere."""
    rows = visible(actor, CareAction.SEE_CARE, CareEntry).filter(pk=entry)
    for shown in entries_at_work(actor, rows, whole=True):
        others = children_shown(actor, [shown.other_child]) if shown.other_child else {}
        return EntryAtWork(
            of=shown,
            other_child=next((one.name for one in others.values()), ""),
            to_tell=told_of(actor, shown.child) if shown.may_tell else (),
        )
    raise NotThere("entry")


def find_entry(actor: Actor, action: CareAction, entry: UUID) -> CareEntry:
    return find(actor, action, CareEntry, entry)


def who_works_here(actor: Actor, setting: UUID, me: str) -> list[Choice]:
    """Oneself first."""
    return [(str(actor.person), me), *who_may_witness(setting, actor)]


def other_children(actor: Actor, setting: UUID, child: UUID) -> list[Choice]:
    near = children_of_setting(actor, setting, clock.day_of(actor.at))
    return [(str(one.child.id), one.child.name) for one in near if one.child.id != child]


def _place(actor: Actor, action: CareAction, setting: UUID, child: UUID) -> UUID | None:
    rows: Any = visible(actor, action, apps.get_model("families.Enrolment"))
    found: UUID | None = (
        rows.filter(in_force(actor.at), child=child, setting=setting)
        .order_by("from_at", "id")
        .values_list("pk", flat=True)
        .last()
    )
    return found
