"""A child's plan for one reader: what home knows beside what staff see, and the steps between them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from seren.foundation.access.door import Actor, SystemReason, require, system, visible
from seren.foundation.kernel import clock
from seren.foundation.words.door import Shown as WordsShown
from seren.foundation.words.door import read
from seren.partnership.journal.models import HomeWords, NextStep, StepAgreement
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.terms import Side, StepState
from seren.people.families.queries import names_of


@dataclass(frozen=True, slots=True)
class HomeWordsRead:
    """Words from a home. `author` is empty for another reader than that home and staff: they see none."""

    id: UUID
    step: UUID | None
    author: str
    mine: bool
    words: WordsShown | None
    day: date


@dataclass(frozen=True, slots=True)
class StepRead:
    """One step. Of who agreed or closed only the side is told. `seen` is what staff see, to all."""

    id: UUID
    setting: UUID
    state: StepState
    step: WordsShown | None
    seen: WordsShown | None
    agreed: frozenset[Side]
    i_agreed: bool
    suggested_on: date
    agreed_on: date | None
    closed_on: date | None
    closed_side: Side | None
    closing_words: WordsShown | None
    home_words: tuple[HomeWordsRead, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """Open steps first; what home knows that belongs to no step."""

    child: UUID
    steps: tuple[StepRead, ...]
    closed: tuple[StepRead, ...]
    home_knows: tuple[HomeWordsRead, ...]


def plan_of(actor: Actor, child: UUID, reads: Sequence[str]) -> Plan:
    """Raises NotThere where this reader may not see the child's plan."""
    require(actor, JournalAction.SEE_PLAN, child)
    return open_plan(actor, child, reads)


def open_plan(actor: Actor, child: UUID, reads: Sequence[str]) -> Plan:
    """For a caller who has asked whether this reader may see the plan."""
    steps = list(
        visible(actor, JournalAction.SEE_STEP, NextStep).filter(child=child).order_by("suggested_at")
    )
    words = list(
        visible(actor, JournalAction.SEE_HOME_WORDS, HomeWords).filter(child=child).order_by("written_at")
    )
    agreed = _agreements(actor, [step.pk for step in steps])
    texts = read(set(_texts(steps, words)), reads)
    names = names_of({said.author_id for said in words})
    said_home = [_home_words(said, actor, texts, names) for said in words]
    shown = [_step(step, texts, agreed.get(step.pk, _NOBODY), said_home) for step in steps]
    return Plan(
        child,
        tuple(step for step in shown if step.state != StepState.CLOSED),
        tuple(step for step in reversed(shown) if step.state == StepState.CLOSED),
        tuple(said for said in said_home if said.step is None),
    )


def _texts(steps: Sequence[NextStep], words: Sequence[HomeWords]) -> list[UUID]:
    wanted = [text for step in steps for text in (step.step_id, step.seen_id, step.closing_words_id)]
    return [text for text in (*wanted, *(said.text_id for said in words)) if text is not None]


@dataclass(frozen=True, slots=True)
class _Agreed:
    """Since when each side agrees, and whether the reader does. Nobody else's agreement is told."""

    since: Mapping[Side, datetime]
    mine: bool

    @property
    def on(self) -> date | None:
        """The day the last side said yes, where all have."""
        return _day(max(self.since.values())) if len(self.since) == len(Side) else None


_NOBODY = _Agreed({}, mine=False)


def _agreements(actor: Actor, steps: Sequence[UUID]) -> dict[UUID, _Agreed]:
    rows = system(SystemReason.SHOWING, StepAgreement).filter(step__in=steps).order_by("agreed_at")
    sides: dict[UUID, dict[Side, datetime]] = {}
    mine: set[UUID] = set()
    for step, side, person, at in rows.values_list("step_id", "side", "person_id", "agreed_at"):
        sides.setdefault(step, {}).setdefault(Side(side), at)
        if person == actor.person:
            mine.add(step)
    return {step: _Agreed(since, step in mine) for step, since in sides.items()}


def _home_words(
    said: HomeWords, actor: Actor, texts: dict[UUID, WordsShown], names: dict[UUID, str]
) -> HomeWordsRead:
    return HomeWordsRead(
        said.pk,
        said.step_id,
        names.get(said.author_id, ""),
        said.author_id == actor.person,
        texts.get(said.text_id),
        _day(said.written_at),
    )


def _step(
    step: NextStep,
    texts: dict[UUID, WordsShown],
    agreed: _Agreed,
    said_home: Sequence[HomeWordsRead],
) -> StepRead:
    return StepRead(
        id=step.pk,
        setting=step.setting_id,
        state=StepState(step.state),
        step=texts.get(step.step_id),
        seen=texts.get(step.seen_id) if step.seen_id else None,
        agreed=frozenset(agreed.since),
        i_agreed=agreed.mine,
        suggested_on=_day(step.suggested_at),
        agreed_on=agreed.on,
        closed_on=_day(step.closed_at) if step.closed_at else None,
        closed_side=Side(step.closed_side) if step.closed_side else None,
        closing_words=texts.get(step.closing_words_id) if step.closing_words_id else None,
        home_words=tuple(said for said in said_home if said.step == step.pk),
    )


def _day(at: datetime) -> date:
    return clock.day_of(at)
