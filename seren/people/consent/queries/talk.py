"""Who wants to talk before they answer: for those who read the answers of the child."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef

from seren.foundation.access.door import Actor, SystemReason, system, visible
from seren.foundation.kernel import clock
from seren.people.consent.models import Answer, Asked, TalkWish
from seren.people.consent.policies import ConsentAction
from seren.people.consent.queries.standing import newest
from seren.people.consent.terms import Code


@dataclass(frozen=True, slots=True)
class TalkShown:
    child: UUID
    name: str
    adult: str
    code: Code
    scope: str
    on: date


def talk_of(actor: Actor, setting: UUID) -> tuple[TalkShown, ...]:
    """The oldest wish first; not once they have answered. One query."""
    asked = newest(visible(actor, ConsentAction.LOOK, Asked).filter(setting=setting), actor.at)
    since = system(SystemReason.SHOWING, Answer).filter(
        asked=OuterRef("asked"), adult=OuterRef("adult"), at__gt=OuterRef("at"), at__lte=actor.at
    )
    rows = system(SystemReason.SHOWING, TalkWish).filter(
        ~Exists(since), asked__in=asked.values("pk"), at__lte=actor.at
    )
    fields = ("asked__child_id", "asked__child__known_as", "adult__given_name", "adult__family_name")
    found = rows.order_by("at", "id").values_list(*fields, "asked__code", "asked__scope", "at")
    return tuple(
        TalkShown(child, name, f"{given} {family}", Code(code), scope, clock.day_of(at))
        for child, name, given, family, code, scope, at in found
    )
