"""`/desk/care/`: who is not told yet, what to look at, what to report, the register of a month to print."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, RecordClass
from seren.foundation.kernel import clock
from seren.foundation.ui.door import (
    AnswerShown,
    LinkShown,
    Page,
    Sighting,
    TaskShown,
    day_words,
    month_words,
)
from seren.partnership.days.policies import CareAction
from seren.partnership.days.queries.care import EntryShown
from seren.partnership.days.queries.care_desk import (
    Register,
    desk_care,
    register_of,
)
from seren.partnership.days.views import care_words as said_in
from seren.partnership.days.views.room.care import row_of
from seren.people.provision.queries.atdesk import AtDesk

HERE = "/desk/care/"


@dataclass(frozen=True, slots=True)
class DeskShown:
    untold: tuple[TaskShown, ...]
    unanswered: tuple[TaskShown, ...]
    unreported: tuple[TaskShown, ...]
    no_yes: tuple[TaskShown, ...]
    law: str
    months: tuple[LinkShown, ...]
    watched: tuple[Any, ...]


class Care(AtDesk, Page):
    action = CareAction.SEE_CARE
    record_class = RecordClass.C5
    template_name = "days/desk/care.html"

    def read(self, actor: Actor, **given: Any) -> DeskShown:
        of = desk_care(actor, self.desk(actor))
        entries = (*of.untold, *of.unanswered, *(one for one, _due in of.unreported))
        return DeskShown(
            untold=tuple(row_of(one, named=True) for one in of.untold),
            unanswered=tuple(row_of(one, named=True) for one in of.unanswered),
            unreported=tuple(_to_report(one, due) for one, due in of.unreported),
            no_yes=tuple(
                TaskShown(
                    _("%(child)s: %(medicine)s") % {"child": one.child_name, "medicine": one.name},
                    f"/desk/children/{one.child}/permissions/",
                    said_in.days_of(one),
                )
                for one in of.no_yes
            ),
            law=of.law,
            months=tuple(_months(clock.day_of(actor.at))),
            watched=(*(one.child for one in entries), *(one.child for one in of.no_yes)),
        )

    def sightings(self, model: DeskShown) -> list[Sighting]:
        return [(RecordClass.C5, child) for child in model.watched]


@dataclass(frozen=True, slots=True)
class EntryPrinted:
    child: str
    title: str
    facts: tuple[AnswerShown, ...]
    corrections: tuple[str, ...]
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RegisterShown:
    of: Register
    month: str
    accidents: tuple[EntryPrinted, ...]
    doses: tuple[EntryPrinted, ...]
    back: str


class RegisterPage(AtDesk, Page):
    """A month on paper: each entry as it was written, what was added, who was told."""

    action = CareAction.SEE_CARE
    record_class = RecordClass.C5
    template_name = "days/desk/register.html"

    def read(self, actor: Actor, **given: Any) -> RegisterShown:
        of = register_of(actor, self.desk(actor), _month(given["month"]))
        return RegisterShown(
            of=of,
            month=month_words(of.month),
            accidents=tuple(map(_printed, of.accidents)),
            doses=tuple(map(_printed, of.doses)),
            back=HERE,
        )

    def sightings(self, model: RegisterShown) -> list[Sighting]:
        return [(RecordClass.C5, one.child) for one in (*model.of.accidents, *model.of.doses)]


def _to_report(of: EntryShown, due: date | None) -> TaskShown:
    return TaskShown(
        title=_("Report the accident of %(child)s") % {"child": of.child_name},
        url=f"{HERE}{of.id}/report/",
        hint=_("The last day is %(day)s.") % {"day": day_words(due, year=True)} if due else "",
    )


def _printed(of: EntryShown) -> EntryPrinted:
    return EntryPrinted(
        child=of.child_name,
        title=said_in.title_of(of),
        facts=said_in.facts_of(of, at_home=False),
        corrections=said_in.corrections(of),
        told=said_in.told_lines(of.told),
    )


def _months(today: date) -> list[LinkShown]:
    """This month and the two before."""
    found, month = [], today.replace(day=1)
    for _number in range(3):
        found.append(LinkShown(f"{HERE}{month:%Y-%m}/", month_words(month), icon="print", kind="quiet"))
        month = clock.day_of(clock.month_of(month)[0] - clock.month_of(month)[0].resolution).replace(day=1)
    return found


def _month(said: str) -> date:
    try:
        year, month = map(int, said.split("-"))
        return date(year, month, 1)
    except ValueError:
        raise NotThere("no month") from None
