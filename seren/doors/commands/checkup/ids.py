"""Ids in plain columns, which no foreign key guards: do they point at a row that is there?

A column is known by its name, or by its neighbour that says the type (`subject_type` beside `subject_id`).
A test fails for a plain id that is neither known nor let off here with a reason.
"""

from collections.abc import Iterator
from typing import Any

from seren.doors.commands.checkup.finding import Finding, ill, watch, well
from seren.doors.commands.ground import Ground

# By the column's name wherever it stands, or by model and column.
POINTS_AT = {
    "provider_id": "provision.Provider",
    "setting_id": "provision.Setting",
    "current_setting_id": "provision.Setting",
    "person_id": "accounts.Person",
    "by_person": "accounts.Person",
    "checked_by": "accounts.Person",
    "author_id": "accounts.Person",
    "taken_by": "accounts.Person",
    "child_id": "families.Child",
    "about_id": "families.Child",
    "media.PhotoSubject.subject_id": "families.Child",
}
# Where the type of the row is said elsewhere than in the neighbour.
SAID_BY = {"search.Entry.row_id": "shelf__kind"}
# What rightly names no row, or outlives the one it names: a whole table, or one column of it.
LET_OFF = {
    "audit.Entry": "the log outlives every row it names",
    "audit.Waiting": "names an entry; the verifier looks at it",
    "audit.Seal": "names an entry; the verifier looks at it",
    "accounts.Login.epoch": "names nothing: drawn anew when all sessions end",
    "jobs.Job.result_id": "results of jobs that are done are tidied away first",
    "jobs.Slot.job_id": "the job of a turn is tidied away before its turn",
    "journal.Copy.photo": "the copy hangs there still when the photo is erased",
    "search.Shelf.place_id": "the setting, or the provider where there is none",
}
_BATCH = 500


def dangling(_: Ground) -> Iterator[Finding]:
    """Lost people and places are ill. What a notice or an index names may have been erased since."""
    from django.apps import apps

    lost: list[str] = []
    gone: list[str] = []
    looked = 0
    for model in apps.get_models():
        for column in plain_ids(model):
            looked += 1
            (gone if target_of(model, column) == "*" else lost).extend(_dangling(model, column))
    if lost:
        yield ill(
            f"{len(lost)} ids point at nothing: {', '.join(lost[:5])}.",
            "Rows were taken out by hand. Restore the last good backup beside this one, and compare.",
        )
    if gone:
        yield watch(f"{len(gone)} rows name something erased: {', '.join(gone[:3])}.", "They do no harm.")
    if not lost and not gone:
        yield well(f"Ids in {looked} plain columns all point at rows.")


def plain_ids(model: Any) -> list[str]:
    """Columns of this model that hold an id of another row and are no foreign key."""
    from django.db.models import UUIDField

    if not model._meta.managed or model._meta.label in LET_OFF:
        return []
    fields = [f for f in model._meta.fields if isinstance(f, UUIDField) and not f.primary_key]
    return [field.name for field in fields if f"{model._meta.label}.{field.name}" not in LET_OFF]


def target_of(model: Any, column: str) -> str:
    """The model a column points at: a label, or "*" where each row says it, or "" where nobody knows."""
    whole = f"{model._meta.label}.{column}"
    known = POINTS_AT.get(whole) or POINTS_AT.get(column)
    return known or ("*" if _sayer(model, column) else "")


def _sayer(model: Any, column: str) -> str:
    """The field that says the type of the row a column names, or ""."""
    neighbour = column.removesuffix("_id") + "_type"
    there = neighbour in {field.name for field in model._meta.fields}
    return SAID_BY.get(f"{model._meta.label}.{column}", neighbour if there else "")


def _dangling(model: Any, column: str) -> Iterator[str]:
    target = target_of(model, column)
    if not target:
        return
    wanted: dict[str, set[Any]] = {}
    said = _sayer(model, column) if target == "*" else "pk"
    rows = _rows(model).filter(**{f"{column}__isnull": False}).values_list(said, column)
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
