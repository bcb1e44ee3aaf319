"""What is printed: slips for families, and the sheet that goes along."""

from dataclasses import dataclass
from typing import Any

from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.audit.door import saw
from seren.foundation.ui.door import Page, ShownOnce, Sighting
from seren.partnership.days.policies import OutingAction
from seren.partnership.days.queries import outing_words as words
from seren.partnership.days.queries.outing import slips_wanted
from seren.partnership.days.queries.outing_sheet import Sheet, outing_sheet
from seren.partnership.days.terms.outing import OutingState
from seren.partnership.days.views.outing.base import one
from seren.people.consent.domain import print_slips
from seren.people.consent.queries.slips import SlipsShown, slips_shown, unanswered
from seren.people.provision.queries.places import for_staff


class Slips(ShownOnce):
    """One for each adult who has not answered. Its code leads to the question, and to whose answer it is."""

    action = OutingAction.AGREE
    record_class = RecordClass.C8
    template_name = "consent/desk/slips.html"

    def make(self, actor: Actor, said: dict[str, Any], **given: Any) -> SlipsShown:
        row, asked = slips_wanted(actor, given["outing"])
        found = unanswered(actor, row.setting_id, asked)
        saw(actor, {(RecordClass.C8, adult.child) for adult in found}, page=self.action)
        pairs = [(line.id, adult.account.person) for adult in found for line in adult.lines]
        reads = {adult.account.person: adult.account.reads for adult in found}
        slips = print_slips(actor=actor, pairs=pairs, reads=reads, now=actor.at)
        return slips_shown(slips, found, row.setting.name, self.back(**given))

    def back(self, **given: Any) -> str:
        return one(given["outing"])


@dataclass(frozen=True, slots=True)
class SheetShown:
    of: Sheet
    back: str
    lines: tuple[str, ...]
    out: bool


class SheetPage(Page):
    action = OutingAction.SEE
    record_class = RecordClass.C6
    template_name = "days/outing/sheet.html"
    runs_the_day = True  # it goes with the outing: whom to ring, who may not eat what

    def read(self, actor: Actor, **ids: Any) -> SheetShown:
        for_staff(self.request)
        of = outing_sheet(actor, ids["outing"])
        row = of.row
        lines = (words.where(row), words.when(row), words.how(row), words.ratio(row))
        return SheetShown(of, one(row.pk), lines, row.state == OutingState.GONE)

    def sightings(self, model: SheetShown) -> list[Sighting]:
        found: list[Sighting] = []
        for one_ in model.of.children:
            child = one_.child.id
            found.append((RecordClass.C7, child))
            found += [(RecordClass.C5, child)] if one_.safety else []
            found += [(RecordClass.C6, child)] if one_.contacts else []
            found += [(RecordClass.C8, child)] if one_.outcomes else []
        return found
