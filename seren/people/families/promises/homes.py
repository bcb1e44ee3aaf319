"""B9: where a child has two homes, both are reached, or it is written down why not.

Counted are the adults with responsibility or day-to-day care whom no restriction keeps from news (P-04): a
restriction is the recorded reason. How a home is reached is not told to the other one, only here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seren.foundation.access.door import Actor, RecordClass, SystemReason, in_force, system
from seren.foundation.notify.door import Missed, missed_by
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


class Heard(StrEnum):
    """How one adult hears of the child. CHASED: each notice that did not arrive was told another way, or it
    is written down why not. GIVEN_UP: one came back, and nobody has done so.
    """

    JOINED = Reached.JOINED
    PAPER = Reached.PAPER
    NOT_YET = Reached.NOT_YET
    CHASED = "chased"
    GIVEN_UP = "given-up"


_ROW = {
    Heard.JOINED: lambda: _("Has joined."),
    Heard.PAPER: lambda: _("Hears from us on paper."),
    Heard.NOT_YET: lambda: _("Has not joined yet. Print a letter, or meet them."),
    Heard.CHASED: lambda: _("Has not joined yet. They were told another way, or we wrote down why not."),
    Heard.GIVEN_UP: lambda: _("A message came back. Tell them another way."),
}


_NAMES = ("child_id", "adult__given_name", "adult__family_name", "child__known_as", "child__family_name")


def _show(
    reader: Actor, rows: Sequence[Row], named: Mapping[UUID, tuple[Any, ...]]
) -> Mapping[UUID, RowSaid]:
    told: dict[UUID, RowSaid] = {}
    for row in rows:
        child, *called = named[row.subject]
        told[row.subject] = RowSaid(_title(*called), _ROW[Heard(row.code)](), url_of_child(child))
    return told


def _title(given: str, family: str, child: str, child_family: str) -> str:
    names = {"adult": f"{given} {family}", "child": f"{child} {child_family}"}
    return _("%(adult)s, for %(child)s") % names


def _counted() -> str:
    return _(
        "We count the adults of children with more than one home. They have responsibility or care for the "
        "child day to day. An adult is reached when they have joined or chose paper, and nothing came back. "
        "It counts too when they were told another way, or when we wrote down why not. Adults kept from "
        "news by a limit on file are not counted."
    )


@promise("B9", sees=ProvingAction.SEE_WHO_IS_REACHED, say=_say, show=_show, names=_NAMES, counted=_counted)
def both_homes_reached(day: Day) -> Evidence:
    ties = _of_several_homes(day, _to_hear(day))
    heard = _heard(day, {tie.adult for tie in ties})
    rows = [Row(tie.row, heard[tie.adult] in _KEPT, heard[tie.adult].value) for tie in ties]
    return share(day, rows, day.today, (("children", len({tie.child for tie in ties})),))


_KEPT = frozenset({Heard.JOINED, Heard.PAPER, Heard.CHASED})


def _heard(day: Day, adults: set[UUID]) -> dict[UUID, Heard]:
    how, missed = reached(adults), missed_by(day.setting, adults)
    return {adult: _of_one(one, missed.get(adult)) for adult, one in how.items()}


def _of_one(how: Reached, missed: Missed | None) -> Heard:
    if missed is not None and missed.given_up:
        return Heard.GIVEN_UP
    if how is Reached.NOT_YET and missed is not None and missed.chased and not missed.waiting:
        return Heard.CHASED
    return Heard(how.value)


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
