"""Every child one adult may see, in whatever hat: a list with a place to go on from."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import BooleanField, ExpressionWrapper, Q

from seren.foundation.access.door import Actor, NotThere, SystemReason, system, visible
from seren.foundation.search.door import read_cursor, sign_cursor
from seren.people.families.models import Child
from seren.people.families.policies import FamilyAction

LIST = "families.children"


@dataclass(frozen=True, slots=True)
class ChildSeen:
    """C2 of one child. `name` is empty for a viewer, who is told none. `stars`: the reader follows them."""

    id: UUID
    name: str
    tint: str
    cut: str
    stars: bool


@dataclass(frozen=True, slots=True)
class ChildrenSeen:
    children: tuple[ChildSeen, ...]
    after: str | None


def children_seen(actor: Actor, *, limit: int = 50, cursor: str = "") -> ChildrenSeen:
    """In the order they became known. One query. Raises Refused for a cursor not theirs."""
    after = read_cursor(actor.person, cursor, about=LIST)[0] if cursor else None
    found = _seen(actor, Q(pk__gt=UUID(after)) if after else Q(), limit + 1)
    page = found[:limit]
    more = len(found) > limit
    return ChildrenSeen(page, sign_cursor(actor.person, page[-1].id, about=LIST) if more else None)


def child_seen(actor: Actor, child: UUID) -> ChildSeen:
    """Raises NotThere."""
    found = _seen(actor, Q(pk=child), 1)
    if not found:
        raise NotThere("child")
    return found[0]


def _seen(actor: Actor, which: Q, limit: int) -> tuple[ChildSeen, ...]:
    named = Q(pk__in=visible(actor, FamilyAction.SEE_CHILD, Child).values("pk"))
    followed = Q(pk__in=visible(actor, FamilyAction.FOLLOW_CHILD, Child).values("pk"))
    works = Q(pk__in=visible(actor, FamilyAction.LOOK_AFTER, Child).values("pk"))
    rows = (
        system(SystemReason.SHOWING, Child)
        .filter(which, named | followed, provider_id=actor.provider)
        .annotate(
            is_named=ExpressionWrapper(named, BooleanField()),
            has_stars=ExpressionWrapper(followed | works, BooleanField()),
        )
        .order_by("pk")
        .values_list("id", "known_as", "tint", "cut", "is_named", "has_stars")
    )
    return tuple(
        ChildSeen(pk, known_as if is_named else "", tint, cut, has_stars)
        for pk, known_as, tint, cut, is_named, has_stars in rows[:limit]
    )
