"""Allergy, diet, emergency medicine: what keeps a child safe, sealed for that child."""

from datetime import datetime

from django.utils.translation import gettext as _

from seren.foundation.access.door import Doer, acting
from seren.foundation.audit.door import record
from seren.foundation.kernel.refusals import Refused
from seren.people.families.models import Child, SafetyNote
from seren.people.families.policies import FamilyAction
from seren.people.families.terms import FamilyEvent, SafetyKind


def note_safety(*, actor: Doer, child: Child, kind: SafetyKind, words: str, now: datetime) -> SafetyNote:
    if not words.strip():
        raise Refused("words-missing", _("Write what staff must know."), "words")
    note = SafetyNote(provider_id=child.provider_id, child=child, kind=kind, words=words.strip(), from_at=now)
    with acting(actor, FamilyAction.KEEP_RECORD, child):
        note.save(force_insert=True)
        record(actor, FamilyEvent.SAFETY_NOTED, note, now=now, child=child.id, details={"kind": kind.value})
    return note


def end_safety_note(*, actor: Doer, note: SafetyNote, now: datetime) -> None:
    with acting(actor, FamilyAction.KEEP_RECORD, note.child_id):
        note.until_at = now
        note.save(update_fields=["until_at"])
        record(actor, FamilyEvent.SAFETY_ENDED, note, now=now, child=note.child_id)
