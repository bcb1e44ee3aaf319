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
from seren.people.guarding.domain import spend_bulk
from seren.people.guarding.terms import Bulk

Made = tuple[UUID, str, datetime]


def ask_to_join(
    *, actor: Actor, people: Sequence[Any], setting: UUID, children: int, now: datetime
) -> tuple[Made, ...]:
    """A letter for each adult row: (person, code, when it ends). The codes are known once, on the paper.

    `children`: of how many the letters tell an address. Very many need a second person (NeedsTwo).
    """
    if not people:
        raise Refused("nobody", _("Nobody needs a letter now."))
    made = []
    with db.writing():
        spend_bulk(actor=actor, setting=setting, what=Bulk.LETTERS, children=children, now=now)
        for person in people:
            letter, code = invite(actor=actor, person=person, now=now)
            made.append((person.pk, code, letter.ends_at))
    return tuple(made)
