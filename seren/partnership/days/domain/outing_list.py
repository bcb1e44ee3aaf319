"""The list that goes out: it holds only children with a written yes in force (A14)."""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, SystemReason, acting, system
from seren.foundation.audit.door import record
from seren.foundation.kernel import db
from seren.foundation.kernel.refusals import Refused
from seren.partnership.days.domain.outing import held, moved
from seren.partnership.days.models import Outing, OutingInvited, OutingListed
from seren.partnership.days.policies import OutingAction
from seren.partnership.days.terms.outing import OutingAct, OutingEvent
from seren.people.consent.queries.yeses import Yes, yeses_in_force
from seren.people.consent.terms import Code


def close_list(*, actor: Actor, outing: UUID, children: Collection[UUID], now: datetime) -> int:
    """These children, or none: one who may not go stops the whole list. Returns how many go.

    An answer to any of them waits until this is done, and this until an answer is: what is read here is what
    stands when the rows are there.
    """
    with acting(actor, OutingAction.RUN, outing):
        row = held(outing)
        state = moved(row, OutingAct.CLOSE_LIST)
        chosen = set(children)
        _check_number(row, len(chosen))
        _nobody_answers(chosen)
        going, rides = _may_go(actor, row, chosen)
        if chosen - going.keys():
            raise Refused(
                "no-yes", _("One of these children has no yes any more. Look at the list again."), "children"
            )
        system(SystemReason.WRITING, OutingListed).bulk_create(
            [_listed(actor, row, child, going[child], rides.get(child), now) for child in sorted(chosen)]
        )
        row.state = state
        row.save(update_fields=["state"])
        record(
            actor, OutingEvent.LIST_CLOSED, row, now=now, setting=row.setting_id,
            details={"children": len(chosen)},
        )  # fmt: skip
    return len(chosen)


def open_list(*, actor: Actor, outing: UUID, now: datetime) -> Outing:
    """Nobody is on it any more; it is closed anew."""
    with acting(actor, OutingAction.RUN, outing):
        row = held(outing)
        row.state = moved(row, OutingAct.OPEN_LIST)
        system(SystemReason.WRITING, OutingListed).filter(outing=row).delete()
        row.save(update_fields=["state"])
        record(actor, OutingEvent.LIST_OPENED, row, now=now, setting=row.setting_id)
    return row


def check_going(actor: Actor, row: Outing) -> None:
    """In the verb’s section, as it sets out: whose yes does not hold any more is off the list for good."""
    listed = system(SystemReason.WRITING, OutingListed).filter(outing=row)
    children = set(listed.values_list("child_id", flat=True))
    _nobody_answers(children)
    going, _rides = _may_go(actor, row, children)
    if not going:
        raise Refused("nobody-goes", _("No child on the list has a yes now. Nobody can go."))
    listed.exclude(child__in=list(going)).delete()


def _check_number(row: Outing, children: int) -> None:
    if not children:
        raise Refused("nobody-goes", _("Choose the children who go."), "children")
    if children > row.adults * row.children_per_adult:
        raise Refused(
            "too-few-adults",
            _("That is too many children for %(adults)d adults. Take fewer, or plan for more adults.")
            % {"adults": row.adults},
            "children",
        )


def _nobody_answers(children: Iterable[UUID]) -> None:
    for child in sorted(children):
        db.one_at_a_time(child)


def _may_go(actor: Actor, row: Outing, children: Collection[UUID]) -> tuple[dict[UUID, Yes], dict[UUID, Yes]]:
    """Those of them who were invited and whose yes holds, with it; and their yes to the ride."""
    invited = system(SystemReason.WRITING, OutingInvited).filter(
        outing=row, child__in=children, asked__isnull=False
    )
    asked, here = set(invited.values_list("child_id", flat=True)), row.setting_id
    going = yeses_in_force(actor, Code.OUT_SPECIFIC, row.scope or "", setting=here, children=asked)
    if not row.ride:
        return going, {}
    rides = yeses_in_force(actor, Code.TRANSPORT, row.ride, setting=here, children=list(going))
    return {child: yes for child, yes in going.items() if child in rides}, rides


def _listed(
    actor: Actor, row: Outing, child: UUID, yes: Yes, ride: Yes | None, now: datetime
) -> OutingListed:
    return OutingListed(
        provider_id=row.provider_id,
        outing=row,
        child_id=child,
        setting_id=row.setting_id,
        scope=row.scope or "",
        channel=yes.channel,
        answer_id=yes.answer,
        ride=row.ride,
        ride_channel=ride.channel if ride else "",
        ride_answer_id=ride.answer if ride else None,
        listed_by_id=actor.person,
        listed_at=now,
    )
