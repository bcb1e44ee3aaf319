"""`/room/outing/<id>/`: its plan, who it is for and how they stand, and the next step."""

from dataclasses import dataclass
from typing import Any

from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.ui.door import (
    AnswerShown,
    Page,
    Sighting,
    Tag,
)
from seren.partnership.days.policies import OutingAction
from seren.partnership.days.queries import outing_words as words
from seren.partnership.days.queries.outing import OutingPage, outing_page
from seren.partnership.days.terms.outing import OUT_OR_BACK, OutingAct, OutingState
from seren.partnership.days.views.outing import onewords as said
from seren.partnership.days.views.outing.base import one, tag_of
from seren.people.provision.queries.places import for_staff


@dataclass(frozen=True, slots=True)
class OneShown:
    of: OutingPage
    url: str
    tag: Tag
    line: str
    answers: tuple[AnswerShown, ...]
    children: tuple[said.ChildRow, ...]
    others: str
    next_words: str
    steps: tuple[said.Step, ...]
    change: str
    close: str
    slips: str
    sheet: str
    call_off: str


class One(Page):
    action = OutingAction.SEE
    record_class = RecordClass.C7
    template_name = "days/outing/one.html"
    runs_the_day = True

    def read(self, actor: Actor, **ids: Any) -> OneShown:
        for_staff(self.request)
        of = outing_page(actor, ids["outing"])
        url = one(of.row.pk)
        asked = of.state in (OutingState.SLIPS_OUT, OutingState.CLOSED)
        return OneShown(
            of=of,
            url=url,
            tag=tag_of(of.state),
            line=words.where(of.row),
            answers=tuple(said.answers_of(of)),
            children=tuple(said.child_of(of, child) for child in of.children),
            others=said.others_of(of.others),
            next_words=said.next_of(of),
            steps=tuple(said.steps_of(of, url)),
            change=f"{url}change/" if of.runs and of.state is OutingState.DRAFT else "",
            close=f"{url}list/" if of.runs and of.allows(OutingAct.CLOSE_LIST) else "",
            slips=f"{url}slips/" if asked and of.agrees else "",
            sheet=f"{url}sheet/" if of.state in (OutingState.CLOSED, *OUT_OR_BACK) else "",
            call_off=f"{url}call-off/" if of.runs and of.allows(OutingAct.CALL_OFF) else "",
        )

    def sightings(self, model: OneShown) -> list[Sighting]:
        """Where each child goes; and, of whom it says so, whether there is a yes."""
        shown = model.of.children
        told = [child.child.id for child in shown if child.goes is not None and child.asked is not None]
        return [(RecordClass.C7, child.child.id) for child in shown] + [(RecordClass.C8, key) for key in told]
