"""Which children the rows of an address are about: whoever asks must answer for every one of them."""

from uuid import UUID

from seren.doors.web.explaining.addresses import Address
from seren.foundation.access.door import SystemReason, model_of, system

# The way from a row to the ids of its children, where the row has no child of its own.
_WAYS = {
    "families.Child": "pk",
    "journal.Moment": "children__child_id",
    "journal.Reply": "moment__children__child_id",
    "media.Photo": "subjects__subject_id",
}


def children_of(address: Address) -> frozenset[UUID]:
    """None where the address names no row, or one that is about no child. Of a child in a star: all in it."""
    if address.rule is None or not address.rows:
        return frozenset()
    model = model_of(address.rule)
    fields = {field.name for field in model._meta.fields}
    way = _WAYS.get(address.rule.model) or ("moment__children__child_id" if "moment" in fields else "")
    way = way or ("child_id" if "child" in fields else "")
    if not way:
        return frozenset()
    rows = system(SystemReason.MENDING, model).filter(pk__in=address.rows)
    return frozenset(child for child in rows.values_list(way, flat=True) if child is not None)
