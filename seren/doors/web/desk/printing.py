"""`/desk/print/`: what waits for adults who read on paper; the letters; marked as printed, and undone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seren.doors.web.desk.paper import PaperPage, Pile, paper_page, piles
from seren.foundation.access.door import Actor, NotThere, RecordClass
from seren.foundation.kernel import ids
from seren.foundation.kernel.refusals import Refused
from seren.foundation.notify.door import mark_printed, unmark_printed
from seren.foundation.ui.door import Act, Page, Sighting, Tag, TaskShown, day_words, tell
from seren.people.provision.policies import ProvisionAction
from seren.people.provision.queries.atdesk import AtDesk

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class QueueShown:
    line: str
    tasks: tuple[TaskShown, ...]
    runs: bool


class Queue(AtDesk, Page):
    """Who oversees the setting finds the page; only whoever runs it finds letters on it."""

    action = ProvisionAction.OVERSEE_SETTING
    record_class = RecordClass.C6
    template_name = "web/desk/print.html"

    def read(self, actor: Actor, **ids: Any) -> QueueShown:
        desk = self.desk(actor)
        if not desk.runs:
            return QueueShown(desk.name, (), runs=False)
        return QueueShown(desk.name, tuple(map(_task, piles(actor, desk))), runs=True)


class Letters(AtDesk, Page):
    """The letters themselves, ready for the printer. Looking marks nothing."""

    action = ProvisionAction.RUN_SETTING
    record_class = RecordClass.C6
    template_name = "web/desk/letters.html"

    def read(self, actor: Actor, **ids: Any) -> PaperPage:
        return paper_page(actor, self.desk_to_run(actor))

    def sightings(self, model: Any) -> Iterable[Sighting]:
        return model.seen  # type: ignore[no-any-return]


class Printed(AtDesk, Act):
    """These were printed. Only what stood on the page is marked: what came since still waits."""

    action = ProvisionAction.RUN_SETTING
    record_class = RecordClass.C6

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        wanted = {ids.parse(one) for one in said.get("deliveries", "").split()} - {None}
        found = piles(actor, self.desk_to_run(actor))
        waiting = {sheet.delivery for pile in found for sheet in pile.sheets}
        marked = mark_printed([one for one in waiting if one in wanted], actor.at)
        if not marked:
            raise Refused("nothing", _("Nothing waits any more."))
        words = ngettext("%(count)d notice is printed.", "%(count)d notices are printed.", marked)
        stamp = (actor.at - _EPOCH) // timedelta(microseconds=1)
        tell(self.request, words % {"count": marked}, undo=f"/desk/print/{stamp}/undo/")
        return self.back()

    def back(self, **given: Any) -> str:
        return "/desk/print/"


class NotPrinted(AtDesk, Act):
    action = ProvisionAction.RUN_SETTING
    record_class = RecordClass.C6

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        try:
            at = _EPOCH + timedelta(microseconds=given["stamp"])
        except OverflowError as never:
            raise NotThere("no such instant") from never
        unmark_printed(self.desk_to_run(actor).id, at)
        tell(self.request, _("They wait again."))
        return self.back()

    def back(self, **given: Any) -> str:
        return "/desk/print/"


def _task(letter: Pile) -> TaskShown:
    number = len(letter.sheets)
    words = ngettext("%(count)d thing, since %(day)s.", "%(count)d things, since %(day)s.", number)
    hint = words % {"count": number, "day": day_words(letter.since)}
    tag = Tag(_("Ring them as well"), "berry", "phone") if letter.urgent else None
    return TaskShown(letter.name, f"/desk/families/{letter.person}/", hint, tag=tag)
