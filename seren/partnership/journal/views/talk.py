"""Buttons on a star's page: thank, take back, share again, ask for the record, decide on it."""

from collections.abc import Callable
from typing import Any, ClassVar
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.kernel import clock
from seren.foundation.ui.door import Act, tell
from seren.partnership.journal.domain import (
    ask_for_record,
    bin_moment,
    restore_moment,
    share_moment,
    thank,
    undo_share,
    withdraw_moment,
    withdraw_reply,
)
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.queries.star import find_moment, find_reply


class OnStar(Act):
    """A button on a star. Afterwards the star's page says what was done."""

    action = JournalAction.WALK_SKY
    record_class = RecordClass.C3
    audience = "family"

    def back(self, **given: Any) -> str:
        return here(given["moment"])


class DoToStar(OnStar):
    """One verb on the star. `told` is said afterwards; `undo` and `then` are places of the star's page."""

    verb: ClassVar[Callable[..., object]]
    told: ClassVar[Any]
    undo: ClassVar[str] = ""
    then: ClassVar[str] = ""

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        moment = find_moment(actor, JournalAction(self.action.value), given["moment"])
        self.verb(actor=actor, moment=moment, now=clock.now())
        tell(self.request, str(self.told), undo=here(given["moment"], self.undo) if self.undo else "")
        return self.onward(given["moment"])

    def onward(self, moment: UUID) -> str:
        return here(moment, self.then)


def here(moment: UUID, place: str = "") -> str:
    return f"/stars/{moment}/{place}"


class Thank(OnStar):
    action = JournalAction.THANK

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        moment = find_moment(actor, JournalAction.THANK, given["moment"])
        first = thank(actor=actor, moment=moment, now=clock.now())
        told = _("The family sees your thanks.") if first else _("Somebody has said thank you already.")
        tell(self.request, told)
        return here(given["moment"])


class UndoShare(DoToStar):
    """Within the seconds of undo: nobody was told, and the words are kept."""

    action = JournalAction.WITHDRAW_MOMENT
    verb = staticmethod(undo_share)
    told = gettext_lazy("It is not shared. Your words are kept here.")


class Share(DoToStar):
    """A star of one's own that was kept back."""

    action = JournalAction.SHARE_MOMENT
    verb = staticmethod(share_moment)
    told = gettext_lazy("Your star is shared.")
    undo = "undo/"


class TakeBack(DoToStar):
    action = JournalAction.WITHDRAW_MOMENT
    verb = staticmethod(withdraw_moment)
    told = gettext_lazy("The star is taken back.")
    undo = "restore/"


class Restore(DoToStar):
    action = JournalAction.RESTORE_MOMENT
    verb = staticmethod(restore_moment)
    told = gettext_lazy("The star is shared again.")


class ThrowAway(DoToStar):
    """A star nobody was shown, or one taken back: off the page, and gone after the days of the bin."""

    action = JournalAction.BIN_MOMENT
    verb = staticmethod(bin_moment)
    told = gettext_lazy("The star is in the bin.")

    def onward(self, moment: UUID) -> str:
        return "/stars/"


class AskForRecord(DoToStar):
    """“Put this in my child’s record”: the star, or one of one's own answers."""

    action = JournalAction.ASK_FOR_RECORD
    verb = staticmethod(ask_for_record)
    told = gettext_lazy("We have your wish. You will see our answer here.")
    then = "#record"


class OnReply(Act):
    action = JournalAction.SEE_REPLY
    record_class = RecordClass.C3
    audience = "family"

    def back(self, **given: Any) -> str:
        return "/stars/"


class TakeReplyBack(OnReply):
    action = JournalAction.WITHDRAW_REPLY

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        reply = find_reply(actor, JournalAction.WITHDRAW_REPLY, given["reply"])
        withdraw_reply(actor=actor, reply=reply, now=clock.now())
        tell(self.request, _("Your answer is taken back."))
        return here(reply.moment_id, "#talk")


class AskReplyForRecord(OnReply):
    action = JournalAction.ASK_REPLY_FOR_RECORD

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        reply = find_reply(actor, JournalAction.ASK_REPLY_FOR_RECORD, given["reply"])
        moment = find_moment(actor, JournalAction.SEE_MOMENT, reply.moment_id)
        ask_for_record(actor=actor, moment=moment, reply=reply, now=clock.now())
        tell(self.request, _("We have your wish. You will see our answer here."))
        return here(reply.moment_id, "#talk")
