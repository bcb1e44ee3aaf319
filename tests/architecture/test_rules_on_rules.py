"""Where a rule holds only while another’s answer does, that one is named, and the field leads to its row."""

import pytest
from django.db.models import Field

from seren.foundation.access.door import Rule, declared
from seren.foundation.access.rules import model_of

RULES = [rule for rule in declared().values() if isinstance(rule, Rule)]
STANDING = {str(rule.action): rule for rule in RULES if rule.within is not None and rule.within.asks}
# Those an explanation goes on from: a page says why somebody sees it by the row it hangs on.
KNOWN = {"journal.walk_sky", "journal.see_child_in_moment", "families.see_collector_photo"}


def test_the_rules_that_stand_on_another_are_known():
    assert set(STANDING) >= KNOWN


@pytest.mark.parametrize("name", sorted(STANDING))
def test_what_it_stands_on_is_a_rule_and_its_field_a_column_of_ids(name):
    rule = STANDING[name]
    action, path = rule.within.asks
    other = declared()[action]
    assert isinstance(other, Rule)
    fields = {field.attname for field in model_of(rule)._meta.concrete_fields if isinstance(field, Field)}
    assert path in fields
