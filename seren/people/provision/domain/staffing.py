"""Who works at a setting, in which role and room, on which sessions; and when they are away."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Doer, SystemReason, acting, of_provider, system
from seren.foundation.audit.door import record
from seren.foundation.kernel.refusals import Refused
from seren.people.provision.domain.rooms import hold_open
from seren.people.provision.models import Absence, Membership, Room, Session, Setting, WorkingPattern
from seren.people.provision.policies import ProvisionAction
from seren.people.provision.terms import ProvisionEvent, Role, Weekday


def add_member(
    *,
    actor: Doer,
    person: UUID,
    setting: Setting,
    role: Role,
    room: Room | None,
    from_at: datetime,
    now: datetime,
    until_at: datetime | None = None,
) -> Membership:
    """A role begins. It opens nothing before the confidentiality statement is given (E-10)."""
    of_provider(setting.provider_id, "accounts.Person", person)
    member = Membership(
        provider_id=setting.provider_id,
        person_id=person,
        setting=setting,
        room=room,
        role=role,
        from_at=from_at,
        until_at=until_at,
    )
    held = system(SystemReason.WRITING, Membership).filter(until_at__isnull=True, person=person, role=role)
    if held.filter(setting=setting, room=room).exists():
        raise Refused("role-held", _("They hold this role already."), "role")
    with acting(actor, ProvisionAction.RUN_SETTING, setting):
        hold_open(setting.pk, room.pk if room else None)
        member.save(force_insert=True)
        _note(actor, ProvisionEvent.MEMBER_ADDED, member, now)
    return member


def give_statement(*, actor: Doer, membership: Membership, now: datetime) -> None:
    """The member has read and given the confidentiality statement, themselves."""
    membership.statement_at = now
    with acting(actor, ProvisionAction.SIGN_STATEMENT, membership):
        membership.save(update_fields=["statement_at"])
        _note(actor, ProvisionEvent.STATEMENT_GIVEN, membership, now)


def end_membership(*, actor: Doer, membership: Membership, until_at: datetime, now: datetime) -> None:
    """A role ends at `until_at`: what it opened closes at the next request after that."""
    if until_at < membership.from_at:
        raise Refused("ends-early", _("The role cannot end before it began."), "until")
    membership.until_at = until_at
    with acting(actor, ProvisionAction.RUN_SETTING, membership.setting_id):
        membership.save(update_fields=["until_at"])
        _note(actor, ProvisionEvent.MEMBER_ENDED, membership, now)


def set_hours(
    *,
    actor: Doer,
    person: UUID,
    setting: Setting,
    room: Room | None,
    works: Iterable[tuple[Weekday, Session]],
    from_day: date,
    now: datetime,
) -> None:
    """The sessions somebody works each week, from a day on. What stood before ends the day before."""
    of_provider(setting.provider_id, "accounts.Person", person)
    patterns = system(SystemReason.WRITING, WorkingPattern).filter(person=person, setting=setting)
    with acting(actor, ProvisionAction.RUN_SETTING, setting):
        patterns.filter(from_day__gte=from_day).delete()
        patterns.filter(until_day__isnull=True).update(until_day=date.fromordinal(from_day.toordinal() - 1))
        system(SystemReason.WRITING, WorkingPattern).bulk_create(
            WorkingPattern(
                provider_id=setting.provider_id,
                person_id=person,
                setting=setting,
                room=room,
                session=session,
                weekday=weekday,
                from_day=from_day,
            )
            for weekday, session in works
        )
        record(
            actor,
            ProvisionEvent.HOURS_CHANGED,
            setting,
            now=now,
            setting=setting.id,
            details={"person": str(person)},
        )


def be_away(
    *, actor: Doer, person: UUID, setting: Setting, first_day: date, last_day: date, now: datetime
) -> Absence:
    of_provider(setting.provider_id, "accounts.Person", person)
    if last_day < first_day:
        raise Refused("ends-early", _("The last day must come after the first day."), "last_day")
    away = Absence(
        provider_id=setting.provider_id,
        person_id=person,
        setting=setting,
        first_day=first_day,
        last_day=last_day,
    )
    with acting(actor, ProvisionAction.RUN_SETTING, setting):
        away.save(force_insert=True)
        record(actor, ProvisionEvent.ABSENCE_KEPT, away, now=now, setting=setting.id)
    return away


def _note(actor: Doer, event: ProvisionEvent, membership: Membership, now: datetime) -> None:
    details = {"person": str(membership.person_id), "role": membership.role}
    record(actor, event, membership, now=now, setting=membership.setting_id, details=details)
