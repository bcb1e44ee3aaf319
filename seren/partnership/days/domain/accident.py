"""An accident and its first aid: written down the same day, reported where it was serious (E-33, E-35).

First aid waits for nobody’s permission, so none is asked here (P-10, P-11).
"""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, SystemReason, acting, may, system
from seren.foundation.audit.door import record
from seren.foundation.deadlines.door import meet
from seren.foundation.kernel import clock
from seren.foundation.kernel.refusals import Refused
from seren.foundation.notify.door import send
from seren.partnership.days.domain import care_clocks
from seren.partnership.days.domain.care import before, begin, name_nobody_else
from seren.partnership.days.domain.care import need as need_words
from seren.partnership.days.models import CareEntry, Reported
from seren.partnership.days.notices import care as notices
from seren.partnership.days.policies import CareAction
from seren.partnership.days.terms.care import SERIOUS_CLOCK, BodyPart, CareEvent, CareKind
from seren.people.families.policies import FamilyAction


def record_accident(
    *,
    actor: Actor,
    place: UUID,
    entry: UUID,
    what: str,
    parts: Collection[BodyPart],
    marks: str,
    done: str,
    where: str,
    happened_at: datetime,
    by: UUID,
    witness: UUID | None,
    other_child: UUID | None = None,
    serious: bool = False,
    now: datetime,
) -> CareEntry:
    """`place`: the child’s enrolment. `where`: the garden, the hall. `by`: who gave first aid.

    `other_child` is for the team alone; the words, which the family reads, name no other child.
    """
    model: Any = apps.get_model("families.Enrolment")
    with acting(actor, CareAction.RECORD_CARE, place):
        here = system(SystemReason.WRITING, model).get(pk=place)
        if (held := before(actor, entry, here.child_id)) is not None:
            return held
        said = {**need_words({"what": what, "done": done, "place": where}), "marks": marks.strip()}
        name_nobody_else(here.child_id, here.setting_id, said, now)
        _check_other(actor, here, other_child)
        accident = CareEntry(
            id=entry, provider_id=here.provider_id, child_id=here.child_id, setting_id=here.setting_id,
            kind=CareKind.ACCIDENT, happened_at=happened_at, by_id=by, witness_id=witness,
            recorded_by_id=actor.person, recorded_at=now, serious=serious, other_child_id=other_child,
            details={**said, "parts": [part.value for part in BodyPart if part in parts]},
        )  # fmt: skip
        begin(actor, accident, CareEvent.ACCIDENT_RECORDED, now)
        if serious:
            care_clocks.start(SERIOUS_CLOCK, accident)
            send(notices.LOOK, accident, setting=accident.setting_id, now=now)
    return accident


def report_serious(
    *, actor: Actor, entry: CareEntry, on_day: date, reference: str, others: str, now: datetime
) -> Reported:
    """A leader told the inspectorate. `others`: which child protection agencies were told too (E-36)."""
    with acting(actor, CareAction.LEAD_CARE, entry):
        if not entry.serious:
            raise Refused("not-serious", _("This accident is not marked as serious."))
        if system(SystemReason.WRITING, Reported).filter(entry=entry).exists():
            raise Refused("reported", _("This was reported already."))
        if not clock.day_of(entry.happened_at) <= on_day <= clock.day_of(now):
            raise Refused("report-day", _("Choose a day between the accident and today."), "on_day")
        reported = Reported(
            provider_id=entry.provider_id, entry=entry, child_id=entry.child_id, on_day=on_day,
            reference=need_words({"reference": reference})["reference"], others=others.strip() or None,
            by_id=actor.person, at=now,
        )  # fmt: skip
        reported.save(force_insert=True)
        meet(SERIOUS_CLOCK, entry, now=now)
        record(actor, CareEvent.REPORTED, reported, now=now, setting=entry.setting_id, child=entry.child_id)
    return reported


def _check_other(actor: Actor, here: Any, other: UUID | None) -> None:
    if other is not None and (other == here.child_id or not may(actor, FamilyAction.SEE_CHILD, other)):
        raise Refused("other-child", _("Choose one from the list."), "other_child")
