"""Counting the children one account is shown within the hour, and stopping it (trust.md, abuse 13; G25).

Only people at work are counted: what families may see is little by rule. A child is written once for each
account and hour, before the bytes leave; a page of children shown already costs one small query.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from seren.foundation.access.door import Actor, SystemReason, system
from seren.foundation.audit.door import Withheld, record
from seren.foundation.kernel import db
from seren.foundation.kernel.questions import Question, ask, joined, known, question
from seren.foundation.notify import door as notify
from seren.people.guarding.lengths import Measure, lasts, measure_of, number
from seren.people.guarding.models import Shown, Stop
from seren.people.guarding.notices import ALARM
from seren.people.guarding.queries.own import own_children
from seren.people.guarding.terms import GuardingEvent


@dataclass(frozen=True, slots=True)
class _Standing:
    """Where an account stands within the hour: children shown, how many it may be, and the stop, if any."""

    shown: dict[UUID, str]
    measure: int
    stop: Stop | None
    alarmed: bool


def note_shown(actor: Actor, children: Collection[UUID], page: str) -> None:
    """These children are about to be shown. Raises Withheld where that would be more than the measure.

    Children shown within the hour already open again, whatever was reached since.
    """
    if not actor.at_work:
        return
    since = actor.at - lasts(Measure.WINDOW, actor.at)
    held = Shown.objects.filter(person=actor.person, at__gt=since, child_id__in=list(children))
    fresh = set(children).difference(held.values_list("child_id", flat=True))
    if not fresh:
        return
    with db.writing(housekeeping=True):
        db.one_at_a_time(actor.person)
        withheld = _noted(actor, sorted(fresh), page, since)
    if withheld is not None:  # after what was written of it is kept
        raise withheld


def _noted(actor: Actor, fresh: Sequence[UUID], page: str, since: datetime) -> Withheld | None:
    standing = _standing(actor, since)
    many = len(fresh) + len(set(standing.shown).difference(fresh))
    stop = standing.stop
    if many > _allowed(standing, stop):
        stop = stop or _reached(actor, standing)
        if _shown_again(actor, stop) and not standing.alarmed:
            _widen(actor, stop)
        if many > _allowed(standing, stop):
            return _withheld(actor, stop, standing)
    rows = [Shown(person_id=actor.person, child_id=child, at=actor.at, page=page[:80]) for child in fresh]
    Shown.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["person", "child_id"], update_fields=["at", "page"]
    )
    return None


def _standing(actor: Actor, since: datetime) -> _Standing:
    """In one statement."""
    shown = Shown.objects.filter(person=actor.person, at__gt=since).order_by("at", "id")
    stops = system(SystemReason.WRITING, Stop).filter(person=actor.person)
    current = stops.filter(Q(at__gt=since, settled_at__isnull=True)).order_by("-at")[:1]
    alarms = stops.filter(raised_at__isnull=False, settled_at__isnull=True)
    children, measure, stop, alarmed = ask(
        joined(
            lambda *answers: answers,
            question(dict, shown.values_list("child_id", "page")),
            _measure_asked(actor),
            question(lambda rows: rows[0][0] if rows else None, current.values_list("id")),
            question(bool, alarms.values_list("id")),
        )
    )
    return _Standing(children, measure, stops.get(pk=stop) if stop else None, alarmed)


def _measure_asked(actor: Actor) -> Question[int]:
    own = own_children(actor)
    if own is None:
        return known(measure_of(0, actor.at))
    most = number(Measure.MOST, actor.at)
    return question(lambda rows: measure_of(len(rows), actor.at), own.order_by()[:most])


def _allowed(standing: _Standing, stop: Stop | None) -> int:
    """One measure more, once, for whoever showed again that it is them."""
    widened = stop is not None and stop.widened_at is not None
    return standing.measure * (2 if widened else 1)


def _reached(actor: Actor, standing: _Standing) -> Stop:
    stop = Stop(provider_id=actor.provider, person_id=actor.person, at=actor.at, measure=standing.measure)
    stop.save(force_insert=True)
    record(actor, GuardingEvent.REACHED, stop, now=actor.at, details={"measure": standing.measure})
    return stop


def _shown_again(actor: Actor, stop: Stop) -> bool:
    if stop.widened_at is not None or actor.proved_at is None:
        return False
    return actor.fresh and actor.proved_at > stop.at


def _widen(actor: Actor, stop: Stop) -> None:
    stop.widened_at = actor.at
    stop.save(update_fields=["widened_at"])
    record(actor, GuardingEvent.WIDENED, stop, now=actor.at)


def _withheld(actor: Actor, stop: Stop, standing: _Standing) -> Withheld:
    stop.tries += 1
    stop.save(update_fields=["tries"])
    if standing.alarmed:
        return Withheld(step_up=False)
    if stop.widened_at is None and stop.tries < number(Measure.TRIES, actor.at):
        return Withheld(step_up=True)
    _raise_alarm(actor, stop, standing.shown)
    return Withheld(step_up=False)


def _raise_alarm(actor: Actor, stop: Stop, shown: dict[UUID, Any]) -> None:
    """Told to whoever may look at it, within the minute."""
    stop.raised_at = actor.at
    stop.seen = [[str(child), page] for child, page in shown.items()]
    stop.save(update_fields=["raised_at", "seen"])
    record(actor, GuardingEvent.ALARM, stop, now=actor.at, details={"children": len(shown)})
    notify.send(ALARM, stop, now=actor.at)
