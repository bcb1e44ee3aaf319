"""A rule written once as SQL gives the rows that its own condition gives, for every rule and everyone."""

import pytest
from django.apps import apps

from seren.foundation.access.door import Level, Rule, declared, visible
from seren.foundation.access.guarded import unguarded

pytestmark = [pytest.mark.django_db, pytest.mark.db]
SOME = ("mother", "key-person", "parent-and-staff")
MORE = ("father-restricted", "grandmother", "manager", "stranger-parent", "leaver")
RULES = sorted((r for r in declared().values() if isinstance(r, Rule)), key=lambda rule: rule.action)


def by_condition(rule, actor):
    """The condition as stated, made anew for this one actor."""
    rows = unguarded(apps.get_model(rule.model))
    return set(rows.filter(rule.condition(actor), provider_id=actor.provider).values_list("pk", flat=True))


def as_written(rule, actor):
    return set(visible(actor, rule.action, apps.get_model(rule.model)).values_list("pk", flat=True))


@pytest.mark.parametrize("who", [*SOME, *(pytest.param(who, marks=pytest.mark.long) for who in MORE)])
def test_every_rule_gives_the_rows_of_its_condition(world, who):
    assert len(RULES) > 40
    opened = 0
    for level in (Level.KNOWN, Level.STRONG):
        actor = world.actor(who, level=level)
        for rule in RULES:
            rows = as_written(rule, actor)
            assert rows == by_condition(rule, actor), rule.action
            opened += len(rows)
    assert opened > 0
