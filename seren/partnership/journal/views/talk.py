"""Buttons on a star's page: thank, take back, share again, ask for the record, decide on it."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

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


class UndoShare(OnStar):
    """Within the seconds of undo: nobody was told, and the words are kept."""

    action = JournalAction.WITHDRAW_MOMENT

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        moment = find_moment(actor, JournalAction.WITHDRAW_MOMENT, given["moment"])
        undo_share(actor=actor, moment=moment, now=clock.now())
        tell(self.request, _("It is not shared. Your words are kept here."))
        return here(given["moment"])


class Share(OnStar):
    """A star of one's own that was kept back."""

    action = JournalAction.SHARE_MOMENT

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        moment = find_moment(actor, JournalAction.SHARE_MOMENT, given["moment"])
        share_moment(actor=actor, moment=moment, now=clock.now())
        tell(self.request, _("Your star is shared."), undo=here(given["moment"], "undo/"))
        return here(given["moment"])


class TakeBack(OnStar):
    action = JournalAction.WITHDRAW_MOMENT

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        moment = find_moment(actor, JournalAction.WITHDRAW_MOMENT, given["moment"])
        withdraw_moment(actor=actor, moment=moment, now=clock.now())
        tell(self.request, _("The star is taken back."), undo=here(given["moment"], "restore/"))
        return here(given["moment"])


class Restore(OnStar):
    action = JournalAction.RESTORE_MOMENT

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        moment = find_moment(actor, JournalAction.RESTORE_MOMENT, given["moment"])
        restore_moment(actor=actor, moment=moment, now=clock.now())
        tell(self.request, _("The star is shared again."))
        return here(given["moment"])


class ThrowAway(OnStar):
    """A star nobody was shown, or one taken back: off the page, and gone after the days of the bin."""

    action = JournalAction.BIN_MOMENT

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        moment = find_moment(actor, JournalAction.BIN_MOMENT, given["moment"])
        bin_moment(actor=actor, moment=moment, now=clock.now())
        tell(self.request, _("The star is in the bin."))
        return "/stars/"


class AskForRecord(OnStar):
    """“Put this in my child’s record”: the star, or one of one's own answers."""

    action = JournalAction.ASK_FOR_RECORD

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        moment = find_moment(actor, JournalAction.ASK_FOR_RECORD, given["moment"])
        ask_for_record(actor=actor, moment=moment, now=clock.now())
        tell(self.request, _("We have your wish. You will see our answer here."))
        return here(given["moment"], "#record")


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
