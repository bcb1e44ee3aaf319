"""A child is added, enrolled, booked, starts, moves room, leaves."""

import hashlib
from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Doer, SystemReason, acting, in_force, of_provider, system
from seren.foundation.audit.door import record
from seren.foundation.kernel import clock, ids, text
from seren.foundation.kernel.refusals import Refused
from seren.people.families.models import Booking, Child, Enrolment, KeyPerson
from seren.people.families.terms import EnrolmentState, FamilyEvent, KeyKind
from seren.people.provision.domain import hold_open
from seren.people.provision.policies import ProvisionAction

# The child's paper, kept for as long as they stay: eight colours and eight cuts (experience.md 4.2).
TINTS = ("rhosyn", "eirin", "awyr", "llyn", "dail", "lemwn", "bricyll", "tywod")
CUTS = ("pebble", "leaf", "cloud", "boat", "kite", "acorn", "shell", "drop")


def add_child(
    *,
    actor: Doer,
    setting: UUID,
    room: UUID,
    given_name: str,
    family_name: str,
    date_of_birth: date,
    starts_on: date,
    now: datetime,
    known_as: str = "",
    home_languages: Iterable[str] = (),
) -> Child:
    """A child new to the provider, enrolled as *joining*."""
    if date_of_birth > clock.day_of(now):
        raise Refused("born-later", _("The date of birth is in the future. Check the year."), "date_of_birth")
    child_id = ids.new()
    tint, cut = _paper(child_id)
    with acting(actor, ProvisionAction.RUN_SETTING, setting):
        child = Child(
            id=child_id,
            provider_id=actor.provider,
            given_name=text.clean_line(given_name),
            family_name=text.clean_line(family_name),
            known_as=text.clean_line(known_as) or text.clean_line(given_name),
            date_of_birth=date_of_birth,
            home_languages=list(home_languages),
            tint=tint,
            cut=cut,
            known_since=now,
        )
        child.save(force_insert=True)
        record(actor, FamilyEvent.CHILD_ADDED, child, now=now, setting=setting, child=child.id)
        enrol(actor=actor, child=child, setting=setting, room=room, starts_on=starts_on, now=now)
    return child


def enrol(
    *, actor: Doer, child: Child, setting: UUID, room: UUID, starts_on: date, now: datetime
) -> Enrolment:
    """The child joins a setting of this provider, in a room."""
    of_provider(child.provider_id, "provision.Setting", setting)
    enrolment = Enrolment(
        provider_id=child.provider_id,
        child=child,
        setting_id=setting,
        room_id=room,
        state=EnrolmentState.JOINING,
        starts_on=starts_on,
        from_at=now,
    )
    with acting(actor, ProvisionAction.RUN_SETTING, setting):
        if _current(child, setting) is not None:
            raise Refused("enrolled", _("This child is enrolled here already."))
        hold_open(setting, room)
        enrolment.save(force_insert=True)
        record(actor, FamilyEvent.ENROLLED, enrolment, now=now, setting=setting, child=child.id)
    return enrolment


def start_attending(*, actor: Doer, child: Child, setting: UUID, now: datetime) -> None:
    """The child comes. Not without a key person (E-01)."""
    with acting(actor, ProvisionAction.RUN_SETTING, setting):
        enrolment = _must_be_enrolled(child, setting)
        if not _has_key_person(child, setting, now):
            raise Refused("no-key-person", _("Name a key person first. No child starts without one."))
        enrolment.state = EnrolmentState.ATTENDING
        enrolment.save(update_fields=["state"])
        record(actor, FamilyEvent.ATTENDING, enrolment, now=now, setting=setting, child=child.id)


def move_room(*, actor: Doer, child: Child, setting: UUID, room: UUID, now: datetime) -> Enrolment:
    """The place in one room ends and one in the other begins, in the same instant."""
    of_provider(child.provider_id, "provision.Setting", setting)
    with acting(actor, ProvisionAction.RUN_SETTING, setting):
        hold_open(setting, room)
        before = _must_be_enrolled(child, setting)
        before.until_at = now
        before.save(update_fields=["until_at"])
        after = Enrolment(
            provider_id=child.provider_id,
            child=child,
            setting_id=setting,
            room_id=room,
            state=before.state,
            starts_on=before.starts_on,
            from_at=now,
        )
        after.save(force_insert=True)
        record(actor, FamilyEvent.ROOM_MOVED, after, now=now, setting=setting, child=child.id)
    return after


def leave(*, actor: Doer, child: Child, setting: UUID, until_at: datetime, now: datetime) -> None:
    """The last day is over at `until_at`. Key person, buddy and bookings end too; the family still sees."""
    with acting(actor, ProvisionAction.RUN_SETTING, setting):
        enrolment = _must_be_enrolled(child, setting)
        if until_at < enrolment.from_at:
            raise Refused("ends-early", _("The last day must come after the first day."), "last_day")
        enrolment.until_at = until_at
        enrolment.save(update_fields=["until_at"])
        looking_after = system(SystemReason.WRITING, KeyPerson).filter(child=child, setting=setting)
        looking_after.filter(until_at__isnull=True).update(until_at=until_at)
        bookings = system(SystemReason.WRITING, Booking).filter(child=child, setting=setting)
        bookings.filter(until_day__isnull=True).update(until_day=clock.last_day(until_at))
        record(actor, FamilyEvent.LEFT, enrolment, now=now, setting=setting, child=child.id)


def book(
    *,
    actor: Doer,
    child: Child,
    setting: UUID,
    sessions: Iterable[tuple[int, UUID]],
    from_day: date,
    now: datetime,
) -> None:
    """The (weekday, session) pairs a child comes to from a day on. What stood before ends the day before."""
    wanted = list(sessions)
    of_provider(child.provider_id, "provision.Session", *{session for _weekday, session in wanted})
    bookings = system(SystemReason.WRITING, Booking).filter(child=child, setting=setting)
    with acting(actor, ProvisionAction.RUN_SETTING, setting):
        _must_be_enrolled(child, setting)
        bookings.filter(from_day__gte=from_day).delete()
        bookings.filter(until_day__isnull=True).update(until_day=date.fromordinal(from_day.toordinal() - 1))
        system(SystemReason.WRITING, Booking).bulk_create(
            Booking(
                provider_id=child.provider_id,
                child=child,
                setting_id=setting,
                session_id=session,
                weekday=weekday,
                from_day=from_day,
            )
            for weekday, session in wanted
        )
        record(actor, FamilyEvent.BOOKED, child, now=now, setting=setting, child=child.id)


def _paper(child: UUID) -> tuple[str, str]:
    number = int.from_bytes(hashlib.sha256(child.bytes).digest()[:2])
    return TINTS[number % 8], CUTS[number // 8 % 8]


def _current(child: Child, setting: UUID) -> Enrolment | None:
    rows = system(SystemReason.WRITING, Enrolment).filter(child=child, setting=setting)
    return rows.filter(until_at__isnull=True).first()


def _must_be_enrolled(child: Child, setting: UUID) -> Enrolment:
    enrolment = _current(child, setting)
    if enrolment is None:
        raise Refused("not-enrolled", _("This child is not enrolled here."))
    return enrolment


def _has_key_person(child: Child, setting: UUID, now: datetime) -> bool:
    named = system(SystemReason.WRITING, KeyPerson).filter(in_force(now), child=child, setting=setting)
    return named.filter(kind=KeyKind.KEY).exists()
