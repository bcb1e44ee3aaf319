"""What of restrictions, and of words about who collects, waits on the desk.

Nothing here says what a restriction is, whom it binds, or what was told.
"""

from collections.abc import Iterable
from datetime import date
from functools import partial
from uuid import UUID

from django.utils.translation import gettext as _

from seren.doors.web.desk.due import due_on
from seren.foundation.access.door import Actor
from seren.foundation.kernel import clock
from seren.foundation.kernel.questions import Question, joined
from seren.foundation.ui.door import Due, DueState, LinkShown, NeedShown
from seren.partnership.days.queries.words import WordWaits, words_asked
from seren.people.families.queries.desk import (
    DecisionDue,
    LiftAsked,
    ReviewDue,
    decisions_asked,
    lifts_asked,
    reviews_asked,
)


def safety_asked(actor: Actor, setting: UUID, until: date) -> Question[tuple[NeedShown, ...]]:
    today = clock.day_of(actor.at)
    return joined(
        lambda *groups: tuple(need for group in groups for need in group),
        joined(partial(_decisions, today), decisions_asked(actor, setting)),
        joined(partial(_words, today), words_asked(actor, setting)),
        joined(partial(_lifts, today), lifts_asked(actor, setting)),
        joined(partial(_reviews, today), reviews_asked(actor, setting, until)),
    )


def _decisions(today: date, found: Iterable[DecisionDue]) -> Iterable[NeedShown]:
    """Overdue ones are the first lines of the list, every day, for all who decide (trust.md 4.3)."""
    for one in found:
        yield NeedShown(
            _("A decision about %(child)s is overdue") % {"child": one.name}
            if one.overdue
            else _("Decide about %(child)s") % {"child": one.name},
            _("What was set to keep somebody safe still holds. Confirm it, or end it."),
            Due(DueState.LATE, one.on) if one.overdue else due_on(one.on, today),
            _look(one.child),
            first=one.overdue,
        )


def _words(today: date, found: Iterable[WordWaits]) -> Iterable[NeedShown]:
    """For today, from the start: somebody may come for the child within the hour (P-05, P-15)."""
    for one in found:
        yield NeedShown(
            _("Somebody was not fit to collect %(child)s") % {"child": one.name}
            if one.unfit
            else _("Somebody told us about who collects %(child)s") % {"child": one.name},
            _("Ring the other parent now, and weigh the danger. It is a task, and stops nobody."),
            due_on(one.on, today),
            LinkShown(f"/desk/collecting/{one.word}/", _("Weigh it"), kind="first"),
        )


def _lifts(today: date, found: Iterable[LiftAsked]) -> Iterable[NeedShown]:
    for one in found:
        yield NeedShown(
            _("Somebody asks to lift a restriction"),
            _("About %(names)s.") % {"names": one.name},
            due_on(max(one.on, today), today),
            _look(one.child),
        )


def _reviews(today: date, found: Iterable[ReviewDue]) -> Iterable[NeedShown]:
    for one in found:
        yield NeedShown(
            _("Look at a restriction again"),
            _("About %(names)s.") % {"names": one.name},
            due_on(one.on, today),
            _look(one.child),
        )


def _look(child: UUID) -> LinkShown:
    return LinkShown(f"/desk/children/{child}/#restrictions", _("Look"), kind="quiet")
