"""Answers to a moment: a heart, a few words; within the talk between one adult and the staff."""

import json
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, SystemReason, acting, system, visible
from seren.foundation.audit.door import record
from seren.foundation.deadlines.door import meet
from seren.foundation.kernel.refusals import Refused
from seren.foundation.notify import door as notify
from seren.foundation.sealing.door import blind
from seren.partnership.journal.domain.clocks import THANKS
from seren.partnership.journal.domain.holding import hold
from seren.partnership.journal.domain.wording import keep_words
from seren.partnership.journal.models import Moment, MomentChild, Reply, ReplyAbout
from seren.partnership.journal.notices import FAMILY_ANSWERED, STAFF_ANSWERED, STAR_THANKED
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.terms import JournalEvent, MomentState, Origin, ReplyKind


def answer(
    *,
    actor: Actor,
    moment: Moment,
    reply: UUID,
    kind: ReplyKind,
    words: str,
    language: str,
    now: datetime,
) -> tuple[Reply, bool]:
    """A guardian answers. Seen by them and by the staff of their children in it: by no other parent.

    Returns the reply, and whether it is new: the same id with the same words is the same reply.
    """
    with acting(actor, JournalAction.ANSWER, moment):
        hold(moment)
        mine = visible(actor, JournalAction.SEE_CHILD_IN_MOMENT, MomentChild).filter(moment=moment)
        about = list(mine.values_list("child_id", flat=True))
        kept, new = _keep(actor, moment, reply, actor.person, kind, words, language, about, now)
        if new:
            notify.send(FAMILY_ANSWERED, kept, now=now, setting=moment.setting_id)
    return kept, new


def answer_family(
    *,
    actor: Actor,
    moment: Moment,
    reply: UUID,
    talk_with: UUID,
    words: str,
    language: str,
    now: datetime,
) -> tuple[Reply, bool]:
    """Staff answer one adult who wrote here. The answer acknowledges that adult's star."""
    with acting(actor, JournalAction.ANSWER_FAMILY, moment):
        hold(moment)
        about = _talk_about(actor, moment, talk_with)
        kept, new = _keep(actor, moment, reply, talk_with, ReplyKind.WORDS, words, language, about, now)
        if new:
            notify.send(STAFF_ANSWERED, kept, now=now, setting=moment.setting_id)
            if moment.author_id == talk_with:
                _acknowledge(actor, moment, now)
    return kept, new


def thank(*, actor: Actor, moment: Moment, now: datetime) -> bool:
    """Thanked by name. False where somebody was quicker: the first thanks stand."""
    with acting(actor, JournalAction.THANK, moment):
        hold(moment)
        return _acknowledge(actor, moment, now, tell=True)


def withdraw_reply(*, actor: Actor, reply: Reply, now: datetime) -> None:
    """Taken back by its author: the words are out of every page."""
    with acting(actor, JournalAction.WITHDRAW_REPLY, reply):
        hold(reply.moment)  # as an answer does: who waits is worked out by one at a time
        hold(reply)
        if reply.withdrawn_at is not None:
            return
        reply.withdrawn_at, reply.withdrawn_by_id = now, actor.person
        reply.waits = False
        reply.save(update_fields=["withdrawn_at", "withdrawn_by", "waits"])
        system(SystemReason.WRITING, ReplyAbout).filter(reply=reply).update(said_at=None)
        _who_waits(reply)
        notify.withdraw(reply, now=now)
        record(actor, JournalEvent.REPLY_WITHDRAWN, reply, now=now)


def _keep(
    actor: Actor,
    moment: Moment,
    reply: UUID,
    talk_with: UUID,
    kind: ReplyKind,
    words: str,
    language: str,
    about: Iterable[UUID],
    now: datetime,
) -> tuple[Reply, bool]:
    print_ = blind(json.dumps([str(moment.id), str(talk_with), kind, words, language]), "reply")
    if (before := _before(actor, reply, moment, kind, print_)) is not None:
        return before, False
    text = None if kind == ReplyKind.HEART else keep_words(actor, moment.setting_id, words, language, now)
    kept = Reply(
        id=reply,
        provider_id=moment.provider_id,
        moment=moment,
        talk_with_id=talk_with,
        author_id=actor.person,
        kind=kind,
        text_id=text,
        written_at=now,
        fingerprint=print_,
    )
    kept.save(force_insert=True)
    system(SystemReason.WRITING, ReplyAbout).bulk_create(
        ReplyAbout(
            provider_id=moment.provider_id,
            reply=kept,
            child_id=child,
            origin=Origin.HOME if kept.author_id == talk_with else Origin.SETTING,
            said_at=now if text else None,
        )
        for child in about
    )
    _who_waits(kept)
    record(actor, JournalEvent.ANSWERED, kept, now=now, setting=moment.setting_id, details={"kind": kind})
    return kept, True


def _who_waits(reply: Reply) -> None:
    """In the talk this reply is part of: the family, if the last words that stand are theirs."""
    talk = system(SystemReason.WRITING, Reply).filter(moment=reply.moment_id, talk_with=reply.talk_with_id)
    said = talk.filter(withdrawn_at__isnull=True, text__isnull=False)
    last = said.order_by("-written_at", "-id").first()
    talk.filter(waits=True).update(waits=False)
    if last is not None and last.author_id == last.talk_with_id:
        talk.filter(pk=last.pk).update(waits=True)


def _before(actor: Actor, reply: UUID, moment: Moment, kind: ReplyKind, print_: bytes) -> Reply | None:
    """The reply that has this id already; or, for a heart, the one given before."""
    held = system(SystemReason.WRITING, Reply).filter(pk=reply).first()
    if held is None and kind == ReplyKind.HEART:
        hearts = system(SystemReason.WRITING, Reply).filter(moment=moment, author=actor.person, kind=kind)
        return hearts.filter(withdrawn_at__isnull=True).first()
    if held is None:
        return None
    if held.author_id != actor.person or held.moment_id != moment.id:
        raise NotThere("reply")
    if held.fingerprint is None or bytes(held.fingerprint) != print_:
        raise Refused("conflict", _("This answer was sent before with other words."))
    return held


def _talk_about(actor: Actor, moment: Moment, talk_with: UUID) -> list[UUID]:
    """The children the talk with this adult is about. Staff answer who wrote; they begin no talk here."""
    said = system(SystemReason.WRITING, ReplyAbout).filter(reply__moment=moment, reply__talk_with=talk_with)
    about = list(said.values_list("child_id", flat=True).distinct())
    if not about and moment.origin == Origin.HOME and moment.author_id == talk_with:
        children = system(SystemReason.WRITING, MomentChild).filter(moment=moment)
        about = list(children.values_list("child_id", flat=True))
    if not about:
        raise NotThere("talk")
    return about


def _acknowledge(actor: Actor, moment: Moment, now: datetime, *, tell: bool = False) -> bool:
    if moment.origin != Origin.HOME or moment.state != MomentState.SHARED:
        raise Refused("not-a-star", _("Only a star from home is thanked for."))
    if moment.thanked_at is not None:
        return False
    moment.thanked_at, moment.thanked_by_id = now, actor.person
    moment.save(update_fields=["thanked_at", "thanked_by"])
    meet(THANKS.code, moment, now=now)
    if tell:
        notify.send(STAR_THANKED, moment, now=now, setting=moment.setting_id)
    record(actor, JournalEvent.THANKED, moment, now=now, setting=moment.setting_id)
    return True
