"""A6: stars from home, by how they came and in which language; every one acknowledged by a person."""

from collections import Counter
from collections.abc import Mapping, Sequence
from uuid import UUID

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
from seren.partnership.journal.models import Moment, MomentChild
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.promises.waiting import DONE_LATE, IN_TIME, LATE, rows_by_clock
from seren.partnership.journal.terms import THANKS_CLOCK, Channel, MomentState, Origin
from seren.people.families.queries import children_shown

_LANGUAGE = "language-"


def _say(measured: Measured) -> Said:
    late = measured.parts.get("late", 0)
    languages = sum(code.startswith(_LANGUAGE) for code in measured.parts)
    if late:
        line = ngettext(
            "%(late)d star has waited too long for thanks.",
            "%(late)d stars have waited too long for thanks.",
            late,
        ) % {"late": late}
    else:
        line = ngettext(
            "%(screen)d came on a screen and %(paper)d on paper, in %(languages)d language.",
            "%(screen)d came on a screen and %(paper)d on paper, in %(languages)d languages.",
            languages,
        ) % {
            "screen": measured.parts.get(Channel.SCREEN, 0),
            "paper": measured.parts.get(Channel.PAPER, 0),
            "languages": languages,
        }
    return Said(figure_of_all(measured), _("thanked in time"), line)


def _show(reader: Actor, rows: Sequence[Row], named: Mapping[UUID, object]) -> Mapping[UUID, RowSaid]:
    """By the child: who shared it is the reader's business only on the star itself."""
    tied = system(SystemReason.SHOWING, MomentChild).filter(moment__in=[row.subject for row in rows])
    child_of = dict(tied.order_by("id").values_list("moment_id", "child_id"))
    children = children_shown(reader, set(child_of.values()))
    return {
        row.subject: RowSaid(children[child_of[row.subject]].name, _line(row), f"/stars/{row.subject}/")
        for row in rows
        if child_of.get(row.subject) in children
    }


def _line(row: Row) -> str:
    sentences = {
        LATE: _("Thanks were due on %(day)s. Ask the key person to answer today."),
        DONE_LATE: _("Thanked late, on %(day)s."),
        IN_TIME: _("Thanked on %(day)s."),
    }
    return sentences[row.code] % {"day": short_day(row.on) if row.on else ""}


def _counted() -> str:
    return _(
        "We count every star from home since September whose day for thanks has come. It is kept when each "
        "was thanked for by a person in time. One that waits too long means not kept. Stars for the key "
        "person only are counted, and not listed here."
    )


@promise("A6", sees=JournalAction.SEE_MOMENT, say=_say, show=_show, counted=_counted)
def stars_thanked(day: Day) -> Evidence:
    came = system(SystemReason.PROVING, Moment).filter(
        setting=day.setting,
        origin=Origin.HOME,
        state=MomentState.SHARED,
        binned_at__isnull=True,
        shared_at__gte=day.year_began_at,
        shared_at__lte=day.now,
    )
    facts = list(came.order_by("shared_at", "id").values_list("pk", "channel", "text__original_language"))
    rows = rows_by_clock(THANKS_CLOCK, (star for star, _channel, _language in facts), day.today, {})
    channels = Counter(channel for _star, channel, _language in facts)
    spoken = Counter(f"{_LANGUAGE}{language}" for _star, _channel, language in facts if language)
    late = sum(row.code == LATE for row in rows)
    return each(day, rows, day.year_began, (*channels.items(), *spoken.items(), ("late", late)))
