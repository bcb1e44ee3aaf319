"""Ids in plain columns, which no foreign key guards: do they point at a row that is there?

A column is known by its name, or by its neighbour that says the type (`subject_type` beside `subject_id`).
A test fails for a plain id that is neither known nor let off here with a reason.
"""

from collections.abc import Iterator
from typing import Any

from seren.doors.commands.checkup.finding import Finding, ill, well
from seren.doors.commands.ground import Ground

POINTS_AT = {
    "provider_id": "provision.Provider",
    "setting_id": "provision.Setting",
    "current_setting_id": "provision.Setting",
    "person_id": "accounts.Person",
    "by_person": "accounts.Person",
    "author_id": "accounts.Person",
    "taken_by": "accounts.Person",
    "child_id": "families.Child",
    "about_id": "families.Child",
}
# Whole tables, and columns of all tables, that rightly outlive what they name.
LET_OFF_TABLES = {
    "audit.Entry": "the log outlives every row it names",
    "audit.Waiting": "names an entry; the verifier looks at it",
    "audit.Seal": "names an entry; the verifier looks at it",
}
LET_OFF_COLUMNS: dict[str, str] = {}
_BATCH = 500


def dangling(_: Ground) -> Iterator[Finding]:
    from django.apps import apps

    loose: list[str] = []
    looked = 0
    for model in apps.get_models():
        for column in plain_ids(model):
            looked += 1
            loose += _dangling(model, column)
    if loose:
        yield ill(
            f"{len(loose)} ids point at nothing: {', '.join(loose[:5])}.",
            "Rows were taken out by hand. Restore the last good backup beside this one, and compare.",
        )
    else:
        yield well(f"Ids in {looked} plain columns all point at rows.")


def plain_ids(model: Any) -> list[str]:
    """Columns of this model that hold an id of another row and are no foreign key."""
    from django.db.models import UUIDField

    if not model._meta.managed or model._meta.label in LET_OFF_TABLES:
        return []
    fields = [f for f in model._meta.fields if isinstance(f, UUIDField) and not f.primary_key]
    return [field.name for field in fields if field.name not in LET_OFF_COLUMNS]


def target_of(model: Any, column: str) -> str:
    """The model a column points at: a label, or "*" where its neighbour says it, or "" where nobody does."""
    if column in POINTS_AT:
        return POINTS_AT[column]
    names = {field.name for field in model._meta.fields}
    return "*" if column.removesuffix("_id") + "_type" in names else ""


def _dangling(model: Any, column: str) -> Iterator[str]:
    target = target_of(model, column)
    if not target:
        return
    kind = column.removesuffix("_id") + "_type"
    wanted: dict[str, set[Any]] = {}
    rows = (
        _rows(model)
        .filter(**{f"{column}__isnull": False})
        .values_list(kind if target == "*" else "pk", column)
    )
    for label, key in rows.distinct().iterator():
        wanted.setdefault(label if target == "*" else target, set()).add(key)
    for label, keys in wanted.items():
        missing = sorted(map(str, keys - _there(label, keys)))
        yield from (f"{model._meta.label}.{column} {key}" for key in missing)


def _there(label: str, keys: set[Any]) -> set[Any]:
    from django.apps import apps

    try:
        target: Any = apps.get_model(label)
    except (LookupError, ValueError):
        return set()
    listed = sorted(keys)
    found: set[Any] = set()
    for start in range(0, len(listed), _BATCH):
        found.update(_rows(target).filter(pk__in=listed[start : start + _BATCH]).values_list("pk", flat=True))
    return found


def _rows(model: Any) -> Any:
    from seren.foundation.access.door import Protected, SystemReason, system

    return system(SystemReason.MENDING, model) if issubclass(model, Protected) else model.objects.all()
