"""A rule: which named reasons permit an action on a row, and which forbid it.

A reason is a function from the actor to one database condition. Nothing here looks at rows.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.apps import apps
from django.db.models import Model, Q

from seren.foundation.access.actors import Actor, Floor
from seren.foundation.access.classes import RecordClass


class Action(StrEnum):
    """Base of each room's enum of actions: `STAR_SEE = "journal.see_star"`."""


class Undeclared(LookupError):
    """Nobody has said who may do this, so nobody may."""


@dataclass(frozen=True, slots=True)
class Because:
    """One named reason. `who` reads aloud: "key person of the child".

    `asks`: where it is another rule's answer, that rule's action, and the field that leads to its row.
    """

    who: str
    when: Callable[[Actor], Q]
    floor: Floor = Floor.KNOWN
    asks: tuple[Action, str] | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """Who may do `action` to rows of `model` ("journal.Moment"). Any permit allows, any deny wins."""

    action: Action
    model: str
    record_class: RecordClass
    permits: tuple[Because, ...]
    denies: tuple[Because, ...] = ()
    within: Because | None = None  # holds for every permit: the row it hangs on is open

    def condition(self, actor: Actor) -> Q:
        """The one condition. A permit whose floor the actor does not reach does not count."""
        allowed = Q(pk__in=[])
        for reason in self.permits:
            if actor.reaches(reason.floor):
                allowed |= reason.when(actor)
        if self.within is not None:
            allowed &= self.within.when(actor)
        for reason in self.denies:
            allowed &= ~reason.when(actor)
        return allowed


@dataclass(frozen=True, slots=True)
class Open:
    """An action with no row behind it: signing in, reading a public page. Anyone may."""

    action: Action
    record_class: RecordClass = RecordClass.C0


_rules: dict[Action, Rule | Open] = {}


def register(*rules: Rule | Open) -> None:
    """Called by a room's `policies`. An action is declared once."""
    for rule in rules:
        if _rules.get(rule.action, rule) != rule:
            raise ValueError(f"{rule.action} is declared twice")
        _rules[rule.action] = rule


def declared() -> dict[Action, Rule | Open]:
    return dict(_rules)


def rule_for(action: Action) -> Rule:
    """Raises Undeclared where no rule with rows stands behind the action."""
    rule = _rules.get(action)
    if not isinstance(rule, Rule):
        raise Undeclared(f"{action!r} has no rule")
    return rule


def rule_on(action: Action, model: type[Model]) -> Rule:
    rule = rule_for(action)
    if model is not model_of(rule):
        raise Undeclared(f"{action} is about {rule.model}, not {model._meta.label}")
    return rule


def model_of(rule: Rule) -> type[Any]:
    return apps.get_model(rule.model)
