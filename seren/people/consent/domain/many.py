"""Asking much at once, each question for itself: of a whole room, in the yearly review, after a move."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, SystemReason, system
from seren.foundation.audit.door import record
from seren.foundation.kernel import clock, db
from seren.foundation.kernel.refusals import Refused
from seren.people.consent.domain.questions import Thing, check_question, question, review_end
from seren.people.consent.domain.rounds import open_round, round_of_family
from seren.people.consent.models import Asked, Round
from seren.people.consent.queries.fates import Fate, fates
from seren.people.consent.queries.moving import moved
from seren.people.consent.queries.review import asked_anew, review_of, review_year
from seren.people.consent.terms import Code, ConsentEvent, RoundKind
from seren.people.consent.words import permission
from seren.people.provision.queries import nation_of


@dataclass(frozen=True, slots=True)
class AskedMany:
    """How many families were asked, and how many children were left out."""

    asked: int
    left_out: int


def ask_many(
    *,
    actor: Actor,
    setting: UUID,
    code: Code,
    scope: str = "",
    until: date | None = None,
    room: UUID | None = None,
    children: Collection[UUID] | None = None,
    now: datetime,
) -> AskedMany:
    """One question in the same words about each child of a room, or of `children`; told of once.

    Whoever has answered, or still thinks about it, is not asked again. All are asked, or none.
    """
    one, scope = permission(code, clock.day_of(now)), scope.strip()
    check_question(one, Thing(scope), until, clock.day_of(now))
    nation = nation_of(setting).value
    with db.writing():
        db.one_at_a_time(setting)
        found = [
            to for to in fates(actor, setting, code, scope, room) if children is None or to.child in children
        ]
        wanted = [to for to in found if to.fate is Fate.ASK]
        if not wanted:
            raise Refused("nobody-left", _("There is nobody to ask: everybody was asked already."))
        made = open_round(actor, RoundKind.MANY, setting, nation, now)
        ends = until or review_end(one, nation, clock.day_of(now))
        _put(actor, made, [question(made, one, to.child, Thing(scope), ends, now) for to in wanted], now)
    return AskedMany(len(wanted), len(found) - len(wanted))


def start_review(*, actor: Actor, setting: UUID, now: datetime) -> Round:
    """Once a year: what stands is asked anew, each question for itself (C-05). A yes goes on meanwhile.

    Silence ends nothing here: what the answers are worth is worked out from dates.
    """
    today, nation = clock.day_of(now), nation_of(setting).value
    year = review_year(nation, today)
    if year is None:
        raise Refused("review-early", _("The review has its month. Wait until then."))
    with db.writing():
        db.one_at_a_time(setting)
        if review_of(setting, year) is not None:
            raise Refused("reviewed", _("This year’s review has started already."))
        wanted = asked_anew(actor, setting, nation)
        if not wanted:
            raise Refused("nothing-stands", _("There is nothing to ask again: no yearly permission stands."))
        made = open_round(actor, RoundKind.REVIEW, setting, nation, now, year=year)
        rows = []
        for anew in wanted:
            one = permission(anew.code, today)
            ends = review_end(one, nation, today)
            rows.append(question(made, one, anew.child, Thing(anew.scope), ends, now))
        record(
            actor, ConsentEvent.REVIEWED, made, now=now, setting=setting,
            details={"year": year, "questions": len(rows)},
        )  # fmt: skip
        _put(actor, made, rows, now)
    return made


def ask_after_move(*, actor: Actor, setting: UUID, child: UUID, now: datetime) -> int:
    """In another room, what is gone through each year is asked anew (C-05). A yes goes on meanwhile.

    Returns how many. Raises Refused where there is nothing to ask, also by a second press.
    """
    today, nation = clock.day_of(now), nation_of(setting).value
    with db.writing():
        db.one_at_a_time(setting)
        came = moved(actor, setting, child)
        if came is None:
            raise Refused("nothing-stands", _("There is nothing to ask again: it was asked already."))
        made = round_of_family(actor, child, setting, nation, now)
        rows = []
        for anew in came.anew:
            one = permission(anew.code, today)
            rows.append(question(made, one, child, Thing(anew.scope), review_end(one, nation, today), now))
        _put(actor, made, rows, now)
    return len(rows)


def _put(actor: Actor, made: Round, rows: list[Asked], now: datetime) -> None:
    """One line in the record for each child."""
    system(SystemReason.WRITING, Asked).bulk_create(rows)
    by_child: dict[UUID, list[Asked]] = {}
    for row in rows:
        by_child.setdefault(row.child_id, []).append(row)
    for child, of_child in by_child.items():
        record(
            actor, ConsentEvent.ASKED, of_child[0], now=now, setting=made.setting_id, child=child,
            details={"code": " ".join(row.code for row in of_child), "questions": len(of_child)},
        )  # fmt: skip
