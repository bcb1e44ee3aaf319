"""Joining letters, of one adult or of many. A code is shown once, on the page that made it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.audit.door import saw
from seren.foundation.kernel import clock
from seren.foundation.kernel.refusals import Refused
from seren.foundation.ui.door import ShownOnce
from seren.people.accounts.domain import finish_recovery
from seren.people.accounts.policies import AccountsAction
from seren.people.accounts.queries import Letter, accounts_of, joining_letter, people_of
from seren.people.families.domain import ask_to_join
from seren.people.families.domain.asking import Made
from seren.people.families.queries.desk import Addressee, addressee, adults_to_ask, reach_rows
from seren.people.families.views.desk.accounts import AboutAdult
from seren.people.guarding.domain import NeedsTwo, check_bulk
from seren.people.guarding.terms import Bulk
from seren.people.provision.queries.desk import Desk

MOST = 60  # letters in one go

Addressed = dict[UUID, Addressee]  # by whom a letter is for


@dataclass(frozen=True, slots=True)
class LettersShown:
    letters: tuple[Letter, ...]
    back: str


class Printing(AboutAdult, ShownOnce):
    action = AccountsAction.INVITE
    record_class = RecordClass.C6
    template_name = "families/desk/letters.html"

    def make(self, actor: Actor, said: dict[str, Any], **ids: Any) -> LettersShown:
        desk = self.desk_to_run(actor)
        shown, made = self.codes(actor, desk, **ids)
        return LettersShown(_letters(actor, desk, shown, made), self.back(**ids))

    def refused(self, no: Refused, **ids: Any) -> str:
        """More than one person may take out alone: on to asking a second."""
        if isinstance(no, NeedsTwo):
            return f"/desk/bulk/ask/{Bulk.LETTERS}/{no.number}/"
        return super().refused(no, **ids)

    def codes(self, actor: Actor, desk: Desk, **ids: Any) -> tuple[Addressed, Sequence[Made]]:
        """To whom, and the codes that were made. May raise Refused."""
        people = self.people(actor, desk, **ids)
        shown = {person.pk: addressee(actor, person) for person in people}
        asked = _may_be_asked(people, shown)
        children = len({one.seen[0][1] if one.seen else one.person for one in shown.values()})
        check_bulk(actor=actor, setting=desk.id, what=Bulk.LETTERS, children=children, now=actor.at)
        self.note(actor, shown)
        made = ask_to_join(actor=actor, people=asked, setting=desk.id, children=children, now=actor.at)
        return shown, made

    def note(self, actor: Actor, shown: Addressed) -> None:
        """Before a letter is made: where too many children were shown already, none is spent."""
        saw(actor, [one for addressed in shown.values() for one in addressed.seen], page=self.action)

    def people(self, actor: Actor, desk: Desk, **ids: Any) -> Sequence[Any]:
        return [self.adult(actor, ids["person"])]

    def back(self, **ids: Any) -> str:
        return f"/desk/families/{ids['person']}/"


class PrintingAll(Printing):
    """Everybody of the setting's families whom nobody has asked, or whose letter has run out."""

    def people(self, actor: Actor, desk: Desk, **ids: Any) -> Sequence[Any]:
        waiting = {row.account.person for row in reach_rows(actor, desk.id) if row.waiting}
        return adults_to_ask(actor, waiting)[:MOST]

    def back(self, **ids: Any) -> str:
        return "/desk/families/?show=waiting"


def _may_be_asked(people: Sequence[Any], shown: Addressed) -> list[Any]:
    """Nobody whom an order keeps from every child they came for."""
    asked = [person for person in people if shown[person.pk].told or not shown[person.pk].family]
    if people and not asked:
        raise Refused("bound", _("An order keeps the child from them. We make no letter."))
    return asked


def _letters(
    actor: Actor,
    desk: Desk,
    shown: Addressed,
    made: Sequence[Made],
) -> tuple[Letter, ...]:
    names = people_of([*shown, actor.person])
    return tuple(
        joining_letter(
            adult=names[person],
            language=shown[person].language,
            code=code,
            ends_on=clock.day_of(ends),
            child=shown[person].child,
            setting=desk.name,
            phone=desk.phone,
            contact=names[actor.person].name,
            lines=shown[person].lines,
        )
        for person, code, ends in made
    )


class Recovered(Printing):
    """The day is over: every old way in ends, and the new letter is printed."""

    action = AccountsAction.RECOVER

    def codes(self, actor: Actor, desk: Desk, **ids: Any) -> tuple[Addressed, Sequence[Made]]:
        person = self.adult(actor, ids["person"])
        shown = {person.pk: addressee(actor, person)}
        self.note(actor, shown)
        code = finish_recovery(actor=actor, person=person, now=actor.at)
        ends = accounts_of([person.pk], actor.at)[person.pk].letter_until
        return shown, [(person.pk, code, clock.end_of(ends) if ends else actor.at)]
