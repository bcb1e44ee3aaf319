"""A3, and what counts as an exchange: a star, an answer with words. Never a heart (E-06, house.md 6).

Lengths are open days of the setting: nobody is quiet because it was August.
"""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seren.foundation.access.door import SystemReason, system
from seren.foundation.kernel import clock
from seren.foundation.promises.door import (
    Day,
    Evidence,
    Measured,
    Row,
    Said,
    State,
    figure_of_all,
    share,
    share_state,
)
from seren.foundation.rules.door import need
from seren.partnership.journal.models import MomentChild, ReplyAbout
from seren.partnership.journal.terms import MomentState, Origin
from seren.people.families.promises import Coming, attending, promise_to_children
from seren.people.families.queries import Rhythm, register_exchange, rhythm_of
from seren.people.provision.promises import open_days_back

AMBER, RED = need("rhythm.amber"), need("rhythm.red")


def moments_each_way(
    children: Collection[UUID], until: datetime, setting: UUID | None
) -> "QuerySet[Any, Any]":
    shared = system(SystemReason.PROVING, MomentChild).filter(
        Q() if setting is None else Q(moment__setting=setting),
        child=OuterRef("pk"),
        shared_at__lte=until,
        moment__state=MomentState.SHARED,
        moment__binned_at__isnull=True,
    )
    home, own = (shared.filter(origin=origin) for origin in (Origin.HOME, Origin.SETTING))
    return _last_each_way(children, home, own, "shared_at")


def answers_each_way(
    children: Collection[UUID], until: datetime, setting: UUID | None
) -> "QuerySet[Any, Any]":
    """An answer is the family's when the adult whose talk it is wrote it; else it is the setting's."""
    said = system(SystemReason.PROVING, ReplyAbout).filter(
        Q() if setting is None else Q(reply__moment__setting=setting),
        child=OuterRef("pk"),
        said_at__lte=until,
        reply__moment__state=MomentState.SHARED,
    )
    home, own = (said.filter(origin=origin) for origin in (Origin.HOME, Origin.SETTING))
    return _last_each_way(children, home, own, "said_at")


def _last_each_way(
    children: Collection[UUID], home: "QuerySet[Any]", own: "QuerySet[Any]", instant: str
) -> "QuerySet[Any, Any]":
    """The newest row of each child, each way, is the first one on its index."""
    last = {
        name: Subquery(rows.order_by(f"-{instant}").values(instant)[:1])
        for name, rows in (("from_home", home), ("from_setting", own))
    }
    rows = system(SystemReason.PROVING, apps.get_model("families.Child")).filter(pk__in=children)
    return rows.annotate(**last).values_list("pk", *last)


register_exchange(moments_each_way)
register_exchange(answers_each_way)


def _say(measured: Measured) -> Said:
    red, amber = measured.parts.get("red", 0), measured.parts.get("amber", 0)
    from_home, from_setting = measured.parts.get("quiet-home", 0), measured.parts.get("quiet-setting", 0)
    figure_line = _("children, both ways, in %(red)d open days") % {"red": red}
    if measured.figure == measured.of:
        line = ngettext(
            "%(recent)d child had news both ways in the last %(amber)d open days.",
            "%(recent)d children had news both ways in the last %(amber)d open days.",
            measured.parts.get("recent", 0),
        ) % {"recent": measured.parts.get("recent", 0), "amber": amber}
    else:
        line = " ".join((_quiet_homes(from_home), _quiet_setting(from_setting)))
    return Said(figure_of_all(measured), figure_line, line)


def _quiet_homes(count: int) -> str:
    return ngettext(
        "We heard nothing from home for %(count)d child.",
        "We heard nothing from home for %(count)d children.",
        count,
    ) % {"count": count}


def _quiet_setting(count: int) -> str:
    if count == 0:
        return _("We sent something home for every child.")
    return ngettext(
        "We sent nothing home for %(count)d child.", "We sent nothing home for %(count)d children.", count
    ) % {"count": count}


def _say_row(row: Row) -> str:
    sentences = {
        "both": _("News both ways."),
        "home": _("Nothing from home. Ask how they are."),
        "setting": _("Nothing from us. Share a star."),
        "neither": _("Nothing either way. Ring them."),
    }
    return sentences[row.code]


def _counted() -> str:
    return _(
        "We count the children who come here, once they have been here for a while. A star counts, and an "
        "answer with words. A heart does not count. It is kept when 90 in 100 had news both ways. It is at "
        "risk too when few had news lately."
    )


@promise_to_children("A3", say=_say, say_row=_say_row, counted=_counted)
def news_both_ways(day: Day) -> Evidence:
    amber, red = open_days_back(day.setting, day.today, day.number(AMBER), day.number(RED))
    children = [coming for coming in attending(day) if coming.since <= amber]
    rhythm = rhythm_of([coming.child for coming in children], day.now, day.setting)
    rows = [_row(coming, rhythm[coming.child], red) for coming in children]
    recent = sum(
        _heard(said.from_home, amber) and _heard(said.from_setting, amber) for said in rhythm.values()
    )
    lately = share_state(day, recent, len(rows))
    parts = (
        ("recent", recent),
        ("amber", day.number(AMBER)),
        ("red", day.number(RED)),
        ("quiet-home", sum(row.code in ("home", "neither") for row in rows)),
        ("quiet-setting", sum(row.code in ("setting", "neither") for row in rows)),
    )
    return share(day, rows, red, parts, worse=lately is State.NOT_KEPT)


def _row(coming: Coming, said: Rhythm, since: date) -> Row:
    home, setting = _heard(said.from_home, since), _heard(said.from_setting, since)
    code = {(True, True): "both", (False, True): "home", (True, False): "setting"}.get((home, setting))
    return Row(coming.child, home and setting, code or "neither")


def _heard(at: datetime | None, since: date) -> bool:
    return at is not None and clock.day_of(at) >= since
