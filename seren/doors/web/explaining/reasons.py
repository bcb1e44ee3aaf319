"""The rule of an address: what holds for somebody, what does not, what stands against it; row by row."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from seren.doors.web.explaining.addresses import Address
from seren.foundation.access.door import (
    Actor,
    Answer,
    Rule,
    SystemReason,
    Why,
    model_of,
    rule_for,
    system,
    visible,
    why,
)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a rule, and its reasons by name. `within`: what holds for all permits, and does not here."""

    model: str
    key: UUID
    allowed: bool
    same_provider: bool
    because: tuple[str, ...]
    with_more: tuple[str, ...]  # would be, with a newer or stronger sign-in
    within: tuple[str, ...]
    against: tuple[str, ...]
    not_so: tuple[str, ...]


def explained(address: Address, actor: Actor) -> Iterator[Row]:
    """Each row's answer with its reasons; then that of the row they all hang on, where the rule asks it."""
    if address.rule is not None:
        yield from _of_rows(address.rule, address.rows, actor)


def in_lines(address: Address, actor: Actor) -> Iterator[str]:
    """A line for each thing there is to say of the rule, for whoever has the console."""
    if address.rule is None:
        yield "No one row stands behind this page: each reader is shown their own."
        return
    shows = f"{address.record_class.value}, {address.record_class.label}" if address.record_class else ""
    yield f"The page asks {address.action} of {address.rule.model} ({shows})."
    if not address.rows:
        seen = visible(actor, address.rule.action, model_of(address.rule)).count()
        yield f"It names no row of these. Of all there are, {seen} are open to them."
        return
    for row in explained(address, actor):
        yield from _said(row)


def holding(address: Address, actor: Actor) -> tuple[str, ...]:
    """The reasons for which it is open to somebody."""
    if address.rule is None:
        return ()
    rows = [_row(address.rule, key, answer) for key, answer in _answers(address.rule, address.rows, actor)]
    return tuple(dict.fromkeys(who for row in rows if row.allowed for who in row.because))


def _of_rows(rule: Rule, rows: Iterable[UUID], actor: Actor) -> Iterator[Row]:
    found = dict(_answers(rule, rows, actor))
    for key, answer in found.items():
        yield _row(rule, key, answer)
    if found and rule.within is not None and rule.within.asks is not None:
        action, field = rule.within.asks
        hanging = system(SystemReason.MENDING, model_of(rule)).filter(pk__in=found)
        above = hanging.order_by(field).values_list(field, flat=True).distinct()
        yield from _of_rows(rule_for(action), above, actor)


def _answers(rule: Rule, rows: Iterable[UUID], actor: Actor) -> Iterator[tuple[UUID, Why]]:
    for key in rows:
        answer = why(actor, rule.action, key)
        if answer is not None:
            yield key, answer


def _row(rule: Rule, key: UUID, answer: Why) -> Row:
    held = [one for one in answer.permits if one.holds]
    return Row(
        model=rule.model,
        key=key,
        allowed=answer.allowed,
        same_provider=answer.same_provider,
        because=_names(one for one in held if one.reached),
        with_more=_names(one for one in held if not one.reached),
        within=_names(one for one in answer.within if not one.holds),
        against=_names(one for one in answer.denies if one.holds),
        not_so=() if answer.allowed else _names(one for one in answer.permits if not one.holds),
    )


def _names(answers: Iterable[Answer]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.who for one in answers))


def _said(row: Row) -> Iterator[str]:
    yield f"{row.model} {row.key}: {'yes' if row.allowed else 'no'}"
    if not row.same_provider:
        yield "  it is another provider’s"
    for head, names in (
        ("because", row.because),
        ("would be, with a newer or stronger sign-in", row.with_more),
        ("but not", row.within),
        ("against it", row.against),
        ("not", row.not_so),
    ):
        yield from (f"  {head}: {who}" for who in names)
