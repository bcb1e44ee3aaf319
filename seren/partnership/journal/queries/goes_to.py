"""To whom a moment, or an answer in a talk, would go: asked of the very rules that open it once it is shared.

Staff are told who sees it by name, and of the others how many they are: never who, and never why.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seren.foundation.access.door import Actor, Level, SystemReason, system, visible
from seren.foundation.kernel.questions import Question, ask, ask_all, question
from seren.partnership.journal.models import Moment, MomentChild, Reply
from seren.partnership.journal.policies import JournalAction
from seren.people.families.queries import Around, Near, around_asked


@dataclass(frozen=True, slots=True)
class GoesTo:
    """`sees`: who will, guardians first. `closed_to`: how many guardians will not."""

    sees: tuple[Near, ...]
    closed_to: int

    @property
    def words(self) -> str:
        names = ", ".join(
            _("%(name)s (%(relation)s)") % {"name": one.name, "relation": one.relation.label}
            for one in self.sees
        )
        return _("Goes to: %(names)s.") % {"names": names} if names else _("Goes to nobody at home.")

    @property
    def but_not(self) -> str:
        words = ngettext("Not to %(count)d person.", "Not to %(count)d people.", self.closed_to)
        return words % {"count": self.closed_to} if self.closed_to else ""


def goes_to(actor: Actor, moment: UUID) -> GoesTo | None:
    """Two queries. The caller has asked that the actor may share it, or change it.

    None for a parent of a child in it, whatever their work: one home is not told of the other.
    """
    around = _around(actor, moment)
    if actor.person in around.ever:
        return None
    of = dict.fromkeys((one.person for one in around.near), Q(pk=moment))
    return _sorted_out(around.near, _told(*_opens(actor, of, JournalAction.SEE_WHEN_SHARED, Moment)))


def talks_go_to(actor: Actor, moment: UUID, talks: Collection[UUID]) -> dict[UUID, GoesTo]:
    """To whom an answer in the talk with each of these adults goes: that adult, or nobody.

    A talk nobody has written in is with whoever shared the star. Two queries.
    """
    around = _around(actor, moment)
    if not talks or actor.person in around.ever:
        return {}
    near = tuple(one for one in around.near if one.person in talks)
    replies = {one.person: Q(moment=moment, talk_with=one.person) for one in near}
    star = {one.person: Q(pk=moment, author=one.person) for one in near}
    told = _told(
        *_opens(actor, replies, JournalAction.SEE_REPLY, Reply),
        *_opens(actor, star, JournalAction.SEE_MOMENT, Moment),
    )
    return {one.person: _sorted_out((one,), told) for one in near}


def _around(actor: Actor, moment: UUID) -> Around:
    children = system(SystemReason.SHOWING, MomentChild).filter(moment=moment).values("child_id")
    return ask(around_asked(children, actor.at))


Opens = tuple[UUID, Question[bool]]


def _opens(actor: Actor, of: Mapping[UUID, Q], action: JournalAction, model: type[Any]) -> Iterator[Opens]:
    """For each person, whether one of their rows is open to them, as if they were signed in."""
    for person, rows in of.items():
        opened = visible(_as(person, actor), action, model).filter(rows)
        yield person, question(bool, opened.values_list("pk")[:1])


def _told(*asked: Opens) -> set[UUID]:
    """Those to whom something is open. One query for all of them."""
    answers = ask_all(*(opened for _person, opened in asked))
    return {person for (person, _opened), told in zip(asked, answers, strict=True) if told}


def _as(person: UUID, actor: Actor) -> Actor:
    return Actor(person, actor.provider, Level.STRONG, actor.at)


def _sorted_out(near: Sequence[Near], told: Collection[UUID]) -> GoesTo:
    sees = tuple(one for one in near if one.person in told and not one.closed)
    return GoesTo(sees, sum(one.guardian for one in near if one not in sees))
