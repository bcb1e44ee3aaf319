"""What a family may be told by this room, to whom, how urgently."""

from datetime import datetime

from seren.people.families.models import KeyPerson


def tell_key_person_changed(named: KeyPerson, *, now: datetime) -> None:
    """Name and role of a new key person or buddy, to every adult of the child, before it happens (E-01)."""
