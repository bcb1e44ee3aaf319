"""The page of promises, one promise opened, the page to print, the figures as a file."""

import csv
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from seren.doors.web.promises.board import HOME, Board, board_of
from seren.doors.web.promises.clause import ClauseRead, Looking, clause_of
from seren.doors.web.promises.here import Here, setting_here
from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.kernel import clock
from seren.foundation.promises.door import Standing, ask, standings
from seren.foundation.ui.door import Act, Page, actor_of, tell
from seren.people.provision.policies import ProvisionAction


class DeskPage(Page):
    """A page about the setting one works in now."""

    action: ClassVar = ProvisionAction.OVERSEE_SETTING
    record_class = RecordClass.C2

    def get(self, request: HttpRequest, **ids: Any) -> HttpResponse:
        actor = actor_of(request)
        here = setting_here(request, actor)
        return self.show(request, actor, {"here": here, "asked": request.GET.dict(), **ids})


class Promises(DeskPage):
    template_name = "promises/desk/board.html"

    def read(self, actor: Actor, *, here: Here, asked: dict[str, str]) -> Board:  # type: ignore[override]
        return board_of(here, actor.at, asked.get("state", ""))


class Print(DeskPage):
    """All of them, for a meeting."""

    template_name = "promises/desk/print.html"

    def read(self, actor: Actor, *, here: Here, asked: dict[str, str]) -> Board:  # type: ignore[override]
        return board_of(here, actor.at, on_paper=True)


class OnePromise(DeskPage):
    template_name = "promises/desk/clause.html"
    record_class = RecordClass.C3

    def read(  # type: ignore[override]
        self, actor: Actor, *, here: Here, asked: dict[str, str], clause: str
    ) -> ClauseRead:
        return clause_of(actor, here, clause, Looking(asked.get("show", ""), asked.get("from", "")))


class WorkOut(Act):
    """Ask for new figures. A worker makes them; the page shows what was worked out last."""

    action = ProvisionAction.OVERSEE_SETTING
    record_class = RecordClass.C2

    def post(self, request: HttpRequest, **ids: Any) -> HttpResponse:
        ask(setting_here(request, actor_of(request)).place.setting)
        tell(request, _("We are working it out. Load this page again in a minute."))
        return super().post(request, **ids)

    def act(self, actor: Actor, said: dict[str, str], **ids: Any) -> str:
        return HOME


class Figures(DeskPage):
    """The same figures for a spreadsheet. No row of anybody stands in it."""

    def show(
        self, request: HttpRequest, actor: Actor, ids: dict[str, Any], status: int = 200, **more: Any
    ) -> HttpResponse:
        here: Here = ids["here"]
        name = f"seren-promises-{clock.day_of(actor.at)}.csv"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        answer = HttpResponse(content_type="text/csv; charset=utf-8", headers=headers)
        answer.write("\ufeff")
        writer = csv.writer(answer)
        writer.writerow(("clause", "promise", "state", "figure", "of", "since", "until", "worked_out"))
        for one in standings(here.place.setting):
            writer.writerows(_lines(one))
        return answer


def _lines(one: Standing) -> list[tuple[object, ...]]:
    title = one.clause.said("en").title
    lines: list[tuple[object, ...]] = []
    for proof in one.proofs:
        told = proof.measured
        worked_out = clock.local(proof.as_of).isoformat(timespec="minutes")
        figures = (told.figure, told.of, told.since, told.until, worked_out)
        lines.append((one.clause.id, title, told.state.value, *figures))
    return lines or [(one.clause.id, title, one.state.value, "", "", "", "", "")]
