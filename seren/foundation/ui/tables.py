"""Tables: each cell knows its column, so that a phone can fold a row."""

from dataclasses import dataclass

from seren.foundation.ui.dues import Due
from seren.foundation.ui.shown import Tag
from seren.foundation.ui.wording import Words


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table."""

    words: Words
    url: str = ""
    tag: Tag | None = None
    due: Due | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    words: Words
    number: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption. The first cell of a row names the row."""

    caption: Words
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def lines(self) -> list[list[tuple[Column, Cell]]]:
        """Rows with each cell beside its column: on a phone the column's word stands at the cell."""
        return [list(zip(self.columns, row, strict=True)) for row in self.rows]
