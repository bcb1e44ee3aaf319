"""Database constraints said in one line each."""

from collections.abc import Sequence
from typing import Any

from django.db.models import BaseConstraint, CheckConstraint, Choices, Q


def known(table: str, field: str, choices: type[Choices], *, blank: bool = False) -> CheckConstraint:
    """The field holds one of the choices (or nothing, where `blank`)."""
    values = [*choices.values, *([""] if blank else [])]
    return CheckConstraint(condition=Q(**{f"{field}__in": values}), name=f"{table}_{field}_known")


def both_or_neither(table: str, one: str, other: str) -> CheckConstraint:
    """Two fields that are said together: withdrawn at and by, lifted at and by."""
    neither = Q(**{f"{one}__isnull": True, f"{other}__isnull": True})
    both = Q(**{f"{one}__isnull": False, f"{other}__isnull": False})
    return CheckConstraint(condition=neither | both, name=f"{table}_{one}_and_{other}")


class SameRow(BaseConstraint):
    """Several columns together are those of one row elsewhere: a foreign key that says what the row must be.

    `to`: the table, and its columns, which a unique constraint there holds together. Where one of ours is
    empty, nothing is asked. The database alone keeps it: there is nothing for a form to check.
    """

    def __init__(
        self, *, columns: Sequence[str], to: str, to_columns: Sequence[str], name: str, **kwargs: Any
    ) -> None:
        super().__init__(name=name, **kwargs)
        self.columns, self.to, self.to_columns = tuple(columns), to, tuple(to_columns)

    def constraint_sql(self, model: Any, schema_editor: Any) -> str:
        quote = schema_editor.quote_name
        ours, theirs = (", ".join(map(quote, names)) for names in (self.columns, self.to_columns))
        return f"CONSTRAINT {quote(self.name)} FOREIGN KEY ({ours}) REFERENCES {quote(self.to)} ({theirs})"

    def create_sql(self, model: Any, schema_editor: Any) -> str:
        table = schema_editor.quote_name(model._meta.db_table)
        return f"ALTER TABLE {table} ADD {self.constraint_sql(model, schema_editor)}"

    def remove_sql(self, model: Any, schema_editor: Any) -> str:
        quote = schema_editor.quote_name
        return f"ALTER TABLE {quote(model._meta.db_table)} DROP CONSTRAINT {quote(self.name)}"

    def validate(self, model: Any, instance: Any, exclude: Any = None, using: str = "") -> None:
        return

    def deconstruct(self) -> Any:
        path, args, kwargs = super().deconstruct()
        said = {"columns": self.columns, "to": self.to, "to_columns": self.to_columns}
        return path, args, {**kwargs, **said}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SameRow) and self.deconstruct() == other.deconstruct()

    def __hash__(self) -> int:
        return hash(self.name)
