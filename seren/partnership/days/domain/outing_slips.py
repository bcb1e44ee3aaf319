"""The slips: one question to each family about the outing, and one about the vehicle where one is driven."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, SystemReason, acting, in_force, may, system
from seren.foundation.audit.door import record
from seren.foundation.kernel import clock
from seren.foundation.kernel.refusals import Refused
from seren.foundation.notify.door import send
from seren.foundation.ui.door import whole_in
from seren.partnership.days.domain.outing import held, moved
from seren.partnership.days.models import Outing, OutingInvited
from seren.partnership.days.notices import OUTING_ASKED
from seren.partnership.days.policies import OutingAction
from seren.partnership.days.queries.outing_words import facts_of
from seren.partnership.days.terms.outing import OutingAct, OutingEvent
from seren.people.consent.domain import ask
from seren.people.consent.policies import ConsentAction
from seren.people.consent.queries.yeses import names_taken, newest_question
from seren.people.consent.terms import Code


def send_slips(*, actor: Actor, outing: UUID, now: datetime) -> int:
    """To every family that was not asked yet. Returns how many were; raises Refused where none can be.

    Nobody asks their own family: another leader sends those slips. Where nobody with parental responsibility
    is known, nobody is asked, and the child cannot be on the list.
    """
    with acting(actor, OutingAction.AGREE, outing):
        row = held(outing)
        state = moved(row, OutingAct.SEND_SLIPS)
        if row.day < clock.day_of(now):
            raise Refused("day-past", _("Its day is past. Give it another day first."))
        if row.scope is None:
            row.scope, row.asked_at = _own_name(row), now
        row.state = state
        row.save(update_fields=["scope", "asked_at", "state"])
        waiting = system(SystemReason.WRITING, OutingInvited).filter(outing=row, asked__isnull=True)
        asked = sum(_ask(actor, row, one, now) for one in waiting.order_by("id"))
        if not asked:
            raise Refused("nobody-asked", _("There is no family here that you can ask now."))
        record(actor, OutingEvent.SLIPS_SENT, row, now=now, setting=row.setting_id, details={"asked": asked})
    return asked


def _own_name(row: Outing) -> str:
    """What the question calls it: never what another one was called, whose answers would count for it."""
    base = f"{row.name}, {row.day:%d/%m/%Y}"
    taken = names_taken(row.setting_id, Code.OUT_SPECIFIC, base)
    number, name = 2, base
    while name in taken:
        name, number = f"{base} ({number})", number + 1
    return name


def _ask(actor: Actor, row: Outing, invited: OutingInvited, now: datetime) -> bool:
    place = _place(invited.child_id, row.setting_id, now)
    if place is None or not may(actor, ConsentAction.ASK, place):
        return False
    facts = _facts(row)
    try:
        asked = ask(
            actor=actor, place=place, code=Code.OUT_SPECIFIC, scope=row.scope or "", until=row.day,
            facts=facts, now=now,
        )  # fmt: skip
        invited.asked = asked
        if row.ride:
            invited.ride_asked = newest_question(
                invited.child_id, row.setting_id, Code.TRANSPORT, row.ride
            ) or ask(actor=actor, place=place, code=Code.TRANSPORT, scope=row.ride, now=now)
    except (Refused, NotThere):
        return False
    invited.save(update_fields=["asked", "ride_asked"])
    send(OUTING_ASKED, invited, setting=row.setting_id, about=invited.child_id, now=now)
    return True


def _place(child: UUID, setting: UUID, now: datetime) -> UUID | None:
    model: Any = apps.get_model("families.Enrolment")
    rows = system(SystemReason.WRITING, model).filter(in_force(now), child=child, setting=setting)
    found: UUID | None = rows.order_by("from_at", "id").values_list("pk", flat=True).last()
    return found


def _facts(row: Outing) -> dict[str, str]:
    """In each language whose pages are whole: with the question, and kept with each answer."""
    found = {}
    for code, _name in settings.LANGUAGES:
        if code in whole_in("family"):
            with translation.override(code):
                found[code] = facts_of(row)
    return found
