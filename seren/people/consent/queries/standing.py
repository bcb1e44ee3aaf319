"""How each asking stands: asked, in force, refused, disputed or ended. Worked out at every look."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from seren.foundation.access.door import Actor, SystemReason, system, visible
from seren.people.consent.models import Answer, Asked, TalkWish
from seren.people.consent.policies import ConsentAction
from seren.people.consent.policies.standing import GOING_ON, KEY, decided_to_go, noes, yeses
from seren.people.consent.terms import Code, State


def newest(rows: "QuerySet[Asked]", at: datetime) -> "QuerySet[Asked]":
    """Of each question the asking that was made last. Earlier ones are history."""
    begun = system(SystemReason.DECIDING, Asked).filter(asked_at__lte=at)
    later = begun.filter(**{field: OuterRef(field) for field in KEY}).filter(
        Q(asked_at__gt=OuterRef("asked_at")) | Q(asked_at=OuterRef("asked_at"), id__gt=OuterRef("id"))
    )
    return rows.filter(~Exists(later), asked_at__lte=at)


def with_standing(rows: "QuerySet[Asked]", actor: Actor) -> "QuerySet[Any]":
    """Adds `yes` and `no` (somebody’s word that counts), `decided` (a leader’s yes where they disagree),
    and `over` (its last day is past).
    """
    same = {field: OuterRef(field) for field in KEY}
    past = Q(until_at__isnull=False, until_at__lte=actor.at)
    return rows.annotate(
        yes=Exists(yeses(actor).filter(**same)),
        no=Exists(noes(actor).filter(**same)),
        decided=Exists(decided_to_go(actor).filter(**same)),
        over=Coalesce(past, Value(False), output_field=BooleanField()),
    )


def state_of(row: Any) -> State:
    """Of a row that `with_standing` gave."""
    if row.yes:
        return State.DISPUTED if row.no else State.IN_FORCE
    if row.no:
        return State.REFUSED
    return State.LAPSED if row.over else State.ASKED


def holds(row: Any) -> bool:
    """Whether it is in force: where two disagree, in care, and on a trip a leader decided for (P-10)."""
    return bool(row.yes and (not row.no or row.decided or Code(row.code) in GOING_ON))


def silent(rows: "QuerySet[Asked]", at: datetime) -> "QuerySet[Asked]":
    """Those nobody has answered, while they may be answered."""
    said = system(SystemReason.DECIDING, Answer).filter(asked=OuterRef("pk"), at__lte=at)
    return rows.filter(Q(until_at__isnull=True) | Q(until_at__gt=at), ~Exists(said))


def talked_about(actor: Actor) -> Exists:
    """On an asking: an adult wants to talk about it, and has not answered it since."""
    since = system(SystemReason.DECIDING, Answer).filter(
        asked=OuterRef("asked"), adult=OuterRef("adult"), at__gt=OuterRef("at"), at__lte=actor.at
    )
    wishes = system(SystemReason.DECIDING, TalkWish).filter(asked=OuterRef("pk"), at__lte=actor.at)
    return Exists(wishes.filter(~Exists(since)))


def is_disputed(asked: Asked, actor: Actor) -> bool:
    row = with_standing(system(SystemReason.DECIDING, Asked).filter(pk=asked.pk), actor).get()
    return state_of(row) is State.DISPUTED


def states_of(actor: Actor, asked: Collection[UUID]) -> dict[UUID, State]:
    """Of those questions whose answers this actor may read. One query."""
    rows = visible(actor, ConsentAction.LOOK, Asked).filter(pk__in=asked)
    return {row.pk: state_of(row) for row in with_standing(rows, actor)}
