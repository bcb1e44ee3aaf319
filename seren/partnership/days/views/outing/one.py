"""One outing: its plan, who it is for and how they stand, and the next step."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seren.foundation.access.door import Actor, NotThere, RecordClass
from seren.foundation.ui.door import (
    AnswerShown,
    FormPage,
    FormShown,
    Labelled,
    Page,
    SerenForm,
    Sighting,
    Tag,
    day_words,
    tell,
)
from seren.partnership.days.domain import close_list
from seren.partnership.days.forms.outing import ListForm
from seren.partnership.days.policies import OutingAction
from seren.partnership.days.queries import outing_words as words
from seren.partnership.days.queries.outing import InvitedShown, OutingPage, outing_page
from seren.partnership.days.terms.outing import OUT_OR_BACK, TO_COME, OutingAct, OutingState
from seren.partnership.days.views.outing.base import for_staff, one, tag_of
from seren.people.consent.terms import State


@dataclass(frozen=True, slots=True)
class ChildRow:
    of: InvitedShown
    tag: Tag | None
    permissions: str
    key: str


@dataclass(frozen=True, slots=True)
class Step:
    """A button: what it sends to, what it says. The first is the loud one."""

    url: str
    words: str
    icon: str
    kind: str


@dataclass(frozen=True, slots=True)
class OneShown:
    of: OutingPage
    url: str
    tag: Tag
    line: str
    answers: tuple[AnswerShown, ...]
    children: tuple[ChildRow, ...]
    others: str
    next_words: str
    steps: tuple[Step, ...]
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
            answers=tuple(_answers(of)),
            children=tuple(_child(of, child) for child in of.children),
            others=_others(of.others),
            next_words=_next(of),
            steps=tuple(_steps(of, url)),
            change=f"{url}change/" if of.runs and of.state is OutingState.DRAFT else "",
            close=f"{url}list/" if of.runs and of.allows(OutingAct.CLOSE_LIST) else "",
            slips=f"{url}slips/" if asked and any(child.state is not None for child in of.children) else "",
            sheet=f"{url}sheet/" if of.state in (OutingState.CLOSED, *OUT_OR_BACK) else "",
            call_off=f"{url}call-off/" if of.runs and of.allows(OutingAct.CALL_OFF) else "",
        )

    def sightings(self, model: OneShown) -> list[Sighting]:
        """Where each child goes; and, of whom it says so, whether there is a yes."""
        shown = model.of.children
        told = [child.child.id for child in shown if child.goes is not None and child.asked is not None]
        return [(RecordClass.C7, child.child.id) for child in shown] + [(RecordClass.C8, key) for key in told]


class CloseList(FormPage):
    """Only children with a yes stand here. Whoever sends another gets nobody on the list."""

    action = OutingAction.RUN
    record_class = RecordClass.C8
    template_name = "days/outing/list.html"
    form_class = ListForm

    def page(self, actor: Actor, ids: dict[str, Any]) -> OutingPage:
        """Read once a request: the form, what is ticked and the page are of one look."""
        of: OutingPage = getattr(self, "_of", None) or outing_page(actor, ids["outing"])
        self._of = of
        if not of.runs or not of.allows(OutingAct.CLOSE_LIST):
            raise NotThere("no list to close")
        return of

    def make_form(self, actor: Actor, ids: dict[str, Any], **given: Any) -> SerenForm:
        return ListForm(children=[_choice(child) for child in self.page(actor, ids).may_go], **given)

    def initial(self, actor: Actor, **ids: Any) -> dict[str, Any]:
        return {"children": [str(child.child.id) for child in self.page(actor, ids).may_go]}

    def read(self, actor: Actor, **ids: Any) -> FormShown:
        for_staff(self.request)
        of = self.page(actor, ids)
        self.told = of.may_go
        return FormShown(
            title=_("Close the list"),
            line=_("Only children with a yes stand here. All others stay."),
            button=_("Close the list"),
            back=one(of.row.pk),
            back_words=of.row.name,
        )

    def sightings(self, model: FormShown) -> list[Sighting]:
        return [(RecordClass.C8, child.child.id) for child in self.told]

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        key = given["outing"]
        chosen = {child.child.id for child in self.page(actor, given).may_go}
        wanted = {child for child in chosen if str(child) in said["children"]}
        number = close_list(actor=actor, outing=key, children=wanted, now=actor.at)
        said_so = ngettext("%(count)d child is on the list.", "%(count)d children are on the list.", number)
        tell(self.request, said_so % {"count": number})
        return one(key)


def _choice(of: InvitedShown) -> tuple[str, Labelled]:
    child = of.child
    return str(child.id), Labelled(child.name, initial=child.initial, tint=child.tint, cut=child.cut)


def _answers(of: OutingPage) -> list[AnswerShown]:
    row = of.row
    rows = [
        (_("When"), words.when(row)),
        (_("How"), words.how(row)),
        (_("Adults"), _("%(number)d go along.") % {"number": row.adults} + " " + words.ratio(row)),
        (_("Leads"), of.leader),
        (_("First aider"), of.first_aider),
        (_("Telephone"), row.phone),
        (_("Helpers"), row.helpers),
        (_("To bring"), row.bring),
        (_("Notes"), row.notes),
        (_("Planned by"), of.planned_by),
    ]
    if of.agreed_on:
        facts = {"name": of.agreed_by, "day": day_words(of.agreed_on, year=True)}
        rows.append((_("Agreed by"), _("%(name)s, on %(day)s.") % facts))
    return [AnswerShown(question, answer) for question, answer in rows if answer]


_TAGS = {
    State.ASKED: ("sea", "ask"),
    State.REFUSED: ("heather", "cross"),
    State.DISPUTED: ("berry", "care"),
    State.LAPSED: ("clay", "clock"),
    State.NOT_ASKED: ("", "ask"),
}


def _child(of: OutingPage, child: InvitedShown) -> ChildRow:
    reads = child.state is not None
    permissions = f"/desk/children/{child.child.id}/permissions/"
    return ChildRow(
        of=child,
        tag=_tag(of, child),
        permissions=permissions if reads and of.agrees else "",
        key=f"{permissions}{child.asked}/key/" if of.agrees and child.state is State.ASKED else "",
    )


def _tag(of: OutingPage, child: InvitedShown) -> Tag | None:
    if of.state in OUT_OR_BACK:
        return _of_those_out(of, child)
    if child.listed:
        return Tag(_("On the list"), "moss", "tick")
    if child.asked is None:
        return Tag(_("Not asked yet"), "", "ask") if of.state in TO_COME else None
    if child.goes is None or of.state not in TO_COME:
        return None
    if child.goes:
        return Tag(_("Yes"), "moss", "tick")
    if child.was_listed:
        return Tag(_("No yes any more"), "berry", "cross")
    waiting = next(
        (one for one in (child.state, child.ride_state) if one not in (None, State.IN_FORCE)), None
    )
    return Tag(waiting.label, *_TAGS[waiting]) if waiting else Tag(_("No yes yet"), "clay", "cross")


def _of_those_out(of: OutingPage, child: InvitedShown) -> Tag:
    if not child.listed:
        return Tag(_("Stayed here"), "")
    if of.state is OutingState.GONE and child.goes is False:
        return Tag(_("Out. Their yes was taken back"), "berry", "care")
    return Tag(_("Went along"), "moss", "tick")


def _others(number: int) -> str:
    if not number:
        return ""
    words_ = ngettext(
        "It is for %(count)d more child, whom you do not look after.",
        "It is for %(count)d more children, whom you do not look after.",
        number,
    )
    return words_ % {"count": number}


def _next(of: OutingPage) -> str:
    if of.state is OutingState.DRAFT:
        return (
            _("Put it to the manager. Families are asked after that.")
            if of.row.risks_weighed
            else _("Think about the risks first, and say so in the plan.")
        )
    if of.state is OutingState.PUT:
        return _("A manager or deputy agrees, or gives it back.")
    if of.state is OutingState.AGREED:
        return _("A manager or deputy asks the families now.")
    if of.state is OutingState.SLIPS_OUT:
        return _waiting(of)
    if of.state is OutingState.CLOSED:
        return _("The sheet can be printed. A yes that is taken back is off it at once.")
    if of.state is OutingState.GONE:
        return _("Say so when everybody is back.")
    return ""


def _waiting(of: OutingPage) -> str:
    missing = [child.child.name for child in of.children if child.goes is False]
    if not missing:
        return _("Every family you see here said yes.")
    return _("No yes yet: %(names)s. Without a yes they stay here.") % {"names": ", ".join(missing)}


def _steps(of: OutingPage, url: str) -> list[Step]:
    if not of.runs:
        return []
    leads, closes = of.agrees, of.allows(OutingAct.CLOSE_LIST)  # one loud button: closing is it
    not_asked = any(child.asked is None for child in of.children)
    found = [
        (OutingAct.PUT, "put/", "go", of.row.risks_weighed),
        (OutingAct.AGREE, "agree/", "tick", leads),
        (OutingAct.SEND_SLIPS, "ask/", "ask", leads and (of.state is OutingState.AGREED or not_asked)),
        (OutingAct.GO, "go/", "go", of.row.day == of.today),
        (OutingAct.RETURN, "back/", "tick", True),
        (OutingAct.OPEN_LIST, "open/", "undo", True),
        (OutingAct.GIVE_BACK, "give-back/", "undo", leads),
    ]
    held = [(act, path, icon) for act, path, icon, now in found if now and of.allows(act)]
    return [
        Step(
            url + path,
            str(act.label),
            icon,
            "" if number == 0 and act is not OutingAct.OPEN_LIST and not closes else "quiet",
        )
        for number, (act, path, icon) in enumerate(held)
    ]
