"""What these views share: the open desk, and a page that is one form of it."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, RecordClass, SystemReason, system
from seren.foundation.ui.door import FormPage, FormShown, SerenForm, actor_of
from seren.people.provision.models import Membership, Room, Setting
from seren.people.provision.policies import ProvisionAction
from seren.people.provision.queries.atdesk import AtDesk as OfDesk
from seren.people.provision.queries.desk import rooms_shown, setting_to_run, wished_setting
from seren.people.provision.queries.staff import roles_held
from seren.people.provision.terms import Weekday

WORKDAYS = tuple(Weekday)[:5]


class AtDesk(OfDesk):
    """Mixed into views: what is changed of the setting."""

    def setting(self, actor: Actor) -> Setting:
        """To change it. Raises NotThere where they may only look."""
        return setting_to_run(actor, wished_setting(self.request))

    def room(self, setting: Setting, chosen: str) -> Room | None:
        if not chosen:
            return None
        return system(SystemReason.WRITING, Room).filter(setting=setting, pk=chosen).first()

    def member(self, setting: Setting, person: UUID) -> Membership:
        """Somebody with a role here that has not ended, by their newest one."""
        rows = roles_held(person, setting.pk, actor_of(self.request).at)
        row = rows.select_related("person", "room").order_by("-from_at", "id").first()
        if row is None:
            raise NotThere("nobody of this setting")
        return row


class DeskForm(AtDesk, FormPage):
    action = ProvisionAction.RUN_SETTING
    record_class = RecordClass.C2
    template_name = "ui/desk_form.html"

    def make_form(self, actor: Actor, ids: dict[str, Any], **given: Any) -> SerenForm:
        return self.form_class(**given, **self.given(actor, **ids))

    def given(self, actor: Actor, **ids: Any) -> dict[str, Any]:
        return {}

    def read(self, actor: Actor, **ids: Any) -> FormShown:
        return self.sheet(self.setting(actor), **ids)

    def sheet(self, setting: Setting, **ids: Any) -> FormShown:
        raise NotImplementedError


def room_choices(setting: UUID) -> list[tuple[str, str]]:
    return [("", _("No room of their own")), *((str(one.id), one.name) for one in rooms_shown(setting))]


def to_setting() -> dict[str, Any]:
    return {"back": "/desk/setting/", "back_words": _("Back to your setting")}


def to_people() -> dict[str, Any]:
    return {"back": "/desk/people/", "back_words": _("Back to staff")}
