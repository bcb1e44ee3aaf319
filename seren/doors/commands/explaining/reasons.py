"""The rule of an address in words: what holds for somebody, what does not, what stands against it."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from seren.doors.commands.explaining.addresses import Address
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


def explained(address: Address, actor: Actor) -> Iterator[str]:
    """A line for each thing there is to say of the rule."""
    if address.rule is None:
        yield "No one row stands behind this page: each reader is shown their own."
        return
    shows = f"{address.record_class.value}, {address.record_class.label}" if address.record_class else ""
    yield f"The page asks {address.action} of {address.rule.model} ({shows})."
    if not address.rows:
        seen = visible(actor, address.rule.action, model_of(address.rule)).count()
        yield f"It names no row of these. Of all there are, {seen} are open to them."
        return
    yield from _of_rows(address.rule, address.rows, actor)


def _of_rows(rule: Rule, rows: Iterable[UUID], actor: Actor) -> Iterator[str]:
    """Each row's answer with its reasons; then that of the row they all hang on, where the rule asks it."""
    found = {key: answer for key in rows if (answer := why(actor, rule.action, key)) is not None}
    for key, answer in found.items():
        yield f"{rule.model} {key}: {'yes' if answer.allowed else 'no'}"
        yield from _reasons(answer)
    if found and rule.within is not None and rule.within.asks is not None:
        action, field = rule.within.asks
        hanging = system(SystemReason.MENDING, model_of(rule)).filter(pk__in=found)
        above = hanging.order_by(field).values_list(field, flat=True).distinct()
        yield from _of_rows(rule_for(action), above, actor)


def holding(address: Address, actor: Actor) -> str:
    """The reasons for which it is open to somebody, in few words."""
    if address.rule is None:
        return ""
    found: list[str] = []
    for key in address.rows:
        answer = why(actor, address.rule.action, key)
        if answer is not None and answer.allowed:
            found += [one.who for one in answer.permits if one.holds and one.reached]
    return ", ".join(dict.fromkeys(found))


def _reasons(answer: Why) -> Iterator[str]:
    if not answer.same_provider:
        yield "  it is another provider’s"
    yield from _lines("because", (one for one in answer.permits if one.holds and one.reached))
    yield from _lines(
        "would be, with a newer or stronger sign-in",
        (one for one in answer.permits if one.holds and not one.reached),
    )
    yield from _lines("but not", (one for one in answer.within if not one.holds))
    yield from _lines("against it", (one for one in answer.denies if one.holds))
    if not answer.allowed:
        yield from _lines("not", (one for one in answer.permits if not one.holds))


def _lines(head: str, answers: Iterable[Answer]) -> Iterator[str]:
    for who in dict.fromkeys(one.who for one in answers):
        yield f"  {head}: {who}"
