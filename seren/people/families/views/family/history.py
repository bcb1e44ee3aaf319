"""`/family/record/history/`: who read one's own child's record, by role and day; on a page, and on paper."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.kernel import clock, ids
from seren.foundation.ui.door import Page, Sighting, Tab, day_words, month_words
from seren.people.families.policies import FamilyAction
from seren.people.families.queries.history import ChildToChoose, History, ReadBy, history_of

HERE = "/family/record/history/"


@dataclass(frozen=True, slots=True)
class DayShown:
    day: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HistoryShown:
    frame: str
    on_paper: bool
    child: ChildToChoose
    month: str
    days: tuple[DayShown, ...]
    tabs: tuple[Tab, ...]
    newer: str
    older: str
    paper: str


class ReadingHistory(Page):
    action = FamilyAction.SEE_HISTORY
    record_class = RecordClass.C14
    audience = "family"
    template_name = "families/family/history.html"
    on_paper = False

    def read(self, actor: Actor, **given: Any) -> HistoryShown:
        asked, today = self.request.GET, clock.day_of(actor.at)
        month = _month(asked.get("month", ""), today)
        of = history_of(actor, ids.parse(asked.get("child", "")), month)
        first = of.child.known_since.replace(day=1)
        return HistoryShown(
            frame="ui/print.html" if self.on_paper else "ui/family.html",
            on_paper=self.on_paper,
            child=of.child,
            month=month_words(month),
            days=tuple(DayShown(day_words(one.day), tuple(map(_line, one.readings))) for one in of.days),
            tabs=_tabs(of),
            newer=_to(of.child.id, _next(month)) if month < today.replace(day=1) else "",
            older=_to(of.child.id, _before(month)) if month > first else "",
            paper=_to(of.child.id, month, f"{HERE}print/"),
        )

    def sightings(self, model: HistoryShown) -> list[Sighting]:
        return [(RecordClass.C14, model.child.id)]


class HistoryOnPaper(ReadingHistory):
    on_paper = True


def _line(one: ReadBy) -> str:
    """A whole sentence for each class that is told of."""
    words = {
        RecordClass.C4: _("%(role)s looked at pictures."),
        RecordClass.C5: _("%(role)s read the notes on health and needs."),
        RecordClass.C8: _("%(role)s read the permissions."),
    }
    return words[one.record_class] % {"role": one.role.label}


def _tabs(of: History) -> tuple[Tab, ...]:
    if len(of.children) < 2:
        return ()
    return tuple(Tab(_to(one.id, of.month), one.name, one is of.child) for one in of.children)


def _to(child: UUID, month: date, path: str = HERE) -> str:
    return f"{path}?{urlencode({'child': child, 'month': month.strftime('%Y-%m')})}"


def _month(said: str, today: date) -> date:
    """The first of the month that is asked for; of this one where no month is said, or none that was."""
    year, _dash, month = said.partition("-")
    try:
        first = date(int(year), int(month), 1)
    except ValueError:
        return today.replace(day=1)
    return min(first, today.replace(day=1)) if first.year >= 2000 else today.replace(day=1)


def _before(month: date) -> date:
    return date.fromordinal(month.toordinal() - 1).replace(day=1)


def _next(month: date) -> date:
    return clock.day_of(clock.month_of(month)[1])
