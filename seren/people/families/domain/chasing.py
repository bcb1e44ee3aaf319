"""Telling an adult another way what did not reach them: a letter, a call, a word at the door."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, visible
from seren.foundation.audit.door import record
from seren.foundation.kernel import db
from seren.foundation.kernel.refusals import Refused
from seren.foundation.notify import door as notify
from seren.foundation.notify.door import Came, Way
from seren.people.families.models import Child
from seren.people.families.policies import FamilyAction
from seren.people.families.terms import FamilyEvent


def chase(*, actor: Actor, delivery: UUID, way: Way, came: Came | None, words: str, now: datetime) -> None:
    """What was done stands in the ledger, with who did it. A letter is printed with the others.

    Only for whoever may do so for every child the notice is about, and only while the adult may be told.
    """
    came = Came.ON_ITS_WAY if way is Way.LETTER else came
    if came not in (Came.TOLD, Came.NOT_TOLD, Came.ON_ITS_WAY) or (
        came is Came.ON_ITS_WAY and way is not Way.LETTER
    ):
        raise Refused("say-what", _("Say what came of it."), "came")
    if came is Came.NOT_TOLD and not words.strip():
        raise Refused("say-why", _("Say why they could not be told."), "words")
    with db.writing():
        among = visible(actor, FamilyAction.CHASE, Child).values("pk")
        of = notify.listed_with(delivery, among)
        if of is None:
            raise NotThere("not in a ledger of theirs")
        kept = notify.chase(delivery, by=actor.person, way=way, came=came, words=words, now=now)
        if kept is None:
            raise NotThere("it went out, or is not theirs any more")
        told = of[0].notice
        details = {"way": way.value, "came": came.value, "notice": str(told.id)}
        record(
            actor, FamilyEvent.CHASED, kept, now=now, setting=told.setting, child=told.about, details=details
        )
