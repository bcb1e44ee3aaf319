"""`/family/how-to-reach-me/`: language, format, channel, quiet hours, interpreter."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, RecordClass, require
from seren.foundation.kernel import clock
from seren.foundation.ui.door import FormPage, tell
from seren.people.accounts.domain.reaching import Wishes, set_reach
from seren.people.accounts.forms import ReachForm
from seren.people.accounts.policies import AccountsAction
from seren.people.accounts.queries.wishes import wishes_of
from seren.people.accounts.terms import Channel, Format


def as_wishes(said: dict[str, Any]) -> Wishes:
    return Wishes(**{**said, "format": Format(said["format"]), "channel": Channel(said["channel"])})


class ReachPage(FormPage):
    action = AccountsAction.CHANGE_REACH
    record_class = RecordClass.C1
    audience = "family"
    template_name = "accounts/how_to_reach_me.html"
    form_class = ReachForm

    def read(self, actor: Actor, **ids: Any) -> UUID:
        require(actor, AccountsAction.CHANGE_REACH, actor.person)
        return actor.person

    def initial(self, actor: Actor, **ids: Any) -> dict[str, Any]:
        return wishes_of(actor.person)

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        set_reach(actor=actor, person=actor.person, wishes=as_wishes(said), now=clock.now())
        tell(self.request, _("Kept. We use it from the next message on."))
        return "/family/how-to-reach-me/"
