"""A medicine given in an emergency: help comes first, and what was done is written down as it was (P-11)."""

from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, SystemReason, acting, system
from seren.foundation.kernel import db
from seren.foundation.kernel.refusals import Refused
from seren.partnership.days.domain.care import before, begin, name_nobody_else
from seren.partnership.days.domain.care import need as need_words
from seren.partnership.days.domain.medicine import permitted
from seren.partnership.days.models import CareEntry, Medicine
from seren.partnership.days.policies import CareAction
from seren.partnership.days.terms.care import EMERGENCIES, CareEvent, CareKind, GivenAs, Outcome
from seren.people.consent.policies import in_force_for
from seren.people.consent.terms import Code

_CODES = {GivenAs.PARACETAMOL: Code.PARACETAMOL, GivenAs.ANTIHISTAMINE: Code.ANTIHISTAMINE}


def give_in_emergency(
    *,
    actor: Actor,
    place: UUID,
    entry: UUID,
    given_as: GivenAs,
    name: str,
    amount: str,
    words: str,
    rang: str,
    given_at: datetime,
    by: UUID,
    witness: UUID | None,
    medicine: Medicine | None = None,
    now: datetime,
) -> CareEntry:
    """Never refused for want of a permission: without one it is written down as such, and leaders look at it.

    `medicine`: one of the child’s own, if it was. `rang`: whom we rang and when, or that nobody answered. The
    written yes for paracetamol or an allergy counts only with a call.
    """
    if given_as not in EMERGENCIES:
        raise Refused("emergency-kind", _("Choose what kind of medicine it was."), "given_as")
    model: Any = apps.get_model("families.Enrolment")
    with acting(actor, CareAction.RECORD_CARE, place):
        where = system(SystemReason.WRITING, model).get(pk=place)
        if (held := before(actor, entry, where.child_id)) is not None:
            return held
        db.one_at_a_time(where.child_id)
        said = need_words({"name": name, "amount": amount, "words": words})
        rang = rang.strip()
        name_nobody_else(where.child_id, where.setting_id, {"words": said["words"], "rang": rang}, now)
        if medicine is not None and (medicine.child_id, medicine.setting_id) != (
            where.child_id, where.setting_id,
        ):  # fmt: skip
            raise Refused("not-theirs", _("Choose one from the list."), "medicine")
        dose = CareEntry(
            id=entry, provider_id=where.provider_id, child_id=where.child_id, setting_id=where.setting_id,
            kind=CareKind.DOSE, medicine=medicine, given_as=given_as, outcome=Outcome.TAKEN,
            happened_at=given_at, by_id=by, witness_id=witness, recorded_by_id=actor.person, recorded_at=now,
            covered=_covered(actor, where, given_as, medicine, bool(rang), given_at),
            details={**said, "rang": rang},
        )  # fmt: skip
        return begin(actor, dose, CareEvent.DOSE_GIVEN, now)


def _covered(
    actor: Actor, where: Any, given_as: GivenAs, medicine: Medicine | None, rang: bool, at: datetime
) -> bool:
    if medicine is not None and permitted(actor, medicine, at):
        return True
    if given_as not in _CODES or not rang:
        return False
    then = replace(actor, at=at)
    rows = system(SystemReason.WRITING, type(where)).filter(pk=where.pk)
    return rows.filter(in_force_for(_CODES[given_as], then)).exists()
