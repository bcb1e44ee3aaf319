"""A5: whoever asks that their words go in the record is answered in time (E-07)."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seren.foundation.access.door import Actor, SystemReason, system
from seren.foundation.promises.door import (
    Day,
    Evidence,
    Measured,
    Row,
    RowSaid,
    Said,
    each,
    figure_of_all,
    promise,
)
from seren.foundation.ui.door import short_day
from seren.partnership.journal.models import RecordRequest
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.promises.waiting import DONE_LATE, IN_TIME, LATE, rows_by_clock
from seren.partnership.journal.terms import RECORD_CLOCK, Decision, MomentState

_NAMES = ("moment_id", "child__known_as", "child__family_name")


def _say(measured: Measured) -> Said:
    late, waiting = measured.parts.get("late", 0), measured.parts.get("waiting", 0)
    if late:
        line = ngettext(
            "%(late)d wish has waited too long.", "%(late)d wishes have waited too long.", late
        ) % {"late": late}
    else:
        line = _("In the record: %(accepted)d. Not in it, with a reason: %(declined)d.") % {
            "accepted": measured.parts.get("accepted", 0),
            "declined": measured.parts.get("declined", 0),
        }
    if measured.of == 0 and waiting == 0:
        line = _("Nobody has asked since September.")
    return Said(figure_of_all(measured), _("answered in time"), line)


def _show(
    reader: Actor, rows: Sequence[Row], named: Mapping[UUID, tuple[Any, ...]]
) -> Mapping[UUID, RowSaid]:
    told: dict[UUID, RowSaid] = {}
    for row in rows:
        moment, *names = named[row.subject]
        told[row.subject] = RowSaid(" ".join(names), _line(row), f"/stars/{moment}/")
    return told


def _line(row: Row) -> str:
    on = {"day": short_day(row.on) if row.on else ""}
    sentences = {
        LATE: _("Was due on %(day)s. Answer it today."),
        DONE_LATE: _("Answered late, on %(day)s."),
        IN_TIME: _("Answered on %(day)s."),
        Decision.ACCEPTED: _("In the record since %(day)s."),
        Decision.DECLINED: _("Not in the record. The parent was told why on %(day)s."),
    }
    return sentences[row.code] % on


def _counted() -> str:
    return _(
        "We count every wish since September whose day has come. It is kept when each was answered in time. "
        "One that waits too long means not kept."
    )


@promise("A5", sees=JournalAction.SEE_RECORD_REQUEST, say=_say, show=_show, names=_NAMES, counted=_counted)
def words_for_the_record(day: Day) -> Evidence:
    this_year = Q(asked_at__gte=day.year_began_at) | Q(decision=Decision.ASKED)
    taken_back = Q(moment__state=MomentState.WITHDRAWN) | Q(reply__withdrawn_at__isnull=False)
    asked = system(SystemReason.PROVING, RecordRequest).filter(
        this_year, setting=day.setting, asked_at__lte=day.now
    )
    facts = asked.exclude(taken_back, decision=Decision.ASKED).order_by("asked_at", "id")
    decisions = dict(facts.values_list("pk", "decision"))
    rows = rows_by_clock(RECORD_CLOCK, decisions, day.today, decisions)
    told = list(decisions.values())
    parts = (
        ("accepted", told.count(Decision.ACCEPTED)),
        ("declined", told.count(Decision.DECLINED)),
        ("late", sum(row.code == LATE for row in rows)),
        ("waiting", told.count(Decision.ASKED)),
    )
    return each(day, rows, day.year_began, parts)
