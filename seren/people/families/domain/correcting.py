"""A child's name, birthday or first day is put right."""

from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Doer, SystemReason, acting, system
from seren.foundation.audit.door import record
from seren.foundation.kernel import clock, text
from seren.foundation.kernel.refusals import Refused
from seren.people.families.models import Child, Enrolment
from seren.people.families.policies import FamilyAction
from seren.people.families.terms import FamilyEvent
from seren.people.provision.policies import ProvisionAction


def correct_child(
    *,
    actor: Doer,
    child: Child,
    now: datetime,
    given_name: str | None = None,
    family_name: str | None = None,
    known_as: str | None = None,
    date_of_birth: date | None = None,
) -> None:
    """Put right what is given; None stays as it is, and so does a name that would be empty."""
    if date_of_birth is not None and date_of_birth > clock.day_of(now):
        raise Refused("born-later", _("The date of birth is in the future. Check the year."), "date_of_birth")
    names = {"given_name": given_name, "family_name": family_name, "known_as": known_as}
    changed: dict[str, object] = {name: text.clean_line(said) for name, said in names.items() if said}
    if date_of_birth is not None:
        changed["date_of_birth"] = date_of_birth
    with acting(actor, FamilyAction.KEEP_RECORD, child):
        for name, said in changed.items():
            setattr(child, name, said)
        child.save(update_fields=list(changed))
        record(actor, FamilyEvent.CHILD_CORRECTED, child, now=now, child=child.id)


def change_start(*, actor: Doer, child: Child, setting: UUID, starts_on: date, now: datetime) -> None:
    """The first day the child comes."""
    with acting(actor, ProvisionAction.RUN_SETTING, setting):
        places = system(SystemReason.WRITING, Enrolment).filter(child=child, setting=setting)
        place = places.filter(until_at__isnull=True).first()
        if place is None:
            raise Refused("not-enrolled", _("This child is not enrolled here."))
        place.starts_on = starts_on
        place.save(update_fields=["starts_on"])
        record(actor, FamilyEvent.START_CHANGED, place, now=now, setting=setting, child=child.id)
