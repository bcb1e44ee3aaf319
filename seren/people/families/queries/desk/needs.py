"""What of families needs a leader: a first day without a key person, a restriction to look at again."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef

from seren.foundation.access.door import Actor, SystemReason, system, visible
from seren.foundation.kernel.questions import Question, question
from seren.people.families.models import Child, Enrolment, KeyPerson, Restriction
from seren.people.families.policies import FamilyAction
from seren.people.families.queries.desk.children import going_on
from seren.people.families.terms import KeyKind


@dataclass(frozen=True, slots=True)
class Unkeyed:
    """A child with a place and no key person, now or to come. `on` is the first day."""

    child: UUID
    name: str
    on: date


@dataclass(frozen=True, slots=True)
class ReviewDue:
    """A restriction whose day to be looked at again comes. Its words stay on the child's page."""

    child: UUID
    name: str
    on: date


def unkeyed_asked(actor: Actor, setting: UUID) -> Question[tuple[Unkeyed, ...]]:
    seen = visible(actor, FamilyAction.SEE_CHILD, Child).values("pk")
    named = system(SystemReason.SHOWING, KeyPerson).filter(
        going_on(actor.at), child=OuterRef("child"), setting=setting, kind=KeyKind.KEY
    )
    rows = system(SystemReason.SHOWING, Enrolment).filter(
        going_on(actor.at), ~Exists(named), setting=setting, child__in=seen
    )
    fields = ("child_id", "child__known_as", "starts_on")
    listed = rows.order_by("starts_on", "id").values_list(*fields)
    return question(lambda found: tuple(Unkeyed(*row) for row in found), listed)


def reviews_asked(actor: Actor, setting: UUID, until: date) -> Question[tuple[ReviewDue, ...]]:
    """For those only who may decide on restrictions of that child."""
    open_to = visible(actor, FamilyAction.RESTRICT, Child).values("pk")
    here = system(SystemReason.SHOWING, Enrolment).filter(
        going_on(actor.at), setting=setting, child__in=open_to
    )
    rows = system(SystemReason.SHOWING, Restriction).filter(
        lifted_at__isnull=True, review_on__lte=until, child__in=here.values("child_id")
    )
    fields = ("child_id", "child__known_as", "review_on")
    listed = rows.order_by("review_on", "id").values_list(*fields)
    return question(lambda found: tuple(ReviewDue(*row) for row in found), listed)
