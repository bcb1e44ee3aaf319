"""Which forms are kept, and which of their fields. What is not named here is never kept."""

from collections.abc import Iterable, Mapping, Sequence

_never = frozenset({"csrfmiddlewaretoken"})
_fields: dict[str, tuple[str, ...]] = {}


class UnknownForm(LookupError):
    """No room has declared this form, so nothing of it is kept."""


def declare(form: str, *, fields: Iterable[str]) -> None:
    """Called by a room, once a form. `"words-*"` names all fields that begin with `words-`.

    Leave out file fields, codes and passwords.
    """
    named = tuple(fields)
    if _fields.setdefault(form, named) != named:
        raise ValueError(f"{form} is declared twice")


def is_declared(form: str) -> bool:
    return form in _fields


def worth_keeping(form: str, body: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """The declared fields somebody put something into, each with its values. Raises UnknownForm."""
    try:
        named = _fields[form]
    except KeyError:
        raise UnknownForm(form) from None
    return {
        field: list(values)
        for field, values in body.items()
        if field not in _never and _is_named(field, named) and any(value.strip() for value in values)
    }


def _is_named(field: str, named: tuple[str, ...]) -> bool:
    return any(field == name or (name.endswith("*") and field.startswith(name[:-1])) for name in named)
