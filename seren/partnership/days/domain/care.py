"""What doses and accidents have in common: written down once, told the same day, read, added to."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, SystemReason, acting, system
from seren.foundation.audit.door import record
from seren.foundation.deadlines.door import meet
from seren.foundation.kernel import text
from seren.foundation.kernel.refusals import Refused
from seren.foundation.notify.door import send
from seren.partnership.days.domain import care_clocks
from seren.partnership.days.models import CareAdded, CareEntry, CareTold
from seren.partnership.days.notices import care as notices
from seren.partnership.days.policies import CareAction
from seren.partnership.days.terms.care import TOLD_CLOCKS, AddedKind, CareEvent, CareKind, ToldHow
from seren.people.families.domain.names import NamesOthers, check_names
from seren.people.families.queries import names_at_setting
from seren.people.families.queries.care import told_of
from seren.people.provision.policies import on_the_staff

LONGEST = 2000  # letters of one field


def begin(actor: Actor, entry: CareEntry, event: CareEvent, now: datetime) -> CareEntry:
    """Kept, its clock opened, both homes and the key person told. Within a section in which the actor may."""
    _check_people(entry, now)
    entry.save(force_insert=True)
    care_clocks.start(TOLD_CLOCKS[CareKind(entry.kind)], entry)
    for kind in (notices.FOR_FAMILY, notices.FOR_KEY_PERSON):
        send(kind, entry, setting=entry.setting_id, about=entry.child_id, now=now)
    if not entry.covered:
        send(notices.LOOK, entry, setting=entry.setting_id, now=now)
    record(
        actor, event, entry, now=now, setting=entry.setting_id, child=entry.child_id,
        details={"given_as": entry.given_as, "outcome": entry.outcome, "covered": entry.covered},
    )  # fmt: skip
    return entry


def before(actor: Actor, entry: UUID, child: UUID) -> CareEntry | None:
    """The entry that has this id already: a form sent twice is one entry."""
    held = system(SystemReason.WRITING, CareEntry).filter(pk=entry).first()
    if held is not None and (held.recorded_by_id != actor.person or held.child_id != child):
        raise Refused("conflict", _("This was sent before. Open the page again."))
    return held


def tell_family(*, actor: Actor, entry: CareEntry, adult: UUID, how: ToldHow, now: datetime) -> CareTold:
    """Staff told one adult of the family. The first one told meets the clock; each is written down."""
    if how is ToldHow.PAGE:
        raise Refused("theirs", _("That they read it is theirs to say."), "how")
    with acting(actor, CareAction.TELL_CARE, entry):
        if adult not in {one.person for one in told_of(actor, entry.child_id)}:
            raise Refused("not-family", _("Choose an adult of the family who may hear of it."), "adult")
        return _told(actor, entry, adult, how, actor.person, CareEvent.FAMILY_TOLD, now)


def have_read(*, actor: Actor, entry: CareEntry, now: datetime) -> CareTold:
    """An adult of the family has read it on their own page. Once: the first time stands."""
    with acting(actor, CareAction.FOLLOW_CARE, entry):
        rows = system(SystemReason.WRITING, CareTold)
        held = rows.filter(entry=entry, adult=actor.person, how=ToldHow.PAGE).first()
        if held is not None:
            return held
        return _told(actor, entry, actor.person, ToldHow.PAGE, None, CareEvent.READ, now)


def add_words(*, actor: Actor, entry: CareEntry, kind: AddedKind, words: str, now: datetime) -> CareAdded:
    """A correction, read by the family too; or what a leader did about it. Nothing is written over."""
    action = CareAction.LEAD_CARE if kind is AddedKind.FOLLOW_UP else CareAction.TELL_CARE
    with acting(actor, action, entry):
        said = need({"words": words})
        if kind is AddedKind.CORRECTION:
            name_nobody_else(entry.child_id, entry.setting_id, said, now)
        added = CareAdded(
            provider_id=entry.provider_id, entry=entry, child_id=entry.child_id, kind=kind,
            words=said["words"], by_id=actor.person, at=now,
        )  # fmt: skip
        added.save(force_insert=True)
        record(
            actor, CareEvent.ADDED, added, now=now, setting=entry.setting_id, child=entry.child_id,
            details={"kind": kind.value},
        )  # fmt: skip
    return added


def need(said: Mapping[str, str]) -> dict[str, str]:
    """Trimmed, each with something in it and not too long. Raises Refused at the field."""
    trimmed = {field: words.strip() for field, words in said.items()}
    for field, words in trimmed.items():
        if not words:
            raise Refused("words-missing", _("Write something here."), field)
        if len(words) > LONGEST:
            raise Refused("words-long", _("This is too long. Use fewer words."), field)
    return trimmed


def name_nobody_else(child: UUID, setting: UUID, said: Mapping[str, str], now: datetime) -> None:
    """Families read these words: another child is “another child” there."""
    names = names_at_setting(setting, now)
    for field, words in said.items():
        try:
            check_names({child: words}, names, passed=text.words(words))
        except NamesOthers as stopped:
            found = ", ".join(dict.fromkeys(hit.written for hit in stopped.hits))
            sentence = _("This names %(names)s. The family reads it. Write “another child”.")
            raise Refused("names-other-child", sentence % {"names": found}, field) from None


def _told(
    actor: Actor,
    entry: CareEntry,
    adult: UUID,
    how: ToldHow,
    by: UUID | None,
    event: CareEvent,
    now: datetime,
) -> CareTold:
    told = CareTold(
        provider_id=entry.provider_id, entry=entry, adult_id=adult, how=how, told_by_id=by, at=now
    )
    told.save(force_insert=True)
    meet(TOLD_CLOCKS[CareKind(entry.kind)], entry, now=now)
    record(
        actor, event, entry, now=now, setting=entry.setting_id, child=entry.child_id,
        details={"adult": str(adult), "how": how.value},
    )  # fmt: skip
    return told


def _check_people(entry: CareEntry, now: datetime) -> None:
    """Who gave or helped, and who saw it, work there; they are two."""
    if entry.happened_at > now:
        raise Refused("to-come", _("Choose a time that has passed."), "time")
    if entry.witness_id == entry.by_id:
        raise Refused("witness-other", _("Choose another person who works here."), "witness")
    staff = on_the_staff(entry.happened_at).filter(setting=entry.setting_id)
    for field, person in (("by", entry.by_id), ("witness", entry.witness_id)):
        if person is not None and not staff.filter(person=person).exists():
            raise Refused("not-staff", _("Choose a person who worked here then."), field)
