"""What is printed: slips for families, and the sheet that goes along."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString

from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.ui.door import Page, Sighting
from seren.partnership.days.policies import OutingAction
from seren.partnership.days.queries import outing_words as words
from seren.partnership.days.queries.outing import slips_wanted
from seren.partnership.days.queries.outing_sheet import Sheet, outing_sheet
from seren.partnership.days.terms.outing import OutingState
from seren.partnership.days.views.outing.base import one
from seren.people.accounts.queries.letter import qr
from seren.people.consent.queries.slips import PaperSlip, paper_slips
from seren.people.provision.queries.places import for_staff


@dataclass(frozen=True, slots=True)
class SlipShown:
    of: PaperSlip
    qr: SafeString


@dataclass(frozen=True, slots=True)
class SlipsShown:
    name: str
    back: str
    setting: str
    slips: tuple[SlipShown, ...]


class Slips(Page):
    """One for each adult who has not answered. The code leads staff to where the answer is written down."""

    action = OutingAction.SEE
    record_class = RecordClass.C8
    template_name = "days/outing/slips.html"

    def read(self, actor: Actor, **ids: Any) -> SlipsShown:
        setting = for_staff(self.request).place.name
        row, asked = slips_wanted(actor, ids["outing"])
        found = paper_slips(actor, asked)
        slips = tuple(SlipShown(slip, _code(slip)) for slip in found)
        return SlipsShown(row.name, one(row.pk), setting, slips)

    def sightings(self, model: SlipsShown) -> list[Sighting]:
        return [(RecordClass.C8, child) for child in {slip.of.child for slip in model.slips}]


def _code(slip: PaperSlip) -> SafeString:
    site = settings.PUBLIC_URL or "http://localhost"
    return qr(f"{site}/desk/children/{slip.child}/permissions/{slip.asked}/key/")


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
