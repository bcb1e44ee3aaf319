"""The outing sheet (E-46): only those on the list that day, and what keeps each of them safe."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from seren.foundation.access.door import Actor, NotThere
from seren.foundation.kernel import clock
from seren.partnership.days.queries.outing import child_of, invited_seen, outing_seen
from seren.partnership.days.terms.outing import OUT_OR_BACK, OutingState
from seren.people.consent.queries import outcomes
from seren.people.consent.queries.desk import words_of
from seren.people.consent.terms import Code
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
    row = outing_seen(actor, outing)
    if row.state not in (OutingState.CLOSED, *OUT_OR_BACK):
        raise NotThere("the list is not closed")
    going = list(invited_seen(actor, outing).filter(listed=True))
    known = [one for one in going if one.known]
    ids = [one.child_id for one in known]
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
                child_of(one),
                safety.get(one.child_id, ()),
                contacts.get(one.child_id, ()),
                _outcomes(said[one.child_id]) if one.child_id in said else (),
                not one.goes,
            )
            for one in known
        ),
        others=len(going) - len(known),
        printed_on=on,
    )


def _outcomes(held: frozenset[Code]) -> tuple[Outcome, ...]:
    return tuple(Outcome(words_of(code), code in held) for code in ON_THE_SHEET)
