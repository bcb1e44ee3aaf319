"""A role goes on in another room, or on other days. It stays the same role: the statement stands."""

from datetime import datetime

from django.utils.translation import gettext as _

from seren.foundation.access.door import Doer, acting
from seren.foundation.audit.door import record
from seren.foundation.kernel.refusals import Refused
from seren.people.provision.domain.rooms import hold_open
from seren.people.provision.models import Membership, Room
from seren.people.provision.policies import ProvisionAction
from seren.people.provision.terms import ProvisionEvent


def move_member(*, actor: Doer, membership: Membership, room: Room | None, now: datetime) -> Membership:
    """From now on the role is held in another room, or in none. One ends and one begins, in one instant.

    A role that has not begun yet just begins in the other room.
    """
    with acting(actor, ProvisionAction.RUN_SETTING, membership.setting_id):
        hold_open(membership.setting_id, room.pk if room else None)
        after = membership
        if membership.from_at >= now:
            membership.room = room
            membership.save(update_fields=["room"])
        else:
            after = _goes_on(membership, room, now)
        _note(actor, ProvisionEvent.MEMBER_MOVED, after, now)
    return after


def redate_member(
    *, actor: Doer, membership: Membership, from_at: datetime, until_at: datetime | None, now: datetime
) -> None:
    """The first and the last day of a role are put right."""
    if until_at is not None and until_at < from_at:
        raise Refused("ends-early", _("The role cannot end before it began."), "until")
    with acting(actor, ProvisionAction.RUN_SETTING, membership.setting_id):
        membership.from_at, membership.until_at = from_at, until_at
        membership.save(update_fields=["from_at", "until_at"])
        _note(actor, ProvisionEvent.MEMBER_REDATED, membership, now)


def _goes_on(before: Membership, room: Room | None, now: datetime) -> Membership:
    after = Membership(
        provider_id=before.provider_id,
        person_id=before.person_id,
        setting_id=before.setting_id,
        room=room,
        role=before.role,
        from_at=now,
        until_at=before.until_at,
        statement_at=before.statement_at,
    )
    before.until_at = now
    before.save(update_fields=["until_at"])
    after.save(force_insert=True)
    return after


def _note(actor: Doer, event: ProvisionEvent, membership: Membership, now: datetime) -> None:
    details = {"person": str(membership.person_id), "role": membership.role}
    record(actor, event, membership, now=now, setting=membership.setting_id, details=details)
