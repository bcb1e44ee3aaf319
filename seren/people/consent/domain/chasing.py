"""Trying to hear from an adult by another way: a slip with a code, a telephone call, a word at the door."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, Level, SystemReason, may, system, visible
from seren.foundation.audit.door import record
from seren.foundation.kernel import db, ids
from seren.foundation.kernel.refusals import Refused
from seren.foundation.sealing.door import blind
from seren.people.consent.domain.words import worded_in
from seren.people.consent.models import Asked, Chase
from seren.people.consent.policies import ConsentAction
from seren.people.consent.queries.slips import Slip
from seren.people.consent.queries.yeses import newest_question
from seren.people.consent.terms import Code, ConsentEvent, Tried

_PURPOSE = "permission-slip"
MOST = 200  # slips in one go: a printer’s tray

Pair = tuple[UUID, UUID]


def chase(*, actor: Actor, pairs: Collection[Pair], how: Tried, now: datetime) -> int:
    """`pairs`: the asking and the adult who was tried. Returns how many questions it was about."""
    if how is Tried.SLIP:
        raise Refused("slip-printed", _("A slip is printed, not noted."), "how")
    with db.writing():
        allowed = _allowed(actor, pairs, now)
        for asked, adult in allowed:
            _put(actor, Chase(asked=asked, adult_id=adult, how=how), now)
        if not allowed:
            raise Refused("answered-since", _("They have answered since. There is nothing to ask."))
    return len(allowed)


def print_slips(
    *, actor: Actor, pairs: Collection[Pair], reads: Mapping[UUID, str], now: datetime
) -> tuple[Slip, ...]:
    """One slip for each question and adult, in the language they read where it is worded in it.

    `reads`: by adult. Only who may answer gets one: the same rule as on their own page.
    """
    if len(pairs) > MOST:
        raise Refused("slips-many", _("That is more than %(most)d slips. Choose one room.") % {"most": MOST})
    with db.writing():
        allowed = _allowed(actor, pairs, now)
        slips = [
            Slip(asked, adult, worded_in(asked, reads.get(adult, "en")), ids.code())
            for asked, adult in allowed
        ]
        for slip in slips:
            row = Chase(
                asked=slip.asked, adult_id=slip.adult, how=Tried.SLIP, language=slip.language,
                code_blind=blind(slip.code, _PURPOSE),
            )  # fmt: skip
            _put(actor, row, now)
        if not slips:
            raise Refused("answered-since", _("They have answered since. There is nothing to ask."))
    return tuple(slips)


def find_slip(*, actor: Actor, code: str) -> Chase:
    """The slip with this code, of a question one may write an answer to. Every other code gets one answer."""
    typed = "".join(code.upper().split()).replace("-", "")
    rows = system(SystemReason.WRITING, Chase).filter(provider_id=actor.provider).select_related("asked")
    slip = rows.filter(code_blind=blind(typed, _PURPOSE)).first()
    if slip is None or not may(actor, ConsentAction.KEY, slip.asked_id):
        raise Refused("no-slip", _("No slip has this code. Check the letters, or open the child."), "code")
    newest = newest_question(
        slip.asked.child_id, slip.asked.setting_id, Code(slip.asked.code), slip.asked.scope
    )
    if newest is None or newest.pk != slip.asked_id:
        sentence = _("We have asked this again since this slip was printed. Print a new one.")
        raise Refused("asked-anew", sentence, "code")
    return slip


def _allowed(actor: Actor, pairs: Iterable[Pair], now: datetime) -> list[tuple[Asked, UUID]]:
    """Those the actor may write down for, and the adult may answer: asked of access for each adult."""
    wanted = list(dict.fromkeys(pairs))
    rows = visible(actor, ConsentAction.KEY, Asked).filter(pk__in={asked for asked, _adult in wanted})
    mine = {row.pk: row for row in rows}
    found = []
    for adult in dict.fromkeys(adult for _asked, adult in wanted):
        reader = Actor(adult, actor.provider, Level.STRONG, now)
        theirs = visible(reader, ConsentAction.ANSWER, Asked).filter(pk__in=list(mine))
        may_answer = set(theirs.values_list("pk", flat=True))
        found += [
            (mine[asked], adult)
            for asked, who in wanted
            if who == adult and asked in mine and asked in may_answer
        ]
    return found


def _put(actor: Actor, row: Chase, now: datetime) -> None:
    row.provider_id, row.by_id, row.at = actor.provider, actor.person, now
    row.save(force_insert=True)
    record(
        actor, ConsentEvent.CHASED, row, now=now, setting=row.asked.setting_id, child=row.asked.child_id,
        details={"code": row.asked.code, "how": row.how, "adult": str(row.adult_id)},
    )  # fmt: skip
