"""A child's plan as a page: for staff, and for the home of the one who reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, visible
from seren.foundation.kernel import clock
from seren.foundation.ui.door import Due, DueState, Tab, day_words
from seren.foundation.words.door import Shown as WordsShown
from seren.foundation.words.door import read
from seren.partnership.journal.models import MomentChild
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.queries.childpage import tabs_of
from seren.partnership.journal.queries.plan import HomeWordsRead, StepRead, open_plan
from seren.partnership.journal.queries.planforms import frame_of, rights_in_plan
from seren.partnership.journal.terms import MomentState, Origin, Side, StepState
from seren.people.families.queries import ChildShown

_SEEN = 3  # of the setting's latest moments


@dataclass(frozen=True, slots=True)
class Seen:
    """The beginning of one of the setting's moments."""

    words: WordsShown
    day: date
    url: str


@dataclass(frozen=True, slots=True)
class StepOnPage:
    """One step, with its sides as stars, its mark, and what this reader may do."""

    read: StepRead
    line: str
    due: Due | None
    home: bool
    ours: bool
    may_agree: bool


@dataclass(frozen=True, slots=True)
class PlanPage:
    """`at_work`: the reader writes here as staff. `frame`: the page it stands on."""

    child: ChildShown
    frame: str
    at_work: bool
    tabs: tuple[Tab, ...]
    home_knows: tuple[HomeWordsRead, ...]
    beside_steps: bool  # home said something, but beside a step
    seen: tuple[Seen, ...]
    steps: tuple[StepOnPage, ...]
    closed: tuple[StepOnPage, ...]
    is_parent: bool
    printed_on: date


def plan_page(actor: Actor, child: UUID, reads: Sequence[str], *, on_paper: bool) -> PlanPage:
    """Raises NotThere."""
    shown, at_work, is_parent = rights_in_plan(actor, child)
    plan = open_plan(actor, child, reads)
    return PlanPage(
        child=shown,
        frame="ui/print.html" if on_paper else frame_of(at_work=at_work, is_parent=is_parent),
        at_work=at_work,
        tabs=() if is_parent and not at_work else tabs_of(child, "plan"),
        home_knows=plan.home_knows,
        beside_steps=any(step.home_words for step in plan.steps),
        seen=_seen(actor, child, reads),
        steps=_steps(plan.steps, at_work=at_work, acts=at_work or is_parent),
        closed=_steps(plan.closed, at_work=at_work, acts=at_work or is_parent),
        is_parent=is_parent,
        printed_on=clock.day_of(actor.at),
    )


def _seen(actor: Actor, child: UUID, reads: Sequence[str]) -> tuple[Seen, ...]:
    """The setting's latest moments with words, as this reader may see them. Two queries."""
    rows = visible(actor, JournalAction.WALK_SKY, MomentChild).filter(
        child=child, shared_at__isnull=False, moment__origin=Origin.SETTING, moment__state=MomentState.SHARED
    )
    fields = ("moment_id", "own_text_id", "moment__text_id", "moment__happened_at")
    found = list(rows.order_by("-shared_at", "-moment_id").values_list(*fields)[:_SEEN])
    texts = read([own or text for _moment, own, text, _at in found if own or text], reads)
    return tuple(
        Seen(texts[own or text], clock.day_of(at), f"/stars/{moment}/")
        for moment, own, text, at in found
        if (own or text) in texts
    )


def _steps(steps: Sequence[StepRead], *, at_work: bool, acts: bool) -> tuple[StepOnPage, ...]:
    side = Side.SETTING if at_work else Side.HOME
    return tuple(
        StepOnPage(
            read=step,
            line=_line(step),
            due=_due(step),
            home=Side.HOME in step.agreed,
            ours=Side.SETTING in step.agreed,
            may_agree=acts
            and step.state != StepState.CLOSED
            and (side not in step.agreed if at_work else not step.i_agreed),
        )
        for step in steps
    )


def _line(step: StepRead) -> str:
    if step.state == StepState.CLOSED and step.closed_on:
        said = {"day": day_words(step.closed_on)}
        if step.closed_side == Side.HOME:
            return _("Closed by home on %(day)s.") % said
        return _("Closed by us on %(day)s.") % said
    if step.state == StepState.AGREED:
        return _("Home and we agreed on it.")
    if Side.HOME in step.agreed:
        return _("Home agrees. We have not said yes yet.")
    if Side.SETTING in step.agreed:
        return _("We suggest it. Home has not said yes yet.")
    return _("Nobody has said yes yet.")


def _due(step: StepRead) -> Due | None:
    if step.state == StepState.CLOSED and step.closed_on:
        return Due(DueState.DONE, step.closed_on, _("Closed %(day)s"))
    if step.state == StepState.AGREED and step.agreed_on:
        return Due(DueState.TRACK, step.agreed_on, _("Agreed %(day)s"))
    return Due(DueState.SOON, step.suggested_on, _("Suggested %(day)s"))
