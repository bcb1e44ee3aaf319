"""What of medicines and accidents waits for a leader, and the register of a month."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import QuerySet, UUIDField
from django.utils.translation import get_language

from seren.foundation.access.door import Actor, NotThere, in_force, prepared_question, visible
from seren.foundation.deadlines.door import Due, deadlines_asked, deadlines_of
from seren.foundation.kernel import clock
from seren.foundation.kernel.questions import Question, joined, question
from seren.foundation.rules.door import need, sentence
from seren.partnership.days.models import CareEntry, Medicine
from seren.partnership.days.policies import CareAction
from seren.partnership.days.queries.care import UNANSWERED, UNREPORTED, UNTOLD, EntryShown, entries_at_work
from seren.partnership.days.queries.medicines import MedicineShown, medicines_shown
from seren.partnership.days.terms.care import SERIOUS_CLOCK, CareKind
from seren.people.families.queries import ChildShown
from seren.people.provision.queries.desk import Desk

SERIOUS = need("regulator.serious-event")
REGISTER = 1000  # the most entries of one month


@dataclass(frozen=True, slots=True)
class Waits:
    """An entry that needs a leader. `by`: the last day, where a clock of law runs."""

    entry: UUID
    child: UUID
    name: str
    on: date
    by: date | None = None


@dataclass(frozen=True, slots=True)
class CareWaits:
    untold: tuple[Waits, ...]
    unanswered: tuple[Waits, ...]
    unreported: tuple[Waits, ...]


@dataclass(frozen=True, slots=True)
class DeskCare:
    """`no_yes`: medicines whose days go on and nobody has said yes to."""

    untold: tuple[EntryShown, ...]
    unanswered: tuple[EntryShown, ...]
    unreported: tuple[tuple[EntryShown, date | None], ...]
    no_yes: tuple[MedicineShown, ...]
    law: str


@dataclass(frozen=True, slots=True)
class Register:
    setting: str
    month: date
    accidents: tuple[EntryShown, ...]
    doses: tuple[EntryShown, ...]


@prepared_question(setting=UUIDField())
def waits_asked(actor: Actor, setting: UUID) -> Question[CareWaits]:
    """Ids, first names and days: nothing sealed is opened for a list."""
    rows = _rows(actor, setting)
    reports = rows.filter(UNREPORTED)
    return joined(
        lambda told, answered, reported, dues: CareWaits(
            tuple(_waits(told, {})), tuple(_waits(answered, {})), tuple(_waits(reported, dues))
        ),
        _listed(rows.filter(UNTOLD)),
        _listed(rows.filter(UNANSWERED)),
        _listed(reports),
        deadlines_asked(SERIOUS_CLOCK, reports.order_by().values("pk")),
    )


def desk_care(actor: Actor, desk: Desk) -> DeskCare:
    rows, today = _rows(actor, desk.id), clock.day_of(actor.at)
    entries = entries_at_work(actor, rows.filter(UNTOLD | UNANSWERED | UNREPORTED), most=REGISTER)
    serious = [one for one in entries if one.unreported]
    dues = deadlines_of(SERIOUS_CLOCK, [one.id for one in serious]) if serious else {}
    going_on = visible(actor, CareAction.SEE_MEDICINE, Medicine).filter(setting=desk.id, until_day__gte=today)
    medicines = medicines_shown(actor, going_on)
    return DeskCare(
        untold=tuple(one for one in entries if not one.known),
        unanswered=tuple(one for one in entries if one.unanswered),
        unreported=tuple((one, dues[one.id].due_on if one.id in dues else None) for one in serious),
        no_yes=tuple(one for one in medicines if not one.permitted),
        law=law_of(desk.nation.value, today),
    )


def law_of(nation: str, today: date) -> str:
    """What the clock of law says, in the reader’s language."""
    return sentence(nation, SERIOUS, get_language() or "en", today).text


def register_of(actor: Actor, desk: Desk, month: date) -> Register:
    """Of those children whom this leader may read of."""
    first, after = clock.month_of(month)
    rows = _rows(actor, desk.id).filter(happened_at__gte=first, happened_at__lt=after)
    found = tuple(reversed(entries_at_work(actor, rows, whole=True, most=REGISTER)))
    return Register(
        desk.name,
        month,
        tuple(one for one in found if one.kind is CareKind.ACCIDENT),
        tuple(one for one in found if one.kind is CareKind.DOSE),
    )


def serious_entry(actor: Actor, entry: UUID) -> tuple[CareEntry, EntryShown, date | None]:
    """To report. Raises NotThere for what is not serious, or not theirs."""
    rows = visible(actor, CareAction.LEAD_CARE, CareEntry).filter(pk=entry, serious=True)
    found = rows.first()
    if found is None:
        raise NotThere("entry")
    dues = deadlines_of(SERIOUS_CLOCK, [entry])
    return found, entries_at_work(actor, rows)[0], dues[entry].due_on if entry in dues else None


def place_to_ask(actor: Actor, desk: Desk, child: UUID) -> tuple[UUID, ChildShown]:
    """The enrolment a medicine is asked for. Raises NotThere."""
    rows: Any = visible(actor, CareAction.ASK_MEDICINE, apps.get_model("families.Enrolment"))
    row = rows.filter(in_force(actor.at), child=child, setting=desk.id).select_related("child").last()
    if row is None or not desk.runs:
        raise NotThere("no child of this desk")
    return row.pk, ChildShown(row.child_id, row.child.known_as, row.child.tint, row.child.cut)


def _rows(actor: Actor, setting: UUID) -> "QuerySet[CareEntry]":
    return visible(actor, CareAction.SEE_CARE, CareEntry).filter(setting=setting)


def _listed(rows: "QuerySet[CareEntry]") -> Question[list[tuple[UUID, UUID, str, datetime]]]:
    fields = ("id", "child_id", "child__known_as", "happened_at")
    return question(list, rows.order_by("happened_at", "id").values_list(*fields))


def _waits(rows: Iterable[tuple[UUID, UUID, str, datetime]], dues: Mapping[UUID, Due]) -> Iterable[Waits]:
    for entry, child, name, at in rows:
        due = dues.get(entry)
        yield Waits(entry, child, name, clock.day_of(at), due.due_on if due else None)
