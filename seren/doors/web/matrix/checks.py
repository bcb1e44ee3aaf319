"""A rule that gives a role more than the matrix stops the start."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, register

from seren.doors.web.matrix import matrix
from seren.foundation.access.door import Rule, declared


@register()
def no_rule_gives_more_than_the_matrix(**_: Any) -> Sequence[CheckMessage]:
    """Of the product’s own rules: tests declare more, for rows of their own."""
    ours = [
        rule
        for action, rule in declared().items()
        if isinstance(rule, Rule) and type(action).__module__.startswith("seren.")
    ]
    return [Error(fault, id="matrix.E001") for rule in ours for fault in matrix().faults(rule)]
