"""Sending: whether it is still theirs is asked again, and whether this is a moment to disturb them.

Two short sections around the mail, none during it. What a kill leaves between them is sent again under the
same message id.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from seren.foundation.access.door import SystemReason, system
from seren.foundation.kernel import db
from seren.foundation.kernel.clock import day_of, end_of
from seren.foundation.notify import kinds, letters, posting, reaching, releasing, timing
from seren.foundation.notify.models import OPEN, Channel, Delivery, Outcome, Urgency

_MOST_ATTEMPTS = 12  # over several evenings, before somebody is asked to look
_LONGEST_WAIT = timedelta(weeks=1)  # a digest waits no longer for a day the child is there


def deliver(delivery: UUID, now: datetime) -> None:
    """A notice in a mail of its own. Raises what the mail server raised, where it is worth another try."""
    row = _open().filter(id=delivery, channel=Channel.EMAIL, digest_on=None).first()
    if row is None:
        return
    reach = _reach(row.person_id)
    if reach is None or not _still(row, now):
        _drop([row])
        return
    plan = _plan(row, reach, now)
    if reach.email is None or plan.channel != Channel.EMAIL or plan.digest_on or plan.at > now:
        _replan([row], reach, now)
        return
    kind, told = kinds.of(row.notice.kind), kinds.told(row.notice)
    letter = letters.notice(
        to=reach.email,
        language=reach.language,
        title=kind.title,
        line=kind.line,
        link=kind.link(told),
        wishes=reaching.wishes_path(),
        day=day_of(row.notice.released_at or now),
        id=letters.message_id("delivery", row.id),
        made_at=row.notice.released_at or row.notice.created_at,
    )
    _post([row], letter, now, Outcome.SENT)


def digest(person: UUID, day: date, now: datetime) -> None:
    """Everything that waits for this adult's digest of that day, in one mail that tells nothing of it."""
    rows = list(_open().filter(person_id=person, digest_on=day, channel=Channel.EMAIL).order_by("id"))
    if not rows:
        return
    reach = _reach(person)
    theirs = [row for row in rows if reach is not None and _still(row, now)]
    _drop([row for row in rows if row not in theirs])
    if reach is None or not theirs:
        return
    if not _is_the_moment(person, day, reach, now):
        _replan(theirs, reach, now)
        return
    ready = [row for row in theirs if _may_go(row, day, now)]
    _replan([row for row in theirs if row not in ready], reach, now, after=end_of(day))
    if ready and reach.email is not None:
        _post(ready, _digest_letter(person, day, reach, reach.email), now, Outcome.DIGESTED)


def give_up(rows: Sequence[Delivery], error: str = "") -> None:
    """No further attempt; somebody is shown that this adult was not reached."""
    _settle(rows, Outcome.DEAD, error=error)


def open_of(person: UUID, day: date) -> list[Delivery]:
    return list(_open().filter(person_id=person, digest_on=day, channel=Channel.EMAIL))


def open_one(delivery: UUID) -> list[Delivery]:
    return list(_open().filter(id=delivery))


def _is_the_moment(person: UUID, day: date, reach: reaching.Reach, now: datetime) -> bool:
    """That day, by mail, not in a quiet hour, and no digest of that day has gone yet."""
    by_mail = reach.digest and reach.email is not None and not reach.on_paper
    today = day == day_of(now) and not timing.quiet(reach, now)
    return by_mail and today and person not in releasing.digested_today([person], now)


def _may_go(row: Delivery, day: date, now: datetime) -> bool:
    """The child was there that day, or it has waited long enough for one."""
    about, since = row.notice.about_id, row.notice.released_at or row.notice.created_at
    return about is None or reaching.attended(about, day) or now - since >= _LONGEST_WAIT


def _digest_letter(person: UUID, day: date, reach: reaching.Reach, to: str) -> letters.Letter:
    return letters.notice(
        to=to,
        language=reach.language,
        title=None,
        line=None,
        link="/",
        wishes=reaching.wishes_path(),
        day=day,
        id=letters.message_id("digest", person, day),
        made_at=end_of(day),
    )


def _post(rows: Sequence[Delivery], letter: letters.Letter, now: datetime, went: Outcome) -> None:
    with db.writing(housekeeping=True):
        for row in rows:
            row.attempts, row.message_id = row.attempts + 1, letter.message_id
        system(SystemReason.TELLING, Delivery).bulk_update(rows, ["attempts", "message_id"])
    try:
        posting.post(letter, now)
    except posting.Undeliverable as never:
        give_up(rows, str(never.code))
    except Exception as broken:
        error = str(broken.code) if isinstance(broken, posting.NotYet) else type(broken).__name__
        tired = [row for row in rows if row.attempts >= _MOST_ATTEMPTS]
        give_up(tired, error)
        _settle([row for row in rows if row not in tired], Outcome.FAILED, error=error)
        if len(tired) < len(rows):
            raise
    else:
        _settle(rows, went, sent_at=now)


def _settle(
    rows: Sequence[Delivery], outcome: Outcome, *, sent_at: datetime | None = None, error: str = ""
) -> None:
    """Only what is still open: what was withdrawn meanwhile stays withdrawn, unless it has gone out."""
    if not rows:
        return
    with db.writing(housekeeping=True):
        here = system(SystemReason.TELLING, Delivery).filter(id__in=[row.id for row in rows])
        if sent_at is None:
            here = here.filter(outcome__in=OPEN)
        here.update(outcome=outcome, sent_at=sent_at, last_error=error)


def _drop(rows: Sequence[Delivery]) -> None:
    _settle(rows, Outcome.DROPPED)


def _replan(
    rows: Sequence[Delivery], reach: reaching.Reach, now: datetime, *, after: datetime | None = None
) -> None:
    """Another time, or another channel: wishes change, and quiet hours come."""
    if not rows:
        return
    for row in rows:
        releasing.place(row, _plan(row, reach, now, after), now)
    with db.writing(housekeeping=True):
        fields = ["channel", "planned_at", "digest_on", "outcome", "sent_at"]
        system(SystemReason.TELLING, Delivery).bulk_update(rows, fields)
        releasing.queue(rows)


def _plan(row: Delivery, reach: reaching.Reach, now: datetime, after: datetime | None = None) -> timing.Plan:
    if after is None and row.person_id in releasing.digested_today([row.person_id], now):
        after = end_of(day_of(now))
    hour = reaching.digest_hour(row.notice.setting_id)
    return timing.plan(reach, Urgency(row.notice.urgency), now, hour, after=after)


def _open() -> "QuerySet[Delivery]":
    rows = system(SystemReason.TELLING, Delivery).select_related("notice")
    return rows.filter(outcome__in=OPEN, notice__withdrawn_at=None)


def _reach(person: UUID) -> reaching.Reach | None:
    return reaching.reach_of([person]).get(person)


def _still(row: Delivery, now: datetime) -> bool:
    kind, told = kinds.of(row.notice.kind), kinds.told(row.notice)
    return bool(kind.holding(told, [row.person_id], now))
