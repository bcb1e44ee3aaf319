"""Wrong passwords at the door are counted for each child; after some the door waits for a leader."""

from datetime import datetime
from typing import Any, NoReturn
from uuid import UUID

from django.db import IntegrityError
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seren.foundation.access.door import Actor, SystemReason, acting, system
from seren.foundation.audit.door import record
from seren.foundation.kernel import clock, db
from seren.foundation.kernel.refusals import Refused
from seren.foundation.rules import door as rules
from seren.partnership.days.models import WrongPassword
from seren.partnership.days.policies import CollectionAction
from seren.partnership.days.queries.collection import TRIES, locked_doors
from seren.partnership.days.terms import CollectionEvent
from seren.people.provision.queries import nation_of


def check_unlocked(place: Any, now: datetime) -> None:
    if locked_doors(place.setting_id, [place.child_id], clock.day_of(now)):
        raise _locked()


def wrong(*, actor: Actor, place: Any, collector: UUID, now: datetime) -> NoReturn:
    """Kept, whatever is refused afterwards. Two at once count as two: the number is held by the database."""
    most = rules.setting_value(place.setting_id, nation_of(place.setting_id), TRIES, clock.day_of(now)).number
    try:
        with acting(actor, CollectionAction.RELEASE, place):
            db.one_at_a_time(place.child_id)
            number = _standing(place).count() + 1
            tried = WrongPassword(
                provider_id=place.provider_id,
                child_id=place.child_id,
                setting_id=place.setting_id,
                collector_id=collector,
                number=number,
                tried_by_id=actor.person,
                tried_at=now,
            )
            tried.save(force_insert=True)
            record(actor, CollectionEvent.WRONG_PASSWORD, tried, now=now, child=place.child_id)
    except IntegrityError:
        raise Refused("try-again", _("Somebody else tried just now. Try again."), "password") from None
    if number >= most:
        raise _locked()
    words = ngettext(
        "That is not the password. %(count)d try is left.",
        "That is not the password. %(count)d tries are left.",
        most - number,
    )
    raise Refused("wrong-password", words % {"count": most - number}, "password")


def right(*, actor: Actor, place: Any, now: datetime, said: bool) -> None:
    """Within a verb's section: the right password ends the count."""
    if said:
        _clear(actor, place, now)


def unlock_door(*, actor: Actor, place: Any, now: datetime) -> None:
    """A leader has looked who tried."""
    with acting(actor, CollectionAction.LEAD_AT_DOOR, place):
        _clear(actor, place, now)
        record(actor, CollectionEvent.UNLOCKED, place, now=now, child=place.child_id)


def _clear(actor: Actor, place: Any, now: datetime) -> None:
    _standing(place).update(cleared_by=actor.person, cleared_at=now)


def _standing(place: Any) -> "QuerySet[WrongPassword]":
    rows = system(SystemReason.WRITING, WrongPassword)
    return rows.filter(child=place.child_id, cleared_at__isnull=True)


def _locked() -> Refused:
    words = _("Too many wrong passwords. Keep the child here. A leader must look first.")
    return Refused("locked", words)
