"""The clocks over restrictions that rest on nobody's paper, and the days to look at one again (P-05, P-07).

A clock that has run out ends nothing: the restriction stands, and is overdue.
"""

from datetime import date, datetime
from uuid import UUID

from seren.foundation.deadlines import door as deadlines
from seren.foundation.kernel import clock
from seren.foundation.rules import door as rules
from seren.people.families import notices
from seren.people.families.models import Restriction
from seren.people.families.terms import CAUTION_CLOCK, RELEASE_CLOCK, RestrictionBasis, RestrictionCode
from seren.people.provision.queries import nation_of

CAUTION = deadlines.Kind(
    CAUTION_CLOCK,
    "caution.decide",
    tell=notices.telling(notices.DECISION_LATE),
    remind=notices.telling(notices.DECISION_WAITS),
)
RELEASE = deadlines.Kind(RELEASE_CLOCK, "release-stop.decide", tell=notices.telling(notices.DECISION_LATE))
REVIEW = rules.need("order.review")
WARNING = rules.need("order.warning")


def kind_for(basis: RestrictionBasis, code: RestrictionCode) -> deadlines.Kind | None:
    """The clock a restriction without a paper needs; None where it is decided already."""
    if basis is RestrictionBasis.CAUTION:
        return CAUTION
    return RELEASE if code is RestrictionCode.NO_COLLECT else None


def decide_by(kind: deadlines.Kind, setting: UUID, now: datetime) -> datetime:
    """The instant from which the decision is overdue."""
    rule = rules.setting_value(setting, nation_of(setting), kind.rule_id, clock.day_of(now))
    if rule.counting == rules.Counting.HOURS:
        return deadlines.due_at(now, rule)
    return clock.end_of(deadlines.due(clock.day_of(now), rule, counts=rules.working_day))


def start(kind: deadlines.Kind, restriction: Restriction, now: datetime) -> None:
    """Within a verb's section."""
    setting = restriction.setting_id
    deadlines.open_deadline(
        kind.code,
        restriction,
        provider=restriction.provider_id,
        setting=setting,
        nation=nation_of(setting),
        start=now,
    )


def met(restriction: Restriction, now: datetime) -> None:
    """Somebody has decided: whichever clock ran over it stands still."""
    for kind in (CAUTION, RELEASE):
        deadlines.meet(kind.code, restriction, now=now)


def review_day(setting: UUID, ends_on: date | None, today: date) -> date:
    """Some days before a paper's last day; without one, or when that has gone by, the usual while ahead."""
    value = rules.settled(setting, nation_of(setting), today).value
    usual: date = deadlines.due(today, value(REVIEW), counts=rules.working_day)
    if ends_on is None or ends_on <= today:
        return usual
    return max(deadlines.ahead_of(ends_on, value(WARNING)), today)
