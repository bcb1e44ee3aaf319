"""B9: where a child has two homes, both are reached.

Counted are the adults with responsibility or day-to-day care whom no restriction keeps from news (P-04): a
restriction is the recorded reason. How a home is reached is not told to the other one, only here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seren.foundation.access.door import Actor, RecordClass, SystemReason, in_force, system
from seren.foundation.promises.door import (
    Day,
    Evidence,
    Measured,
    Row,
    RowSaid,
    Said,
    figure_of_all,
    promise,
    share,
)
from seren.people.accounts.promises import Reached, reached
from seren.people.families.models import Guardianship, HouseholdMember, Lives, Restriction
from seren.people.families.policies import ProvingAction
from seren.people.families.promises.counting import attending, url_of_child
from seren.people.families.terms import Responsibility, codes_denying


@dataclass(frozen=True, slots=True)
class _Tie:
    row: UUID
    child: UUID
    adult: UUID


def _say(measured: Measured) -> Said:
    children = measured.parts.get("children", 0)
    line = ngettext(
        "%(children)d child has more than one home.",
        "%(children)d children have more than one home.",
        children,
    ) % {"children": children}
    return Said(figure_of_all(measured), _("adults of two homes reached"), line)


_ROW = {
    Reached.JOINED: lambda: _("Has joined."),
    Reached.PAPER: lambda: _("Hears from us on paper."),
    Reached.NOT_YET: lambda: _("Has not joined yet. Print a letter, or meet them."),
}


_NAMES = ("child_id", "adult__given_name", "adult__family_name", "child__known_as", "child__family_name")


def _show(
    reader: Actor, rows: Sequence[Row], named: Mapping[UUID, tuple[Any, ...]]
) -> Mapping[UUID, RowSaid]:
    told: dict[UUID, RowSaid] = {}
    for row in rows:
        child, *called = named[row.subject]
        told[row.subject] = RowSaid(_title(*called), _ROW[Reached(row.code)](), url_of_child(child))
    return told


def _title(given: str, family: str, child: str, child_family: str) -> str:
    names = {"adult": f"{given} {family}", "child": f"{child} {child_family}"}
    return _("%(adult)s, for %(child)s") % names


def _counted() -> str:
    return _(
        "We count the adults of children with more than one home. They have responsibility or care for the "
        "child day to day. An adult is reached when they have joined, or chose paper. Adults kept from news "
        "by a limit on file are not counted."
    )


@promise("B9", sees=ProvingAction.SEE_WHO_IS_REACHED, say=_say, show=_show, names=_NAMES, counted=_counted)
def both_homes_reached(day: Day) -> Evidence:
    ties = _of_several_homes(day, _to_hear(day))
    how = reached({tie.adult for tie in ties})
    rows = [Row(tie.row, how[tie.adult] is not Reached.NOT_YET, how[tie.adult].value) for tie in ties]
    return share(day, rows, day.today, (("children", len({tie.child for tie in ties})),))


def _to_hear(day: Day) -> list[_Tie]:
    children = [coming.child for coming in attending(day)]
    kept = system(SystemReason.PROVING, Restriction).filter(
        adult=OuterRef("adult"),
        child=OuterRef("child"),
        code__in=codes_denying(RecordClass.C3),
        imposed_at__lte=day.now,
        lifted_at__isnull=True,
    )
    ties = system(SystemReason.PROVING, Guardianship).filter(
        Q(responsibility=Responsibility.YES) | Q(day_to_day_care=True), in_force(day.now), child__in=children
    )
    rows = ties.exclude(Exists(kept)).order_by("child_id", "id")
    return [_Tie(*row) for row in rows.values_list("pk", "child_id", "adult_id")]


def _of_several_homes(day: Day, ties: list[_Tie]) -> list[_Tie]:
    """Of the children whose adults do not all share one household. An adult of no household is a home."""
    living = system(SystemReason.PROVING, Lives).filter(
        in_force(day.now), child__in={tie.child for tie in ties}
    )
    lives: dict[UUID, set[UUID]] = {}
    for child, household in living.values_list("child_id", "household_id"):
        lives.setdefault(child, set()).add(household)
    belong: dict[UUID, set[UUID]] = {}
    members = system(SystemReason.PROVING, HouseholdMember).filter(
        in_force(day.now), person__in={tie.adult for tie in ties}
    )
    for person, household in members.values_list("person_id", "household_id"):
        belong.setdefault(person, set()).add(household)
    homes: dict[UUID, set[frozenset[UUID]]] = {}
    for tie in ties:
        mine = belong.get(tie.adult, set()) & lives.get(tie.child, set())
        homes.setdefault(tie.child, set()).add(frozenset(mine) or frozenset({tie.adult}))
    return [tie for tie in ties if len(homes[tie.child]) > 1]
