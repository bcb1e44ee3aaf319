"""To whom a moment, or an answer in a talk, would go: asked of the very rules that open it once it is shared.

Staff are told who sees it by name, and of the others how many they are: never who, and never why.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seren.foundation.access.door import Actor, Level, SystemReason, system, visible
from seren.foundation.kernel.questions import Question, ask, ask_all, joined, question
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
    around = ask(_around_asked(actor, moment))
    if actor.person in around.ever:
        return None
    of = dict.fromkeys((one.person for one in around.near), Q(pk=moment))
    return _sorted_out(around.near, ask(_open_to_asked(actor, of, JournalAction.SEE_WHEN_SHARED, Moment)))


def talks_go_to(actor: Actor, moment: UUID, talks: Collection[UUID]) -> dict[UUID, GoesTo]:
    """To whom an answer in the talk with each of these adults goes: that adult, or nobody.

    A talk nobody has written in is with whoever shared the star. One query.
    """
    if not talks:
        return {}
    replies = {person: Q(moment=moment, talk_with=person) for person in talks}
    star = {person: Q(pk=moment, author=person) for person in talks}
    around, answered, shared = ask_all(
        _around_asked(actor, moment),
        _open_to_asked(actor, replies, JournalAction.SEE_REPLY, Reply),
        _open_to_asked(actor, star, JournalAction.SEE_MOMENT, Moment),
    )
    if actor.person in around.ever:
        return {}
    near = tuple(one for one in around.near if one.person in talks)
    return {one.person: _sorted_out((one,), answered | shared) for one in near}


def _around_asked(actor: Actor, moment: UUID) -> Question[Around]:
    children = system(SystemReason.SHOWING, MomentChild).filter(moment=moment).values("child_id")
    return around_asked(children, actor.at)


def _open_to_asked(
    actor: Actor, of: Mapping[UUID, Q], action: JournalAction, model: type[Any]
) -> Question[set[UUID]]:
    """Those to whom one of their rows is open, as if each were signed in."""
    asked = [
        question(bool, visible(_as(person, actor), action, model).filter(rows).values_list("pk")[:1])
        for person, rows in of.items()
    ]
    return joined(lambda *told: {person for person, is_open in zip(of, told, strict=True) if is_open}, *asked)


def _as(person: UUID, actor: Actor) -> Actor:
    return Actor(person, actor.provider, Level.STRONG, actor.at)


def _sorted_out(near: Sequence[Near], told: Collection[UUID]) -> GoesTo:
    sees = tuple(one for one in near if one.person in told and not one.closed)
    return GoesTo(sees, sum(one.guardian for one in near if one not in sees))
