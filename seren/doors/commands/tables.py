"""Pages of `docs/` that are written from the product, and compared with it in a test.

To write them again: `./manage.py shell -c "from seren.doors.commands import tables; tables.write()"`
"""

from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from django.utils import translation

from seren.doors.web.matrix import Role, matrix
from seren.foundation.access.door import Action, Because, Floor, Open, RecordClass, Rule, declared
from seren.foundation.deadlines import door as deadlines
from seren.partnership.days.terms import outing
from seren.partnership.journal import terms as journal

DOCS = Path(__file__).resolve().parents[3] / "docs"

ACCESS_HEAD = """# Who may do what

Written from the rules as the rooms declare them; not by hand. A row of a table is one rule, and one condition
in the database: list, page, button, API, search and notice all use it.

- **May**: any one of these is enough. **Never**: any one of these forbids, whatever else holds.
  **Only while**: this holds for all of them.
- No rule, no right: what is not on this page nobody may do.
- *Strong*: with a passkey, or a code and a second step. *Fresh*: signed in again within ten minutes.
- A reason may be narrower than it reads: `seren why PERSON ADDRESS` tells of one person and one page.
- Every rule holds within one provider only.
"""
MATRIX_HEAD = """## The most a role may

Before any deny, by record class; a rule that gives more stops the start. “read safety” is that part
of the class alone. From `seren/doors/web/matrix/permits.toml`, where each reason below has its roles.
"""
STATES_HEAD = """# States

Written from the tables in the rooms’ `terms.py`; not by hand. What is not drawn here cannot happen: a verb
asks the table.
"""
FLOORS = {
    Floor.KNOWN: "",
    Floor.STRONG: "strong",
    Floor.FRESH: "fresh",
    Floor.STRONG_AND_FRESH: "strong and fresh",
}


def ours() -> list[tuple[Action, Rule | Open]]:
    """What the product declares; tests declare more."""
    every = sorted(declared().items())
    return [(action, rule) for action, rule in every if type(action).__module__.startswith("seren.")]


def access() -> str:
    """The most a role may; what each may by who they are; then one table a room, one line an action."""
    rules = ours()
    parts = [ACCESS_HEAD, _by_role(), _by_reason(rules)]
    for room, group in groupby(rules, key=lambda one: one[0].partition(".")[0]):
        lines = ["| action | about | class | may | never | only while |", "|---|---|---|---|---|---|"]
        lines += [_row(_cells(rule)) for _action, rule in group]
        parts.append("\n".join([f"## {room}", "", *lines, ""]))
    return "\n".join(parts)


def states() -> str:
    """A drawing for each table, its edges named by the act."""
    with translation.override("en"):
        parts = [
            STATES_HEAD,
            _drawing("A moment", journal.MomentState.DRAFT, _acts(journal.NEXT_STATE)),
            _drawing("A next step", journal.StepState.SUGGESTED, _acts(journal.NEXT_STEP_STATE)),
            _drawing("An outing", outing.OutingState.DRAFT, _acts(outing.NEXT_OUTING_STATE)),
            _drawing("A clock", deadlines.State.OPEN, _moves(deadlines.MOVES)),
        ]
    return "\n".join(parts)


def write() -> None:
    (DOCS / "access.md").write_text(access(), encoding="utf-8")
    (DOCS / "states.md").write_text(states(), encoding="utf-8")


def _by_role() -> str:
    head = ["role", *RecordClass.values]
    rows = [[role.says, *(_cell(role, one) for one in RecordClass)] for role in matrix().roles.values()]
    lines = [_row(head), _row(["---"] * len(head)), *map(_row, rows)]
    return "\n".join([MATRIX_HEAD, *lines, ""])


def _cell(role: Role, record_class: RecordClass) -> str:
    granted = ", ".join(one.replace(":", " ") for one in role.may.get(record_class, ()))
    narrowed = role.of.get(record_class)
    return f"{granted} ({narrowed})" if narrowed else granted


def _by_reason(rules: Iterable[tuple[Action, Rule | Open]]) -> str:
    opened: dict[str, dict[str, None]] = {}
    for action, rule in rules:
        for reason in rule.permits if isinstance(rule, Rule) else ():
            opened.setdefault(reason.who, {})[f"`{action}`"] = None
    lines = [f"- **{who}**: {', '.join(actions)}" for who, actions in sorted(opened.items())]
    return "\n".join(["## By who they are", "", *lines, ""])


def _cells(rule: Rule | Open) -> tuple[str, ...]:
    name = f"`{rule.action.partition('.')[2]}`"
    if isinstance(rule, Open):
        return name, "", rule.record_class, "anyone", "", ""
    within = () if rule.within is None else (rule.within,)
    reasons = (_reasons(rule.permits), _reasons(rule.denies), _reasons(within))
    return name, rule.model.partition(".")[2], rule.record_class, *reasons


def _reasons(reasons: Iterable[Because]) -> str:
    """Each once: one reason may be given several times, for several narrower cases."""
    return "; ".join(dict.fromkeys(map(_reason, reasons)))


def _reason(reason: Because) -> str:
    floor = FLOORS[reason.floor]
    return f"{reason.who} (*{floor}*)" if floor else reason.who


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


Edge = tuple[Any, Any, str]


def _acts(table: Mapping[tuple[Any, Any], Any]) -> list[Edge]:
    return [(before, after, str(act.label)) for (before, act), after in table.items()]


def _moves(table: Mapping[Any, Iterable[Any]]) -> list[Edge]:
    return [(before, after, "") for before, afters in table.items() for after in sorted(afters)]


def _drawing(title: str, first: Any, edges: list[Edge]) -> str:
    every = dict.fromkeys(state for before, after, _act in edges for state in (before, after))
    lines = [f"    {state.value} : {state.label}" for state in every]
    lines.append(f"    [*] --> {first.value}")
    for before, after, act in edges:
        lines.append(f"    {before.value} --> {after.value}{f' : {act}' if act else ''}")
    return "\n".join([f"## {title}", "", "```mermaid", "stateDiagram-v2", *lines, "```", ""])
