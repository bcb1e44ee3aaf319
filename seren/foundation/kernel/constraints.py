"""Database constraints said in one line each."""

from django.db.models import CheckConstraint, Choices, Q


def known(table: str, field: str, choices: type[Choices], *, blank: bool = False) -> CheckConstraint:
    """The field holds one of the choices (or nothing, where `blank`)."""
    values = [*choices.values, *([""] if blank else [])]
    return CheckConstraint(condition=Q(**{f"{field}__in": values}), name=f"{table}_{field}_known")


def both_or_neither(table: str, one: str, other: str) -> CheckConstraint:
    """Two fields that are said together: withdrawn at and by, lifted at and by."""
    neither = Q(**{f"{one}__isnull": True, f"{other}__isnull": True})
    both = Q(**{f"{one}__isnull": False, f"{other}__isnull": False})
    return CheckConstraint(condition=neither | both, name=f"{table}_{one}_and_{other}")
