"""A photo of who collects: for the team to compare at the door, as long as they may collect (P-14)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, SystemReason, acting, in_force, system
from seren.foundation.audit.door import record
from seren.foundation.kernel import clock, db, ids
from seren.foundation.kernel.refusals import Refused
from seren.foundation.media import door as media
from seren.people.families.models import Collector, Enrolment
from seren.people.families.policies import FamilyAction, responsible_ties
from seren.people.families.terms import COLLECTOR_PHOTO, FamilyEvent


@dataclass(frozen=True, slots=True)
class Pictured:
    """A photo taken in. `agreed`: the guardian says that whoever is in it knows of it and agrees."""

    received: media.Received
    agreed: bool = False


def picture_collector(*, actor: Actor, collector: Collector, picture: Pictured, now: datetime) -> UUID:
    """Their photo from now on; the one before goes. Raises Refused, and NotThere."""
    if collector.named_by_id != actor.person or collector.usual_id is not None:
        raise NotThere("pictured where they are named")
    with acting(actor, FamilyAction.NAME_COLLECTOR, collector.child_id):
        db.one_at_a_time(collector.child_id)
        return keep_picture(actor, collector, picture, now)


def keep_picture(actor: Actor, collector: Collector, picture: Pictured, now: datetime) -> UUID:
    """The photo's rows, within the verb's section. It is about the child, who is not in it."""
    if not picture.agreed:
        raise Refused("not-agreed", _("Ask them first. Tick this when they agree."), "agreed")
    photo = ids.new()
    media.keep(
        picture.received,
        actor=actor,
        setting=_where(collector.child_id, now),
        photo=photo,
        belongs_to=(COLLECTOR_PHOTO, collector.pk),
        subjects=[collector.child_id],
        alt=collector.name,
        now=now,
    )
    media.bin_photos_of(actor=actor, belongs_to=(COLLECTOR_PHOTO, [collector.pk]), now=now, spare=photo)
    details = {"photo": str(photo), "agreed": True}
    event = FamilyEvent.COLLECTOR_PICTURED
    record(actor, event, collector, now=now, child=collector.child_id, details=details)
    return photo


def take_picture_away(*, actor: Actor, collector: Collector, now: datetime) -> None:
    """Off every page at once. Whoever named them may, also when they may name nobody any more."""
    with acting(actor, FamilyAction.SEE_COLLECTOR, collector):
        if collector.named_by_id != actor.person:
            raise NotThere("somebody else named them")
        if bin_pictures(actor, [collector.pk], now):
            event = FamilyEvent.COLLECTOR_UNPICTURED
            record(actor, event, collector, now=now, child=collector.child_id)


def show_picture_again(*, actor: Actor, collector: Collector, now: datetime) -> None:
    """Taken away by mistake, today. Nothing where another photo stands. Raises Refused, and NotThere."""
    if collector.named_by_id != actor.person:
        raise NotThere("somebody else named them")
    with acting(actor, FamilyAction.NAME_COLLECTOR, collector.child_id):
        db.one_at_a_time(collector.child_id)
        binned_at = media.binned_last((COLLECTOR_PHOTO, collector.pk))
        if binned_at is None:
            return
        if clock.day_of(binned_at) != clock.day_of(now):
            raise Refused("too-late", _("That was some time ago. Add the photo again."))
        put_picture_back(actor, collector.pk, binned_at, now)
        event = FamilyEvent.COLLECTOR_REPICTURED
        record(actor, event, collector, now=now, child=collector.child_id)


def bin_pictures(actor: Actor | None, collectors: Collection[UUID], now: datetime) -> int:
    """Within the verb's section."""
    return media.bin_photos_of(actor=actor, belongs_to=(COLLECTOR_PHOTO, collectors), now=now)


def put_picture_back(actor: Actor, collector: UUID, binned_at: datetime, now: datetime) -> None:
    """What went into the bin at that instant, within the verb that puts it on again."""
    media.take_out_binned(actor=actor, belongs_to=(COLLECTOR_PHOTO, collector), binned_at=binned_at, now=now)


def bin_what_is_over(now: datetime) -> int:
    """Photos nobody needs any more: the naming is over, or its parent’s say, or the child has left."""
    places = system(SystemReason.SWEEPING, Enrolment).filter(
        Q(until_at__isnull=True) | Q(until_at__gt=now), child=OuterRef("child")
    )
    says = responsible_ties().filter(
        in_force(now), child=OuterRef("child"), adult=OuterRef("named_by"), adult__closed_at__isnull=True
    )
    wanted = system(SystemReason.SWEEPING, Collector).filter(in_force(now), Exists(places), Exists(says))
    pictured = media.pictured(COLLECTOR_PHOTO)
    over = pictured.exclude(belongs_to_id__in=wanted.filter(pk__in=pictured).values("pk"))
    with db.writing(housekeeping=True):
        return bin_pictures(None, list(over), now)


def _where(child: UUID, now: datetime) -> UUID:
    """The setting whose team sees it first: where the child came first."""
    places = system(SystemReason.WRITING, Enrolment).filter(
        Q(until_at__isnull=True) | Q(until_at__gt=now), child=child
    )
    found: UUID | None = places.order_by("from_at", "id").values_list("setting_id", flat=True).first()
    if found is None:
        raise NotThere("no place")
    return found
