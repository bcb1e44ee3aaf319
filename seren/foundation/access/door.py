"""The door of access. See docs/mechanisms/access.md."""

from seren.foundation.access.actors import Actor, Doer, Floor, Level, Operator
from seren.foundation.access.classes import RecordClass
from seren.foundation.access.compiled import worked_out
from seren.foundation.access.dated import Dated, in_force
from seren.foundation.access.deciding import (
    Answer,
    NotThere,
    Why,
    acting,
    find,
    may,
    of_provider,
    require,
    through,
    visible,
    why,
)
from seren.foundation.access.guarded import Protected, SystemReason, Unscoped, system
from seren.foundation.access.kept import Kept, Unchangeable
from seren.foundation.access.prepared import prepared, prepared_question
from seren.foundation.access.rules import (
    Action,
    Because,
    Open,
    Rule,
    Undeclared,
    declared,
    model_of,
    register,
    rule_for,
)
from seren.foundation.access.views import Declared, declare_view, declares, routes
from seren.foundation.access.wording import Many

__all__ = [
    "Action",
    "Actor",
    "Answer",
    "Because",
    "Dated",
    "Declared",
    "Doer",
    "Floor",
    "Kept",
    "Level",
    "Many",
    "NotThere",
    "Open",
    "Operator",
    "Protected",
    "RecordClass",
    "Rule",
    "SystemReason",
    "Unchangeable",
    "Undeclared",
    "Unscoped",
    "Why",
    "acting",
    "declare_view",
    "declared",
    "declares",
    "find",
    "in_force",
    "may",
    "model_of",
    "of_provider",
    "prepared",
    "prepared_question",
    "register",
    "require",
    "routes",
    "rule_for",
    "system",
    "through",
    "visible",
    "why",
    "worked_out",
]
