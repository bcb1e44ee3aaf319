"""A child is kept out of pictures, silently; and let in again. Each with a reason that leaders alone read."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, SystemReason, acting, system
from seren.foundation.audit.door import record
from seren.foundation.kernel.refusals import Refused
from seren.people.families.models import Child, NoImages
from seren.people.families.policies import FamilyAction
from seren.people.families.terms import FamilyEvent, Reach

# Within the verb's section: what rooms above do once a child is kept out (copies to be taken down).
Hearing = Callable[[UUID, datetime], None]
_hearing: list[Hearing] = []


def register_kept_out(hearing: Hearing) -> None:
    """From a room's `ready()`. It is given the child."""
    if hearing not in _hearing:
        _hearing.append(hearing)


def keep_out_of_pictures(*, actor: Actor, child: Child, reach: Reach, reason: str, now: datetime) -> NoImages:
    """From now, at every request. To change how far, take it away and set it anew."""
    if not reason.strip():
        raise Refused("reason-missing", _("Write what this rests on, and who decided."), "reason")
    flag = NoImages(
        provider_id=child.provider_id,
        child=child,
        reach=reach,
        reason=reason.strip(),
        set_by_id=actor.person,
        set_at=now,
    )
    with acting(actor, FamilyAction.RESTRICT, child):
        if _standing(child.pk).exists():
            raise Refused("kept-out", _("This child is kept out of pictures already."), "reach")
        flag.save(force_insert=True)
        details = {"reach": reach.value}
        record(actor, FamilyEvent.KEPT_OUT_OF_PICTURES, flag, now=now, child=child.id, details=details)
        for hearing in _hearing:
            hearing(child.pk, now)
    return flag


def let_into_pictures(*, actor: Actor, child: Child, reason: str, now: datetime) -> None:
    if not reason.strip():
        raise Refused("reason-missing", _("Write why it can end, and what you have seen."), "reason")
    with acting(actor, FamilyAction.RESTRICT, child):
        flag = _standing(child.pk).select_for_update().first()
        if flag is None:
            raise Refused("not-kept-out", _("This child is not kept out of pictures any more."))
        flag.end_reason, flag.ended_by_id, flag.ended_at = reason.strip(), actor.person, now
        flag.save(update_fields=["end_reason", "ended_by", "ended_at"])
        record(actor, FamilyEvent.LET_INTO_PICTURES, flag, now=now, child=child.id)


def _standing(child: UUID) -> "QuerySet[NoImages]":
    return system(SystemReason.WRITING, NoImages).filter(child=child, ended_at__isnull=True)
