"""A room closes when nobody belongs to it any more, and opens again. What was there stays on record."""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from seren.foundation.access.door import Doer, NotThere, SystemReason, acting, system
from seren.foundation.audit.door import record
from seren.foundation.kernel import text
from seren.foundation.kernel.refusals import Refused
from seren.people.provision.domain.calendar import add
from seren.people.provision.models import Room, Setting
from seren.people.provision.policies import ProvisionAction
from seren.people.provision.queries.rooms import still_in
from seren.people.provision.terms import ProvisionEvent

_NAMED = 4  # names a sentence can carry; the others are counted


def add_room(*, actor: Doer, setting: Setting, name: str, now: datetime) -> Room:
    name = text.clean_line(name)
    held = system(SystemReason.WRITING, Room).filter(setting=setting, name=name).first()
    if held is not None and held.closed_at is not None:
        raise Refused("room-closed", _("A closed room has this name. Open it again."), "name")
    if held is not None:
        raise Refused("room-there", _("There is a room with this name. Choose another name."), "name")
    return add(actor, setting, Room(provider_id=setting.provider_id, setting=setting, name=name), now)


def close_room(*, actor: Doer, setting: Setting, room: UUID, now: datetime) -> Room:
    """Refused while children or staff belong to it, also where they only will or are about to leave."""
    with acting(actor, ProvisionAction.RUN_SETTING, setting):
        row = _room(setting, room, closed=False)
        here = still_in(row.pk, now)
        if here:
            raise Refused("room-in-use", _still(here))
        row.closed_at = now
        row.save(update_fields=["closed_at"])
        record(actor, ProvisionEvent.ROOM_CLOSED, row, now=now, setting=setting.id)
    return row


def reopen_room(*, actor: Doer, setting: Setting, room: UUID, now: datetime) -> Room:
    with acting(actor, ProvisionAction.RUN_SETTING, setting):
        row = _room(setting, room, closed=True)
        row.closed_at = None
        row.save(update_fields=["closed_at"])
        record(actor, ProvisionEvent.ROOM_OPENED, row, now=now, setting=setting.id)
    return row


def hold_open(setting: UUID, room: UUID | None) -> None:
    """In a section: the room is an open one of this setting, and nobody closes it until the section ends."""
    if room is None:
        return
    held = _locked().filter(setting=setting, pk=room).first()
    if held is None:
        raise Refused("room-elsewhere", _("Choose an open room of this setting."), "room")
    if held.closed_at is not None:
        raise Refused("room-closed", _("This room is closed. Choose another one."), "room")


def _room(setting: Setting, room: UUID, *, closed: bool) -> Room:
    row = _locked().filter(setting=setting, closed_at__isnull=not closed, pk=room).first()
    if row is None:
        raise NotThere("no such room")
    return row


def _locked() -> "QuerySet[Room]":
    return system(SystemReason.WRITING, Room).select_for_update(of=("self",))


def _still(names: tuple[str, ...]) -> str:
    named, more = ", ".join(names[:_NAMED]), len(names) - _NAMED
    if more > 0:
        words = _("Still in this room: %(names)s and %(count)s more. Move them first.")
        return words % {"names": named, "count": more}
    return _("Still in this room: %(names)s. Move them first.") % {"names": named}
