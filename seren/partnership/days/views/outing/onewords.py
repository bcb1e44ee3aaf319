"""An outing in words: its plan, how each child stands, what comes next and the buttons for it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seren.foundation.ui.door import (
    AnswerShown,
    Tag,
    day_words,
)
from seren.partnership.days.queries import outing_words as words
from seren.partnership.days.queries.outing import InvitedShown, OutingPage
from seren.partnership.days.terms.outing import OUT_OR_BACK, TO_COME, OutingAct, OutingState
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


def answers_of(of: OutingPage) -> list[AnswerShown]:
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


def child_of(of: OutingPage, child: InvitedShown) -> ChildRow:
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


def others_of(number: int) -> str:
    if not number:
        return ""
    words_ = ngettext(
        "It is for %(count)d more child, whom you do not look after.",
        "It is for %(count)d more children, whom you do not look after.",
        number,
    )
    return words_ % {"count": number}


def next_of(of: OutingPage) -> str:
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


def steps_of(of: OutingPage, url: str) -> list[Step]:
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
