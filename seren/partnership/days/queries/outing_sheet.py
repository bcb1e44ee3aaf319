"""The outing sheet (E-46): only those on the list that day, and what keeps each of them safe."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from seren.foundation.access.door import Actor, NotThere, visible
from seren.foundation.kernel import clock
from seren.partnership.days.models import Outing
from seren.partnership.days.policies import OutingAction
from seren.partnership.days.queries.outing import children_known, find_outing
from seren.partnership.days.queries.outing_list import invited
from seren.partnership.days.terms.outing import OUT_OR_BACK, OutingState
from seren.people.consent.queries import outcomes
from seren.people.consent.queries.desk import label_of
from seren.people.consent.terms import Code
from seren.people.consent.words import permission
from seren.people.families.queries import ChildShown, emergency_contacts_of
from seren.people.families.queries.ringing import EmergencyContact
from seren.people.families.queries.room import SafetyShown, safety_of

# What whoever is out with a child needs to know of what its family said. Nothing of emergency treatment:
# no answer ever stands before 999 (P-11).
ON_THE_SHEET = (Code.PLASTERS, Code.PHOTO_JOURNAL_OTHERS)


@dataclass(frozen=True, slots=True)
class Outcome:
    words: str
    yes: bool


@dataclass(frozen=True, slots=True)
class OnSheet:
    """One child. `told`: their contacts and answers may be read by this reader."""

    child: ChildShown
    safety: tuple[SafetyShown, ...]
    contacts: tuple[EmergencyContact, ...]
    outcomes: tuple[Outcome, ...]
    no_yes_now: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """`others`: children on the list whom this reader does not look after: a leader’s sheet has all."""

    row: Any
    setting: str
    setting_phone: str
    leader: str
    first_aider: str
    children: tuple[OnSheet, ...]
    others: int
    printed_on: date


def outing_sheet(actor: Actor, outing: UUID) -> Sheet:
    """Raises NotThere, also before the list is closed."""
    rows = visible(actor, OutingAction.SEE, Outing).filter(pk=find_outing(actor, outing).pk)
    row: Any = rows.select_related("leader", "first_aider", "setting").get()
    if row.state not in (OutingState.CLOSED, *OUT_OR_BACK):
        raise NotThere("the list is not closed")
    going = {one.child_id: one for one in invited(actor, outing).filter(listed=True)}
    known = children_known(actor, going)
    ids = list(known)
    safety, contacts = safety_of(actor, ids), emergency_contacts_of(actor, ids)
    said = outcomes(actor, row.setting_id, ON_THE_SHEET)
    on = clock.day_of(actor.at)
    return Sheet(
        row=row,
        setting=row.setting.name,
        setting_phone=row.setting.phone,
        leader=row.leader.name,
        first_aider=row.first_aider.name,
        children=tuple(
            OnSheet(
                child,
                safety.get(child.id, ()),
                contacts.get(child.id, ()),
                _outcomes(said[child.id], on) if child.id in said else (),
                not going[child.id].goes,
            )
            for child in sorted(known.values(), key=lambda one: (one.name, str(one.id)))
        ),
        others=len(going) - len(known),
        printed_on=on,
    )


def _outcomes(held: frozenset[Code], on: date) -> tuple[Outcome, ...]:
    return tuple(Outcome(label_of(permission(code, on)), code in held) for code in ON_THE_SHEET)
