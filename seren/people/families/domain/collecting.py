"""Who collects, as a holder of parental responsibility says it: for all days, or for one (P-14).

Nobody is told whether somebody counts: `policies.counts` says it at the door, each time.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, SystemReason, acting, in_force, system
from seren.foundation.audit.door import record
from seren.foundation.kernel import clock, db, text
from seren.foundation.kernel.refusals import Refused
from seren.people.families.domain.collectorphotos import (
    Pictured,
    bin_pictures,
    keep_picture,
    put_picture_back,
)
from seren.people.families.domain.passwords import hashed
from seren.people.families.models import Child, Collector
from seren.people.families.policies import FamilyAction
from seren.people.families.queries.collecting import age_to_collect, comes_on
from seren.people.families.terms import FamilyEvent, Relation


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody who collects. `old_enough`: the guardian says that they are."""

    name: str
    relation: Relation
    password: str
    phone: str = ""
    old_enough: bool = False


def name_collector(
    *, actor: Actor, child: Child, named: Named, now: datetime, picture: Pictured | None = None
) -> Collector:
    """May collect on all days from now, as long as whoever names them may say so."""
    made = _made(actor, child, named, now)
    with acting(actor, FamilyAction.NAME_COLLECTOR, child):
        db.one_at_a_time(child.pk)
        same = _own(actor, child.pk).filter(in_force(now), day__isnull=True).values_list("name", flat=True)
        if text.fold(made.name) in map(text.fold, same):
            raise Refused("named-already", _("You have named them already."), "name")
        made.save(force_insert=True)
        record(actor, FamilyEvent.COLLECTOR_NAMED, made, now=now, child=child.id)
        if picture is not None:
            keep_picture(actor, made, picture, now)
    return made


def collect_on_day(
    *,
    actor: Actor,
    child: Child,
    day: date,
    at: time | None,
    who: Collector | Named,
    now: datetime,
) -> Collector:
    """For one day: one of those they named, or somebody else. What they said before of that day is over."""
    if day < clock.day_of(now):
        raise Refused("day-gone", _("Choose today or a day to come."), "day")
    if not comes_on(child.pk, day, now):
        raise Refused("not-booked", _("No session is booked for that day. Look at the date again."), "day")
    made = _made(actor, child, who, now) if isinstance(who, Named) else _again(actor, who, now)
    made.day, made.at_time, made.until_at = day, at, clock.end_of(day)
    with acting(actor, FamilyAction.NAME_COLLECTOR, child):
        db.one_at_a_time(child.pk)
        _own(actor, child.pk).filter(in_force(now), day=day).update(until_at=now)
        made.save(force_insert=True)
        details = {"day": day.isoformat()}
        record(actor, FamilyEvent.COLLECTOR_FOR_DAY, made, now=now, child=child.id, details=details)
    return made


def change_password(*, actor: Actor, collector: Collector, password: str, now: datetime) -> None:
    """The old one opens nothing any more, nor on a day they were named for."""
    kept = hashed(password)
    with acting(actor, FamilyAction.NAME_COLLECTOR, collector.child_id):
        _theirs(actor, collector)
        rows = _own(actor, collector.child_id).filter(Q(pk=collector.pk) | Q(usual=collector.pk))
        for row in rows.filter(in_force(now)):
            row.password = kept
            row.save(update_fields=["password"])
        record(actor, FamilyEvent.COLLECTOR_PASSWORD, collector, now=now, child=collector.child_id)


def end_collector(*, actor: Actor, collector: Collector, now: datetime) -> None:
    """At once; also for the days they were named for."""
    _theirs(actor, collector)
    with acting(actor, FamilyAction.SEE_COLLECTOR, collector):
        rows = _own(actor, collector.child_id).filter(Q(pk=collector.pk) | Q(usual=collector.pk))
        ended = list(rows.filter(in_force(now)).values_list("pk", flat=True))
        rows.filter(in_force(now)).update(until_at=now)
        bin_pictures(actor, ended, now)
        record(actor, FamilyEvent.COLLECTOR_ENDED, collector, now=now, child=collector.child_id)


def resume_collector(*, actor: Actor, collector: UUID, now: datetime) -> None:
    """Taken off by mistake, today: they may collect again, with the same password; single days are over."""
    ended = system(SystemReason.WRITING, Collector).filter(pk=collector, named_by=actor.person).first()
    if ended is None:
        raise NotThere("no such collector")
    with acting(actor, FamilyAction.NAME_COLLECTOR, ended.child_id):
        if ended.until_at is None or ended.until_at > now:
            return
        today = clock.day_of(now)
        gone = clock.day_of(ended.until_at) != today or (ended.day is not None and ended.day < today)
        if gone or _said_anew(actor, ended, now):
            raise Refused("too-late", _("That was some time ago. Name them again."))
        put_picture_back(actor, ended.pk, ended.until_at, now)
        ended.until_at = clock.end_of(ended.day) if ended.day else None
        ended.save(update_fields=["until_at"])
        record(actor, FamilyEvent.COLLECTOR_RESUMED, ended, now=now, child=ended.child_id)


def _said_anew(actor: Actor, ended: Collector, now: datetime) -> bool:
    """For one day one word holds: a later one stands."""
    same_day = _own(actor, ended.child_id).filter(in_force(now), day=ended.day)
    return ended.day is not None and same_day.exists()


def _made(actor: Actor, child: Child, named: Named, now: datetime) -> Collector:
    name, age = text.clean_line(named.name), age_to_collect(child.pk, now)
    if not name:
        raise Refused("name-missing", _("Enter the name of the person who collects."), "name")
    if not named.old_enough:
        sentence = _("Somebody who collects is %(age)d or older. Tick it if they are.") % {"age": age}
        raise Refused("age-unsaid", sentence, "old_enough")
    return Collector(
        provider_id=child.provider_id,
        child=child,
        named_by_id=actor.person,
        name=name,
        relation=named.relation,
        phone=text.clean_line(named.phone) or None,
        password=hashed(named.password),
        of_age=age,
        from_at=now,
    )


def _again(actor: Actor, usual: Collector, now: datetime) -> Collector:
    _theirs(actor, usual)
    return Collector(
        provider_id=usual.provider_id,
        child_id=usual.child_id,
        named_by_id=actor.person,
        name=usual.name,
        relation=usual.relation,
        phone=usual.phone,
        password=usual.password,
        of_age=usual.of_age,
        from_at=now,
        usual=usual,
    )


def _theirs(actor: Actor, collector: Collector) -> None:
    if collector.named_by_id != actor.person:
        raise Refused("not-yours", _("Somebody else named them."))


def _own(actor: Actor, child: UUID) -> "QuerySet[Collector]":
    return system(SystemReason.WRITING, Collector).filter(child=child, named_by=actor.person)
