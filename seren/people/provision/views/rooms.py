"""The rooms of a setting: one more, one closed, one opened again."""

from typing import Any

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.ui.door import Act, FormShown, tell
from seren.people.provision.domain import add_room, close_room, reopen_room
from seren.people.provision.forms import RoomForm
from seren.people.provision.models import Setting
from seren.people.provision.policies import ProvisionAction
from seren.people.provision.views.base import AtDesk, DeskForm, to_setting

_BACK = "/desk/setting/#rooms"


class AddRoom(DeskForm):
    form_class = RoomForm

    def sheet(self, setting: Setting, **ids: Any) -> FormShown:
        return FormShown(_("Add a room"), _("Add it"), **to_setting())

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        add_room(actor=actor, setting=self.setting(actor), now=actor.at, **said)
        tell(self.request, _("The room is there."))
        return "/desk/setting/"


class CloseRoom(AtDesk, Act):
    action = ProvisionAction.RUN_SETTING
    record_class = RecordClass.C2

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        room = close_room(actor=actor, setting=self.setting(actor), room=ids["room"], now=actor.at)
        undo = f"/desk/setting/rooms/{room.pk}/open/"
        tell(self.request, _("%(room)s is closed.") % {"room": room.name}, undo=undo)
        return _BACK

    def back(self, **ids: Any) -> str:
        return _BACK


class ReopenRoom(AtDesk, Act):
    action = ProvisionAction.RUN_SETTING
    record_class = RecordClass.C0

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        room = reopen_room(actor=actor, setting=self.setting(actor), room=ids["room"], now=actor.at)
        tell(self.request, _("%(room)s is open again.") % {"room": room.name})
        return _BACK

    def back(self, **ids: Any) -> str:
        return _BACK
