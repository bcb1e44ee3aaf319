"""What staff with a camera must know of each child, before the shutter: the outcome, never why (C-08, J1)."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import BooleanField, Case, UUIDField, Value, When

from seren.foundation.access.door import Actor, in_force, prepared_question, visible
from seren.foundation.kernel.questions import Question, question
from seren.partnership.journal.policies.photos import may_go_to
from seren.partnership.journal.terms import Camera
from seren.people.consent.policies import ConsentAction, was_asked
from seren.people.consent.terms import Code
from seren.people.families.policies import kept_out_of_pictures
from seren.people.families.terms import Reach

OTHERS = Code.PHOTO_JOURNAL_OTHERS
HERE = {"child": "child_id", "setting": "setting_id"}


@prepared_question(setting=UUIDField(), child=UUIDField())
def cameras_asked(
    actor: Actor, *, setting: UUID | None = None, child: UUID | None = None
) -> Question[dict[UUID, Camera]]:
    """Children with a crossed camera beside them, as far as this actor may know; of a setting, or one child.

    Kept to their own journal looks as a family that was asked and has not said yes. Whoever is family of a
    child reads nothing of it here, whatever their work.
    """
    places = visible(actor, ConsentAction.SEE_OUTCOME, apps.get_model("families.Enrolment"))
    none = kept_out_of_pictures("child_id", actor, Reach.ALL)
    alone = (was_asked(OTHERS, actor, **HERE) & ~may_go_to(OTHERS, actor, **HERE)) | kept_out_of_pictures(
        "child_id", actor
    )
    rows = places.filter(in_force(actor.at), none | alone)
    if setting is not None:
        rows = rows.filter(setting=setting)
    if child is not None:
        rows = rows.filter(child=child)
    shown = Case(When(none, then=Value(True)), default=Value(False), output_field=BooleanField())
    return question(_cameras, rows.annotate(none=shown).values_list("child_id", "none"))


def _cameras(rows: Iterable[tuple[Any, ...]]) -> dict[UUID, Camera]:
    found: dict[UUID, Camera] = {}
    for child, none in rows:  # of a child at two settings, what forbids more
        found[child] = Camera.NONE if none else found.get(child, Camera.ALONE)
    return found
