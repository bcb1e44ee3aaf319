"""To whom a moment, or an answer in a talk, would go: asked of the very rules that open it once it is shared.

Staff are told who sees it by name, and of the others how many they are: never who, and never why.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet, UUIDField
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seren.foundation.access.door import Actor, Level, SystemReason, prepared_question, system, visible
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
    told = ask(_open_to_asked(actor, moment, [one.person for one in around.near], _shared_star))
    return _sorted_out(around.near, told)


def talks_go_to(actor: Actor, moment: UUID, talks: Collection[UUID]) -> dict[UUID, GoesTo]:
    """To whom an answer in the talk with each of these adults goes: that adult, or nobody.

    A talk nobody has written in is with whoever shared the star. One query.
    """
    if not talks:
        return {}
    around, answered, shared = ask_all(
        _around_asked(actor, moment),
        _open_to_asked(actor, moment, talks, _own_talk),
        _open_to_asked(actor, moment, talks, _own_star),
    )
    if actor.person in around.ever:
        return {}
    near = tuple(one for one in around.near if one.person in talks)
    return {one.person: _sorted_out((one,), answered | shared) for one in near}


@prepared_question(moment=UUIDField())
def _around_asked(actor: Actor, moment: UUID) -> Question[Around]:
    children = system(SystemReason.SHOWING, MomentChild).filter(moment=moment).values("child_id")
    return around_asked(children, actor.at)


def _open_to_asked(
    actor: Actor, moment: UUID, people: Collection[UUID], is_open: Callable[[Actor, UUID], Question[bool]]
) -> Question[set[UUID]]:
    """Those to whom it is open, as if each were signed in."""
    asked = [is_open(_as(person, actor), moment) for person in people]
    return joined(lambda *told: {person for person, yes in zip(people, told, strict=True) if yes}, *asked)


@prepared_question(moment=UUIDField())
def _shared_star(actor: Actor, moment: UUID) -> Question[bool]:
    return _any(visible(actor, JournalAction.SEE_WHEN_SHARED, Moment).filter(pk=moment))


@prepared_question(moment=UUIDField())
def _own_star(actor: Actor, moment: UUID) -> Question[bool]:
    return _any(visible(actor, JournalAction.SEE_MOMENT, Moment).filter(pk=moment, author=actor.person))


@prepared_question(moment=UUIDField())
def _own_talk(actor: Actor, moment: UUID) -> Question[bool]:
    return _any(visible(actor, JournalAction.SEE_REPLY, Reply).filter(moment=moment, talk_with=actor.person))


def _any(rows: "QuerySet[Any, Any]") -> Question[bool]:
    return question(bool, rows.values_list("pk")[:1])


def _as(person: UUID, actor: Actor) -> Actor:
    return Actor(person, actor.provider, Level.STRONG, actor.at)


def _sorted_out(near: Sequence[Near], told: Collection[UUID]) -> GoesTo:
    sees = tuple(one for one in near if one.person in told and not one.closed)
    return GoesTo(sees, sum(one.guardian for one in near if one not in sees))
