"""An answer that came on paper, by e-mail or in words, written down by staff as such."""

from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, acting
from seren.foundation.audit.door import record
from seren.foundation.kernel import clock
from seren.foundation.kernel.refusals import Refused
from seren.people.consent.domain.keeping import keep
from seren.people.consent.domain.words import check_open, last_word, new_word
from seren.people.consent.models import Answer, Asked
from seren.people.consent.policies import ConsentAction
from seren.people.consent.terms import KEYED, WRITTEN, Channel, Code, ConsentEvent, Saying
from seren.people.consent.words import permission
from seren.people.provision.policies import on_the_staff


def key_answer(
    *,
    actor: Actor,
    asked: Asked,
    adult: UUID,
    said: Saying,
    channel: Channel,
    signed_on: date,
    language: str,
    witness: UUID | None = None,
    now: datetime,
) -> Answer:
    """`signed_on`: the day on the paper, of the e-mail, of the talk. The adult’s newest word counts.

    A yes that must be written is not taken from spoken words (C-11); a no is taken from any.
    """
    _check_channel(asked, said, channel, witness)
    _check_day(asked, signed_on, clock.day_of(now))
    with acting(actor, ConsentAction.KEY, asked):
        check_open(asked, said, now)
        _check_witness(actor, asked, witness)
        _check_last(last_word(asked, adult), said, signed_on)
        word = new_word(
            asked, adult, said, language, now,
            channel=channel, signed_on=signed_on, keyed_by_id=actor.person, witness_id=witness,
        )  # fmt: skip
        keep(word, asked, actor, now)
        record(
            actor, ConsentEvent.KEYED, word, now=now, setting=asked.setting_id, child=asked.child_id,
            details={"code": asked.code, "said": said.value, "channel": channel.value, "adult": str(adult)},
        )  # fmt: skip
    return word


def _check_channel(asked: Asked, said: Saying, channel: Channel, witness: UUID | None) -> None:
    if channel not in KEYED:
        raise Refused("channel-own", _("An answer on their own page is theirs to give."), "channel")
    written = permission(Code(asked.code), clock.day_of(asked.asked_at)).written
    if said is Saying.YES and written and channel not in WRITTEN:
        raise Refused(
            "written-needed",
            _("A spoken yes is not enough here. Ask for it on paper, by e-mail or on their page."),
            "channel",
        )
    if channel is Channel.SPOKEN and witness is None:
        raise Refused("witness-missing", _("Name who else heard it."), "witness")


def _check_day(asked: Asked, signed_on: date, today: date) -> None:
    if signed_on > today:
        raise Refused("signed-to-come", _("Choose today or a day before."), "signed_on")
    if signed_on < clock.day_of(asked.asked_at):
        raise Refused("signed-before", _("This was asked later than that. Choose a later day."), "signed_on")


def _check_witness(actor: Actor, asked: Asked, witness: UUID | None) -> None:
    """A second person, who works there."""
    if witness is None:
        return
    works = on_the_staff(actor.at).filter(person=witness, setting=asked.setting_id)
    if witness == actor.person or not works.exists():
        raise Refused("witness-other", _("Choose another person who works here."), "witness")


def _check_last(before: Answer | None, said: Saying, signed_on: date) -> None:
    if before is None:
        if said is Saying.WITHDRAWN:
            raise Refused("no-yes", _("There is no yes to take back."), "said")
        return
    heard = before.signed_on or clock.day_of(before.at)
    if heard > signed_on or (heard == signed_on and said is Saying.YES and before.said != Saying.YES):
        raise Refused("said-since", _("They answered again since then. The newest word counts."), "signed_on")
    if said is Saying.WITHDRAWN and before.said != Saying.YES:
        raise Refused("no-yes", _("There is no yes to take back."), "said")
