"""A responsible adult’s own answer, on their own page. It works at the next request of anybody."""

from datetime import datetime

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, SystemReason, acting, system
from seren.foundation.audit.door import record
from seren.foundation.kernel.refusals import Refused
from seren.people.consent import notices
from seren.people.consent.domain.keeping import keep
from seren.people.consent.domain.words import check_open, last_word, new_word
from seren.people.consent.models import Answer, Asked, TalkWish
from seren.people.consent.policies import ConsentAction
from seren.people.consent.terms import Channel, ConsentEvent, Saying


def answer(*, actor: Actor, asked: Asked, yes: bool, language: str, now: datetime) -> Answer:
    """Yes or no. The same answer to the same asking twice is one answer."""
    said = Saying.YES if yes else Saying.NO
    with acting(actor, ConsentAction.ANSWER, asked):
        check_open(asked, said, now)
        before = last_word(asked, actor.person)
        if before is not None and before.asked_id == asked.pk and before.said == said:
            return before
        word = new_word(asked, actor.person, said, language, now, channel=Channel.PAGE)
        keep(word, asked, actor, now)
        _note(actor, ConsentEvent.ANSWERED, word, now)
    return word


def withdraw(*, actor: Actor, asked: Asked, language: str, now: datetime) -> Answer:
    """A yes is taken back (C-04). It needs no reason, and works at once."""
    with acting(actor, ConsentAction.ANSWER, asked):
        check_open(asked, Saying.WITHDRAWN, now)
        before = last_word(asked, actor.person)
        if before is None or before.said != Saying.YES:
            raise Refused("no-yes", _("You have no yes here to take back."))
        word = new_word(asked, actor.person, Saying.WITHDRAWN, language, now, channel=Channel.PAGE)
        keep(word, asked, actor, now)
        _note(actor, ConsentEvent.WITHDRAWN, word, now)
    return word


def wish_to_talk(*, actor: Actor, asked: Asked, now: datetime) -> TalkWish:
    """“Ask me about it”: no answer, and it changes none. Asked twice before an answer it is one wish."""
    with acting(actor, ConsentAction.ANSWER, asked):
        before = system(SystemReason.WRITING, TalkWish).filter(asked=asked, adult=actor.person)
        wished, word = before.order_by("at", "id").last(), last_word(asked, actor.person)
        if wished is not None and (word is None or word.at <= wished.at):
            return wished
        wish = TalkWish(provider_id=asked.provider_id, asked=asked, adult_id=actor.person, at=now)
        wish.save(force_insert=True)
        notices.tell_talk_wished(wish, asked, now=now)
        record(
            actor, ConsentEvent.TALK_WISHED, wish, now=now, setting=asked.setting_id, child=asked.child_id,
            details={"code": asked.code},
        )  # fmt: skip
    return wish


def _note(actor: Actor, event: ConsentEvent, word: Answer, now: datetime) -> None:
    record(
        actor, event, word, now=now, setting=word.setting_id, child=word.child_id,
        details={"code": word.code, "said": word.said, "channel": word.channel},
    )  # fmt: skip
