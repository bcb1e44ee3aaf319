"""What a setting says of itself, and mistakes of its calendar taken back."""

from datetime import date, datetime, time
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, Doer, NotThere, SystemReason, acting, system
from seren.foundation.audit.door import record
from seren.foundation.kernel import text
from seren.foundation.kernel.refusals import Refused
from seren.foundation.rules import door as rules
from seren.people.accounts.domain import Adult, add_person
from seren.people.provision.domain.staffing import add_member
from seren.people.provision.models import Closure, Membership, Room, Session, Setting, Term
from seren.people.provision.policies import ProvisionAction
from seren.people.provision.terms import ProvisionEvent, Role


def keep_setting(
    *,
    actor: Doer,
    setting: Setting,
    phone: str,
    email: str,
    address: str,
    key_person_word: str,
    now: datetime,
) -> None:
    """How the public reaches it, and its own word for a key person (a code of the pack)."""
    if key_person_word not in {word.code for word in rules.key_person_words()}:
        raise Refused("word-unknown", _("Choose one from the list."), "key_person_word")
    with acting(actor, ProvisionAction.RUN_SETTING, setting):
        setting.phone, setting.email = text.clean_line(phone), text.clean_line(email)
        setting.address, setting.key_person_word = address.strip(), key_person_word
        setting.save(update_fields=["phone", "email", "address", "key_person_word"])
        record(actor, ProvisionEvent.CALENDAR_CHANGED, setting, now=now, setting=setting.id)


def take_on(
    *,
    actor: Actor,
    setting: Setting,
    adult: Adult | UUID,
    role: Role,
    room: Room | None,
    from_at: datetime,
    now: datetime,
) -> Membership:
    """Somebody new, or somebody known, gets a role. It opens nothing before their statement (E-10)."""
    with acting(actor, ProvisionAction.RUN_SETTING, setting):
        person = adult if isinstance(adult, UUID) else add_person(actor=actor, adult=adult, now=now).pk
        return add_member(
            actor=actor, person=person, setting=setting, role=role, room=room, from_at=from_at, now=now
        )


def change_session(
    *, actor: Doer, setting: Setting, session: UUID, name: str, starts: time, ends: time, now: datetime
) -> None:
    """Its name and hours are put right. The code stays: bookings and lists of other systems name it."""
    if ends <= starts:
        raise Refused("ends-early", _("The session must end later than it starts."), "ends")
    with acting(actor, ProvisionAction.RUN_SETTING, setting):
        row = system(SystemReason.WRITING, Session).filter(setting=setting, pk=session).first()
        if row is None:
            raise NotThere("no such session")
        row.name, row.starts, row.ends = text.clean_line(name), starts, ends
        row.save(update_fields=["name", "starts", "ends"])
        record(actor, ProvisionEvent.CALENDAR_CHANGED, row, now=now, setting=setting.id)


def remove_term(*, actor: Doer, setting: Setting, term: UUID, now: datetime) -> None:
    """A term written down by mistake."""
    with acting(actor, ProvisionAction.RUN_SETTING, setting):
        row = system(SystemReason.WRITING, Term).filter(setting=setting, pk=term).first()
        if row is None:
            raise NotThere("no such term")
        record(actor, ProvisionEvent.CALENDAR_CHANGED, row, now=now, setting=setting.id)
        row.delete()


def open_on(*, actor: Doer, setting: Setting, day: date, now: datetime) -> None:
    """A closure is taken back: that day is open after all."""
    with acting(actor, ProvisionAction.RUN_SETTING, setting):
        row = system(SystemReason.WRITING, Closure).filter(setting=setting, day=day).first()
        if row is None:
            raise NotThere("no such closure")
        record(actor, ProvisionEvent.CALENDAR_CHANGED, row, now=now, setting=setting.id)
        row.delete()
