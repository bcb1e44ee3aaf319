"""The buttons of an outing: one step each."""

from collections.abc import Callable
from typing import Any, ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.ui.door import Act, tell
from seren.partnership.days import domain
from seren.partnership.days.policies import OutingAction
from seren.partnership.days.views.outing.base import one


class Step(Act):
    record_class = RecordClass.C7
    action = OutingAction.RUN
    verb: ClassVar[Callable[..., Any]]
    done: ClassVar[str | Promise]

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        type(self).verb(actor=actor, outing=given["outing"], now=actor.at)
        tell(self.request, str(self.done))
        return self.back(**given)

    def back(self, **given: Any) -> str:
        return one(given["outing"])


class Put(Step):
    verb = domain.put_outing
    done = _("The manager sees it now.")


class Agree(Step):
    action = OutingAction.AGREE
    verb = domain.agree_outing
    done = _("Agreed. Now ask the families.")


class GiveBack(Step):
    action = OutingAction.AGREE
    verb = domain.give_back_outing
    done = _("It is a draft again.")


class Ask(Step):
    action = OutingAction.AGREE

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        number = domain.send_slips(actor=actor, outing=given["outing"], now=actor.at)
        words = ngettext("%(count)d family is asked.", "%(count)d families are asked.", number)
        tell(self.request, words % {"count": number})
        return self.back(**given)


class Open(Step):
    verb = domain.open_list
    done = _("The list is open again. Nobody is on it.")


class Go(Step):
    verb = domain.go_out
    done = _("You are off. Count heads often.")


class Return(Step):
    verb = domain.come_back
    done = _("Everybody is back.")


class CallOff(Step):
    verb = domain.call_off
    done = _("It is called off. Families who were asked are told now.")
