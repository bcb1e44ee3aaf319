"""`/desk/import/`: send a list in, look at what it would do, bring it in."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.kernel.refusals import Refused
from seren.foundation.ui.door import (
    Act,
    Cell,
    Column,
    FormPage,
    Page,
    Seen,
    SerenForm,
    Table,
    actor_of,
    tell,
)
from seren.people.families.domain.intake import (
    OUTCOME_WORDS,
    Fault,
    KeptList,
    Step,
    example,
    finish,
    kept_list,
    send_in,
)
from seren.people.families.forms.intake import ListForm
from seren.people.families.terms import Sheet
from seren.people.families.views.desk.base import AtDesk
from seren.people.provision.policies import ProvisionAction

_SHOWN = 300  # rows of a table on a page


@dataclass(frozen=True, slots=True)
class ImportPage:
    """The first page. `faults`: why the list that was just sent in cannot be taken."""

    setting: str
    faults: Table | None = None
    more: int = 0


@dataclass(frozen=True, slots=True)
class ListPage:
    """One list. `open`: it can still be brought in."""

    title: str
    line: str
    sentences: tuple[str, ...]
    steps: Table | None
    faults: Table | None
    more: int
    open: bool
    done: bool


class Import(AtDesk, FormPage):
    action = ProvisionAction.RUN_SETTING
    record_class = RecordClass.C6
    template_name = "families/desk/import.html"
    form_class = ListForm
    faults: tuple[Fault, ...] = ()

    def read(self, actor: Actor, **ids: Any) -> ImportPage:
        more = max(0, len(self.faults) - _SHOWN)
        return ImportPage(self.desk_to_run(actor).name, _faults(self.faults), more)

    def initial(self, actor: Actor, **ids: Any) -> dict[str, Any]:
        return {"sheet": Sheet.FAMILIES}

    def post(self, request: HttpRequest, **ids: Any) -> HttpResponse:
        actor = actor_of(request)
        setting = self.desk_to_run(actor).id
        form: SerenForm = ListForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.show(request, actor, ids, status=422, form=form)
        said = form.cleaned_data
        try:
            told, kept = send_in(
                actor=actor,
                setting=setting,
                sheet=Sheet(said["sheet"]),
                raw=said["file"],
                make_rooms=said["make_rooms"],
                now=actor.at,
            )
        except Refused as no:
            form.add_error("file", str(no.sentence))
            return self.show(request, actor, ids, status=422, form=form)
        if kept is None:
            self.faults = told.faults
            form.add_error(
                "file", _("Nothing was brought in. Put these lines right and send the list again.")
            )
            return self.show(request, actor, ids, status=422, form=form)
        return HttpResponseRedirect(f"/desk/import/{kept}/", status=303)


class OneList(AtDesk, Page):
    action = ProvisionAction.RUN_SETTING
    record_class = RecordClass.C6
    template_name = "families/desk/import_list.html"

    def read(self, actor: Actor, **ids: Any) -> ListPage:
        return _list_page(kept_list(actor, ids["intake"]))


class BringIn(Act):
    action = ProvisionAction.RUN_SETTING
    record_class = RecordClass.C6

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        told = finish(actor=actor, key=ids["intake"], now=actor.at)
        if told.faults:
            tell(self.request, _("Something has changed here since. Nothing was brought in."), error=True)
        else:
            tell(self.request, _("The list is brought in."))
        return self.back(**ids)

    def back(self, **ids: Any) -> str:
        return f"/desk/import/{ids['intake']}/"


class Example(Seen):
    """A file with all columns, for a spreadsheet."""

    action = ProvisionAction.RUN_SETTING
    record_class = RecordClass.C0

    def get(self, request: HttpRequest, sheet: str) -> HttpResponse:
        if sheet not in Sheet.values:
            raise Http404
        headers = {"Content-Disposition": f'attachment; filename="seren-{sheet}.csv"'}
        return HttpResponse(example(Sheet(sheet)), content_type="text/csv; charset=utf-8", headers=headers)


def _list_page(kept: KeptList) -> ListPage:
    told = kept.told
    done = kept.done_at is not None
    if done:
        title, line = (
            _("What the list did"),
            _("It is brought in. Send it again: only what is new changes."),
        )
    elif told.faults:
        title, line = _("This list no longer fits"), _("Something has changed here since you sent it.")
    elif told.changes_nothing:
        title, line = _("Nothing to bring in"), _("All of this is here already.")
    else:
        title, line = _("What the list will do"), _("Nothing has changed yet. Look through it first.")
    shown = max(len(told.steps), len(told.faults))
    return ListPage(
        title=title,
        line=line,
        sentences=told.sentences,
        steps=_steps(told.steps),
        faults=_faults(told.faults),
        more=max(0, shown - _SHOWN),
        open=not (done or told.faults or told.changes_nothing),
        done=done,
    )


def _faults(faults: tuple[Fault, ...]) -> Table | None:
    if not faults:
        return None
    return Table(
        _("Lines that cannot be taken"),
        (Column(_("Line")), Column(_("Column")), Column(_("What to do"))),
        tuple(
            (Cell(str(fault.line)), Cell(fault.column, language="en"), Cell(fault.reason))
            for fault in faults[:_SHOWN]
        ),
    )


def _steps(steps: tuple[Step, ...]) -> Table | None:
    if not steps:
        return None
    return Table(
        _("Line by line"),
        (Column(_("Line")), Column(_("Who")), Column(_("What")), Column(_("Outcome"))),
        tuple(
            (Cell(str(step.line)), Cell(step.who), Cell(step.what), Cell(OUTCOME_WORDS[step.outcome]))
            for step in steps[:_SHOWN]
        ),
    )
