"""What the pages stand on that write in a child's plan: whose plan, who writes, which step."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import BooleanField, Case, Value, When

from seren.foundation.access.door import Actor, NotThere, find, require, through, visible
from seren.foundation.words.door import Shown as WordsShown
from seren.foundation.words.door import read
from seren.partnership.journal.models import NextStep
from seren.partnership.journal.policies import JournalAction
from seren.people.families.queries import ChildShown


@dataclass(frozen=True, slots=True)
class PlanForm:
    """`step`: the words of the step that is written about, in the language this reader reads."""

    child: ChildShown
    frame: str
    step: WordsShown | None


def plan_form(
    actor: Actor, action: JournalAction, reads: Sequence[str], *, child: UUID | None, step: UUID | None
) -> PlanForm:
    """About a child, or one step of it. Raises NotThere where this actor may not do it, or not see it."""
    row = _step_seen(actor, action, step) if step else None
    about = row.child_id if row else child
    if about is None:
        raise NotThere("plan")
    shown, at_work, is_parent = rights_in_plan(actor, about)
    may = {JournalAction.WORK_ON_STEP: at_work, JournalAction.ADD_HOME_WORDS: is_parent}
    if not may.get(action, True):  # a right on the child
        raise NotThere("plan")
    words = read([row.step_id], reads).get(row.step_id) if row else None
    return PlanForm(shown, frame_of(at_work=at_work, is_parent=is_parent), words)


def rights_in_plan(actor: Actor, child: UUID) -> tuple[ChildShown, bool, bool]:
    """The child; whether the reader writes steps as staff; whether they speak for a home. One query."""
    model: Any = apps.get_model("families.Child")
    asked = {
        f"may_{action.name.lower()}": Case(
            When(through(actor, action, model, "pk"), then=Value(True)),
            default=Value(False),
            output_field=BooleanField(),
        )
        for action in (JournalAction.WORK_ON_STEP, JournalAction.ADD_HOME_WORDS)
    }
    rows = visible(actor, JournalAction.SEE_PLAN, model).filter(pk=child).annotate(**asked)
    row = rows.values_list("id", "known_as", "tint", "cut", *asked).first()
    if row is None:
        raise NotThere("plan")
    *of_child, at_work, is_parent = row
    return ChildShown(*of_child), at_work, is_parent


def frame_of(*, at_work: bool, is_parent: bool) -> str:
    """The page a plan stands on."""
    return "ui/family.html" if is_parent and not at_work else "ui/staff.html"


def step_for(actor: Actor, action: JournalAction, step: UUID) -> NextStep:
    """For a verb. Raises NotThere where this actor may not do `action` to it."""
    if action is JournalAction.WORK_ON_STEP:  # a right on the child
        row = find(actor, JournalAction.SEE_STEP, NextStep, step)
        require(actor, action, row.child_id)
        return row
    return find(actor, action, NextStep, step)


def _step_seen(actor: Actor, action: JournalAction, step: UUID) -> NextStep:
    seen = visible(actor, JournalAction.SEE_STEP, NextStep).filter(pk=step)
    if action is JournalAction.AGREE_STEP:  # a right on the step itself
        seen = seen.filter(through(actor, action, NextStep, "pk"))
    row = seen.first()
    if row is None:
        raise NotThere("step")
    return row
