"""`/family/care/` for one adult of the family: medicines, what was given, accidents."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Q

from seren.foundation.access.door import Actor, NotThere, find, visible
from seren.partnership.days.models import CareEntry, Medicine
from seren.partnership.days.policies import CareAction
from seren.partnership.days.queries.care import EntryShown, entries_at_home
from seren.partnership.days.queries.medicines import MedicineShown, medicines_shown
from seren.people.consent.queries.family import Question, asked_of_family
from seren.people.families.queries import around_children, children_followed

MOST = 60


@dataclass(frozen=True, slots=True)
class MedicineAtHome:
    """`question`: its permission as this reader may read it; None where they may not."""

    of: MedicineShown
    question: Question | None


@dataclass(frozen=True, slots=True)
class CareOfChild:
    """`may_bring`: this adult may write a medicine down for the child."""

    id: UUID
    name: str
    tint: str
    cut: str
    medicines: tuple[MedicineAtHome, ...]
    entries: tuple[EntryShown, ...]
    may_bring: bool

    @property
    def initial(self) -> str:
        return self.name[:1]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a medicine may be brought: the child’s enrolment."""

    id: UUID
    child: UUID
    child_name: str
    setting_name: str


def care_of_family(actor: Actor) -> tuple[CareOfChild, ...]:
    """Own children by name."""
    rows = visible(actor, CareAction.FOLLOW_CARE, CareEntry)
    entries = entries_at_home(rows, actor.person, most=MOST)
    medicines = medicines_shown(actor, visible(actor, CareAction.FOLLOW_MEDICINE, Medicine))
    questions = {one.id: one for of in asked_of_family(actor) for one in of.questions} if medicines else {}
    bring = {place.child for place in places_to_bring(actor)}
    return tuple(
        CareOfChild(
            child.id,
            child.name,
            child.tint,
            child.cut,
            tuple(
                MedicineAtHome(one, questions.get(one.asked)) for one in medicines if one.child == child.id
            ),
            tuple(one for one in entries if one.child == child.id),
            child.id in bring,
        )
        for child in children_followed(actor)
        if child.own
    )


def entry_at_home(actor: Actor, entry: UUID) -> EntryShown:
    """Raises NotThere. Where the child was is left out for whoever is not told where the child is."""
    rows = visible(actor, CareAction.FOLLOW_CARE, CareEntry).filter(pk=entry)
    for shown in entries_at_home(rows, actor.person, whole=True):
        return shown
    raise NotThere("entry")


def told_the_place(actor: Actor, entry: EntryShown) -> bool:
    return any((one.child, one.setting) == (entry.child, entry.setting) for one in around_children(actor))


def find_entry_at_home(actor: Actor, entry: UUID) -> CareEntry:
    return find(actor, CareAction.FOLLOW_CARE, CareEntry, entry)


def places_to_bring(actor: Actor, child: UUID | None = None) -> tuple[Place, ...]:
    """The settings this adult may bring a medicine to, for all their children or for one."""
    rows: Any = visible(actor, CareAction.BRING_MEDICINE, apps.get_model("families.Enrolment"))
    rows = rows.filter(Q(until_at__isnull=True) | Q(until_at__gt=actor.at))
    if child is not None:
        rows = rows.filter(child=child)
    fields = ("id", "child_id", "child__known_as", "setting__name")
    return tuple(Place(*row) for row in rows.order_by("setting__name", "id").values_list(*fields))
