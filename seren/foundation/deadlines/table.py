"""The table of clocks, `docs/clocks.md`: written from the packs, compared with them in a test.

To write it again: `./manage.py shell -c "from seren.foundation.deadlines import table; table.write()"`
"""

from calendar import month_name
from datetime import date
from pathlib import Path

from seren.foundation.deadlines.explaining import explain
from seren.foundation.rules import door as rules

PAGE = Path(__file__).resolve().parents[3] / "docs" / "clocks.md"
# The day the table is of: late enough for every edition in the packs.
ON = date(2026, 9, 1)
START = date(2026, 9, 1)
BORN = date(2024, 9, 1)

HEAD = f"""# Clocks and numbers

Written from the rule packs as they stand on {ON.day} {ON:%B %Y}; not by hand. “Check” marks what was not read
at its source: Seren shows it to a setting as something to check, never as law. A number with bounds is one a
setting may choose for itself. None of this is legal advice.
"""
COLUMNS = (
    "Clock",
    "Rule",
    "Nation",
    "Length",
    "Runs from",
    "How it counts, with an example",
    "Force",
    "Bounds",
    "Source",
)


def page() -> str:
    found = [rules.rules_on(nation, ON) for nation in rules.NATIONS]
    every = list(dict.fromkeys(value for values in found for value in values))
    clocks = sorted((value for value in every if value.clock), key=lambda value: int(value.clock[1:]))
    others = [value for value in every if not value.clock]
    parts = [HEAD, "## The clocks\n", _table(clocks), "## Other lengths and numbers\n", _table(others)]
    ends = rules.calendar_ends()
    parts.append(f"Bank holidays are known to {ends.day} {ends:%B %Y}.\n")
    return "\n".join(parts)


def write() -> None:
    PAGE.write_text(page(), encoding="utf-8")


def _table(values: list[rules.Value]) -> str:
    lines = [_row(COLUMNS), _row(("---",) * len(COLUMNS))]
    return "\n".join([*lines, *(_row(_cells(value)) for value in values)]) + "\n"


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cells) + " |"


def _cells(value: rules.Value) -> tuple[str, ...]:
    nations = [nation for nation in rules.NATIONS if value in rules.rules_on(nation, ON)]
    limits = rules.bounds(nations[0], value.rule_id, ON)
    return (
        value.clock,
        f"`{value.rule_id}` {value.basis}".strip(),
        " and ".join(nation.title() for nation in nations),
        _length(value),
        value.starts or "",
        _count(value),
        value.force + (", check" if value.to_check else ""),
        f"{limits[0]}–{limits[1]}" if limits else "",
        value.citation,
    )


def _length(value: rules.Value) -> str:
    parts = [_amount(value)]
    if value.extension:
        parts.append(f"once {value.extension.value} more, with {value.extension.needs}")
    if value.pauses:
        parts.append("may pause")
    return "; ".join(parts)


def _amount(value: rules.Value) -> str:
    match value.unit:
        case rules.Unit.TIME | rules.Unit.COUNT:
            return value.shown
        case rules.Unit.MONTH:
            return month_name[value.number]
        case rules.Unit.PER_YEAR:
            return f"{value.shown} a year"
        case rules.Unit.PERCENT:
            return f"{value.shown} in 100"
    if value.number == 0:
        return "the same day"
    return f"{value.shown} {value.unit.removesuffix('s') if value.number == 1 else value.unit}"


def _count(value: rules.Value) -> str:
    if value.counting == rules.Counting.NONE:
        return ""
    start = BORN if value.starts == rules.Starts.BIRTH else START
    told = explain(value, start, "en")
    return f"{told.rule} *{told.example}*"
