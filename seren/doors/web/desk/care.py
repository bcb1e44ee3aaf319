"""What of medicines, accidents and care waits on the desk."""

from collections.abc import Iterable
from datetime import date
from functools import partial

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seren.doors.web.desk.due import due_on
from seren.foundation.access.door import Actor
from seren.foundation.kernel import clock
from seren.foundation.kernel.questions import Question, joined
from seren.foundation.ui.door import LinkShown, NeedShown
from seren.partnership.days.queries.care_desk import CareWaits, Waits, law_of, waits_asked
from seren.people.consent.queries.desk import Disagreed, disagreed_asked
from seren.people.provision.queries.desk import Desk


def care_asked(actor: Actor, desk: Desk) -> Question[tuple[NeedShown, ...]]:
    today = clock.day_of(actor.at)
    return joined(
        lambda *groups: tuple(need for group in groups for need in group),
        joined(partial(_waits, desk, today), waits_asked(actor, desk.id)),
        joined(partial(_disagreed, today), disagreed_asked(actor, desk.id)),
    )


def _waits(desk: Desk, today: date, found: CareWaits) -> Iterable[NeedShown]:
    for one in found.unreported:
        yield NeedShown(
            _("Report the accident of %(child)s") % {"child": one.name},
            _("%(law)s This is not legal advice.") % {"law": law_of(desk.nation.value, one.on)},
            due_on(one.by or one.on, today),
            LinkShown(f"/desk/care/{one.entry}/report/", _("Report it"), kind="quiet")
            if desk.runs
            else _see(one),
        )
    for one in found.unanswered:
        yield NeedShown(
            _("%(child)s had a medicine without a permission") % {"child": one.name},
            _("It was an emergency. Look at it, and write down what you did about it."),
            due_on(one.on, today),
            _see(one),
        )
    yield from _untold(today, found.untold)


def _see(one: Waits) -> LinkShown:
    return LinkShown(f"/room/care/{one.entry}/", _("See it"), kind="quiet")


def _untold(today: date, found: tuple[Waits, ...]) -> Iterable[NeedShown]:
    """One line for all: it is due on the day it happened (T9), and keeps nobody from anything."""
    if found:
        names = sorted({one.name for one in found})
        title = ngettext(
            "%(count)d family is not told yet", "%(count)d families are not told yet", len(names)
        )
        yield NeedShown(
            title % {"count": len(names)},
            _("A medicine or an accident of %(names)s.") % {"names": ", ".join(names[:5])},
            due_on(min(one.on for one in found), today),
            LinkShown("/desk/care/", _("See them"), kind="quiet"),
        )


def _disagreed(today: date, found: Iterable[Disagreed]) -> Iterable[NeedShown]:
    """P-10: the care goes on, and a leader talks with both."""
    for one in found:
        yield NeedShown(
            _("Two adults do not agree about care for %(child)s") % {"child": one.name},
            _("The care goes on. Talk with both."),
            due_on(max(one.since, today), today),
            LinkShown(f"/desk/children/{one.child}/permissions/", _("Look"), kind="quiet"),
        )
