"""Naming a key person or a buddy: first, or as a planned change with a reason and a handover (E-01, E-05)."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Doer, SystemReason, acting, system
from seren.foundation.audit.door import record
from seren.foundation.kernel.refusals import Refused
from seren.people.families.models import Child, KeyPerson
from seren.people.families.notices import tell_key_person_changed
from seren.people.families.policies import FamilyAction
from seren.people.families.terms import ChangeReason, FamilyEvent, KeyKind
from seren.people.provision.queries import works_with_children


def name_key_person(
    *,
    actor: Doer,
    child: Child,
    setting: UUID,
    person: UUID,
    kind: KeyKind,
    now: datetime,
    from_at: datetime | None = None,
    reason: ChangeReason = ChangeReason.FIRST,
    handover: str = "",
    listed: bool = False,
) -> KeyPerson:
    """From `from_at` (or now) this is the child's key person or buddy. Whoever was, ends in that instant.

    A change needs a reason and a handover note; the family is told before it happens. `listed`: a list of
    the setting names them.
    """
    begins = from_at or now
    if not works_with_children(person, setting, begins):
        raise Refused("not-staff", _("Choose somebody who works here on that day."), "person")
    with acting(actor, FamilyAction.KEEP_RECORD, child):
        before = _current(child, setting, kind)
        if before is not None:
            _check_change(before, person, reason, handover)
            before.until_at = begins
            before.save(update_fields=["until_at"])
        named = KeyPerson(
            provider_id=child.provider_id,
            child=child,
            setting_id=setting,
            person_id=person,
            kind=kind,
            reason=reason,
            handover=handover or None,
            from_at=begins,
            announced_at=now,
        )
        named.save(force_insert=True)
        details = {"person": str(person), "kind": kind.value, "reason": reason.value}
        record(
            actor,
            FamilyEvent.KEY_PERSON_CHANGED,
            named,
            now=now,
            setting=setting,
            child=child.id,
            details=details,
        )
        tell_key_person_changed(named, now=now, listed=listed)
    return named


def _current(child: Child, setting: UUID, kind: KeyKind) -> KeyPerson | None:
    rows = system(SystemReason.WRITING, KeyPerson).filter(child=child, setting=setting, kind=kind)
    return rows.filter(until_at__isnull=True).first()


def _check_change(before: KeyPerson, person: UUID, reason: ChangeReason, handover: str) -> None:
    if before.person_id == person:
        raise Refused("same-person", _("They hold this already. Choose somebody else."), "person")
    if reason is ChangeReason.FIRST:
        raise Refused("reason-missing", _("Say why it changes. The family will ask."), "reason")
    if before.kind == KeyKind.KEY and not handover.strip():
        raise Refused("handover-missing", _("Write what the next key person should know."), "handover")
