"""Many families in one go need two people: one asks and says why, another agrees, the first fetches it once.

After a day the safeguarding lead may agree to their own asking: a small setting has no second person.
"""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, SystemReason, acting, require, system
from seren.foundation.audit.door import record
from seren.foundation.kernel import db
from seren.foundation.kernel.refusals import Refused
from seren.foundation.kernel.text import clean_line
from seren.foundation.notify import door as notify
from seren.people.guarding.lengths import Measure, lasts, number
from seren.people.guarding.models import BulkRequest
from seren.people.guarding.notices import BULK_ASKED
from seren.people.guarding.policies import GuardingAction
from seren.people.guarding.queries.bulk import WAITING, state_of
from seren.people.guarding.terms import Bulk, BulkState, GuardingEvent
from seren.people.provision.policies import ProvisionAction


class NeedsTwo(Refused):
    """So many families at once need a second person. `number`: how many children it would be."""

    def __init__(self, number: int) -> None:
        sentence = _("That is %(number)d children at once. A second person must agree first.")
        super().__init__("needs-two", sentence % {"number": number})
        self.number = number


def ask_bulk(
    *, actor: Actor, setting: UUID, what: Bulk, children: int, reason: str, now: datetime
) -> BulkRequest:
    """Ask for it. The others who decide at the setting are told that a second person is needed."""
    why = clean_line(reason)
    if not why:
        raise Refused("no-reason", _("Say what it is for."), "reason")
    asked = BulkRequest(
        provider_id=actor.provider, setting_id=setting, what=what, number=children, reason=why,
        asked_by_id=actor.person, asked_at=now, alone_from=now + lasts(Measure.BULK_ALONE, now),
    )  # fmt: skip
    with acting(actor, ProvisionAction.OVERSEE_SETTING, setting):
        if _mine(actor, setting, what).filter(WAITING).exists():
            raise Refused("asked-already", _("You have asked already. A second person must agree."))
        asked.save(force_insert=True)
        record(
            actor, GuardingEvent.BULK_ASKED, asked, now=now, setting=setting,
            details={"what": what.value, "children": children},
        )  # fmt: skip
        notify.send(BULK_ASKED, asked, now=now, setting=setting)
    return asked


def agree_bulk(*, actor: Actor, request: BulkRequest, now: datetime) -> None:
    """The second person says yes; or the safeguarding lead to their own asking, once they have waited."""
    own = request.asked_by_id == actor.person
    action = GuardingAction.AGREE_BULK_ALONE if own else GuardingAction.AGREE_BULK
    with acting(actor, action, request):
        _need(request, now, BulkState.ASKED)
        if own:
            request.alone_at = now
        else:
            request.agreed_by_id, request.agreed_at = actor.person, now
        request.until_at = now + lasts(Measure.BULK_FETCH, now)
        request.save(update_fields=["alone_at", "agreed_by", "agreed_at", "until_at"])
        record(actor, GuardingEvent.BULK_AGREED, request, now=now, setting=request.setting_id)


def refuse_bulk(*, actor: Actor, request: BulkRequest, now: datetime) -> None:
    """The second person says no; or whoever asked takes it back."""
    own = request.asked_by_id == actor.person
    with acting(actor, GuardingAction.FETCH_BULK if own else GuardingAction.AGREE_BULK, request):
        _need(request, now, BulkState.ASKED)
        request.refused_by_id, request.refused_at = actor.person, now
        request.save(update_fields=["refused_by", "refused_at"])
        record(actor, GuardingEvent.BULK_REFUSED, request, now=now, setting=request.setting_id)
        notify.withdraw(request, now=now)


def spend_bulk(*, actor: Actor, setting: UUID, what: Bulk, children: int, now: datetime) -> None:
    """Called within the verb that takes them out. Few are free; many spend what was agreed, once.

    Raises NeedsTwo where nothing was agreed for this adult, or for fewer children.
    """
    if children <= number(Measure.BULK_FREE, now):
        return
    ready = _ready(actor, setting, what, children, now)
    with db.writing():
        request = ready.select_for_update().order_by("until_at", "id").first()
        if request is None:
            raise NeedsTwo(children)
        require(actor, GuardingAction.FETCH_BULK, request)
        request.fetched_at = now
        request.save(update_fields=["fetched_at"])
        record(actor, GuardingEvent.BULK_FETCHED, request, now=now, setting=setting)


def check_bulk(*, actor: Actor, setting: UUID, what: Bulk, children: int, now: datetime) -> None:
    """Raises NeedsTwo where `spend_bulk` would. Nothing is spent."""
    if children > number(Measure.BULK_FREE, now) and not _ready(actor, setting, what, children, now).exists():
        raise NeedsTwo(children)


def _ready(actor: Actor, setting: UUID, what: Bulk, children: int, now: datetime) -> "QuerySet[BulkRequest]":
    return _mine(actor, setting, what).filter(
        fetched_at__isnull=True, refused_at__isnull=True, until_at__gt=now, number__gte=children
    )


def _mine(actor: Actor, setting: UUID, what: Bulk) -> "QuerySet[BulkRequest]":
    return system(SystemReason.WRITING, BulkRequest).filter(
        provider_id=actor.provider, setting=setting, what=what, asked_by=actor.person
    )


def _need(request: BulkRequest, now: datetime, state: BulkState) -> None:
    request.refresh_from_db(fields=["agreed_at", "alone_at", "refused_at", "fetched_at", "until_at"])
    if state_of(request, now) is not state:
        raise Refused("decided", _("This is decided already."))
