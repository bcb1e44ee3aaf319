"""“Put this in my child’s record”: asked by a guardian, accepted or declined with a reason (E-07)."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, SystemReason, acting, system, visible
from seren.foundation.audit.door import record
from seren.foundation.deadlines.door import meet
from seren.foundation.kernel.refusals import Refused
from seren.foundation.notify import door as notify
from seren.partnership.journal.domain.clocks import RECORD, open_clock
from seren.partnership.journal.domain.holding import hold
from seren.partnership.journal.domain.wording import keep_words
from seren.partnership.journal.models import Moment, MomentChild, RecordRequest, Reply
from seren.partnership.journal.notices import RECORD_DECIDED
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.terms import Decision, JournalEvent


def ask_for_record(
    *, actor: Actor, moment: Moment, now: datetime, reply: Reply | None = None
) -> RecordRequest:
    """Of one's own star, or one's own answer. Asking again changes nothing."""
    asks = (
        acting(actor, JournalAction.ASK_FOR_RECORD, moment)
        if reply is None
        else acting(actor, JournalAction.ASK_REPLY_FOR_RECORD, reply)
    )
    with asks:
        hold(moment)
        child = _child(actor, moment)
        asked = system(SystemReason.WRITING, RecordRequest).filter(
            moment=moment, reply=reply, child=child, asked_by=actor.person
        )
        if (before := asked.first()) is not None:
            return before
        request = RecordRequest(
            provider_id=moment.provider_id,
            child_id=child,
            setting_id=moment.setting_id,
            moment=moment,
            reply=reply,
            asked_by_id=actor.person,
            asked_at=now,
        )
        request.save(force_insert=True)
        open_clock(RECORD, request, moment.setting_id, now)
        record(actor, JournalEvent.RECORD_ASKED, request, now=now, setting=moment.setting_id, child=child)
    return request


def decide_record(
    *, actor: Actor, request: RecordRequest, accept: bool, reason: str, language: str, now: datetime
) -> None:
    """Into the record, or not, with a reason the parent reads. Silence is not an answer."""
    if not accept and not reason.strip():
        raise Refused("reason-missing", _("Say why not. The parent will read it."), "reason")
    with acting(actor, JournalAction.DECIDE_RECORD, request):
        hold(request)
        if request.decision != Decision.ASKED:
            raise Refused("decided", _("Somebody has answered this already. Look at it again."))
        request.decision = Decision.ACCEPTED if accept else Decision.DECLINED
        request.decided_by_id, request.decided_at = actor.person, now
        if reason.strip():
            request.reason_id = keep_words(actor, request.setting_id, reason, language, now)
        request.save(update_fields=["decision", "decided_by", "decided_at", "reason"])
        meet(RECORD.code, request, now=now)
        notify.send(RECORD_DECIDED, request, now=now, setting=request.setting_id, about=request.child_id)
        details = {"decision": request.decision}
        record(
            actor,
            JournalEvent.RECORD_DECIDED,
            request,
            now=now,
            setting=request.setting_id,
            child=request.child_id,
            details=details,
        )


def _child(actor: Actor, moment: Moment) -> UUID:
    """The actor's own child in the moment; with several, the first."""
    mine = visible(actor, JournalAction.SEE_CHILD_IN_MOMENT, MomentChild).filter(moment=moment)
    child = mine.order_by("id").values_list("child_id", flat=True).first()
    if child is None:
        raise NotThere("child")
    return child
