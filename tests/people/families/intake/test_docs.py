"""docs/import.md lists the columns as they are read."""

from pathlib import Path

from seren.people.families.domain.intake.columns import COLUMNS
from seren.people.families.terms import Sheet

PAGE = Path(__file__).resolve().parents[4] / "docs" / "import.md"


def drawn():
    lines = []
    for sheet in (Sheet.STAFF, Sheet.FAMILIES):
        lines += [
            f"### {sheet.value}",
            "",
            "| column | what stands in it | must be filled |",
            "|---|---|---|",
        ]
        for column in COLUMNS[sheet]:
            must = "yes" if column.must else ""
            lines.append(f"| `{column.name}` | {column.takes} | {must} |")
        lines.append("")
    return "\n".join(lines)


def test_the_columns_in_the_documentation_are_those_that_are_read():
    between = PAGE.read_text().partition("<!-- columns -->\n")[2].partition("<!-- /columns -->")[0]
    assert between == drawn()
