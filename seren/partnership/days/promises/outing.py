"""A14: nobody goes on an outing without the manager’s agreement and a family’s written yes."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seren.foundation.access.door import Actor, Level, SystemReason, system
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
from seren.partnership.days.models import Outing, OutingInvited, OutingListed
from seren.partnership.days.policies import OutingAction, may_go
from seren.partnership.days.terms.outing import OUT_OR_BACK, TO_COME

WITH_YES, WITHOUT = "with-yes", "without"


def _say(measured: Measured) -> Said:
    without, waiting = measured.parts.get("without", 0), measured.parts.get("waiting", 0)
    if without:
        words = ngettext(
            "%(count)d child went along without a yes.",
            "%(count)d children went along without a yes.",
            without,
        )
        line = words % {"count": without}
    else:
        words = ngettext(
            "%(count)d child asked along has no yes yet, and stays if none comes.",
            "%(count)d children asked along have no yes yet, and stay if none comes.",
            waiting,
        )
        line = words % {"count": waiting}
    if measured.of == 0 and not waiting:
        line = _("No outing since September.")
    return Said(figure_of_all(measured), _("outings with a yes for every child"), line)


def _show(
    reader: Actor, rows: Sequence[Row], named: Mapping[UUID, tuple[Any, ...]]
) -> Mapping[UUID, RowSaid]:
    told: dict[UUID, RowSaid] = {}
    for row in rows:
        (name,) = named[row.subject]
        day = {"day": short_day(row.on) if row.on else ""}
        line = _("On %(day)s. Every child had a yes.") if row.holds else _("On %(day)s. A child had no yes.")
        told[row.subject] = RowSaid(name, line % day, f"/room/outing/{row.subject}/")
    return told


def _counted() -> str:
    return _(
        "We count every outing since September. It is kept when each child who went had a written yes. "
        "We look at the moment it set out. One child without a yes means not kept."
    )


@promise("A14", sees=OutingAction.SEE, say=_say, show=_show, names=("name",), counted=_counted)
def outings_with_a_yes(day: Day) -> Evidence:
    gone = system(SystemReason.PROVING, Outing).filter(
        setting=day.setting, state__in=OUT_OR_BACK, gone_at__gte=day.year_began_at, gone_at__lte=day.now
    )
    missing = {outing.pk: _without(day, outing) for outing in gone.order_by("gone_at", "id")}
    days = dict(gone.values_list("pk", "day"))
    rows = [
        Row(key, not number, WITHOUT if number else WITH_YES, days[key], number)
        for key, number in missing.items()
    ]
    parts = (("without", sum(missing.values())), ("waiting", _waiting(day)))
    return each(day, rows, day.year_began, parts)


def _without(day: Day, outing: Outing) -> int:
    """How many went whose yes did not hold at the instant it set out: evidence looks back, not at today."""
    assert outing.gone_at is not None
    went = system(SystemReason.PROVING, OutingListed).filter(
        outing=OuterRef("outing_id"), child=OuterRef("child_id")
    )
    rows = system(SystemReason.PROVING, OutingInvited).filter(Exists(went), outing=outing)
    return rows.exclude(may_go(_anybody(day, outing.gone_at))).count()


def _waiting(day: Day) -> int:
    rows = system(SystemReason.PROVING, OutingInvited).filter(
        outing__setting=day.setting,
        outing__state__in=TO_COME,
        asked__isnull=False,
        outing__day__gte=day.today,
    )
    return rows.exclude(may_go(_anybody(day, day.now))).count()


def _anybody(day: Day, at: datetime) -> Actor:
    """What is in force depends on the instant, not on who looks."""
    return Actor(UUID(int=0), day.place.provider, Level.STRONG, at)
