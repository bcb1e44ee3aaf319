"""Joining letters for several adults at once: all of them or none."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor
from seren.foundation.kernel import db
from seren.foundation.kernel.refusals import Refused
from seren.people.accounts.domain import invite

Made = tuple[UUID, str, datetime]


def ask_to_join(*, actor: Actor, people: Sequence[Any], now: datetime) -> tuple[Made, ...]:
    """A letter for each adult row: (person, code, when it ends). The codes are known once, on the paper."""
    if not people:
        raise Refused("nobody", _("Nobody needs a letter now."))
    made = []
    with db.writing():
        for person in people:
            letter, code = invite(actor=actor, person=person, now=now)
            made.append((person.pk, code, letter.ends_at))
    return tuple(made)
