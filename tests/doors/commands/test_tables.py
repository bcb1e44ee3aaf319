"""`docs/access.md` and `docs/states.md` are the product's own word."""

import pytest

from seren.doors.commands import tables

AGAIN = "write it again: see seren/doors/commands/tables.py"


@pytest.mark.parametrize("name", ["access", "states"])
def test_the_page_is_what_the_product_says(name):
    assert (tables.DOCS / f"{name}.md").read_text(encoding="utf-8") == getattr(tables, name)(), AGAIN


def test_every_action_has_its_line():
    lines = [line for line in tables.access().splitlines() if line.startswith("| `")]
    assert len(lines) == len(tables.ours())


def test_each_reason_tells_what_it_opens():
    line = next(
        line for line in tables.access().splitlines() if line.startswith("- **guardian of the child**")
    )
    assert "`families.follow_child`" in line
    assert "`families.look_after`" not in line


def test_a_line_tells_who_may_and_who_may_not():
    line = next(
        line for line in tables.access().splitlines() if line.startswith("| `see_emergency_contacts`")
    )
    assert "key person or buddy of the child (*strong*)" in line
    assert line.rstrip(" |").endswith("another parent of the child")


def test_every_move_of_a_moment_is_drawn():
    drawn = tables.states()
    assert "    draft --> shared : Share\n" in drawn
    assert "    shared --> withdrawn : Take back\n" in drawn
    assert "draft --> withdrawn" not in drawn
