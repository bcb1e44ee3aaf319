"""The sign-in address changes: the adult is fresh, a code proved the new one, the old one is told."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, SystemReason, acting, system
from seren.foundation.kernel.refusals import Refused
from seren.people.accounts import addresses, notices
from seren.people.accounts.domain.adding import contact
from seren.people.accounts.domain.devices import note
from seren.people.accounts.domain.joining import keep_in_step
from seren.people.accounts.models import Login, Person
from seren.people.accounts.policies import AccountsAction
from seren.people.accounts.queries.people import blind_address
from seren.people.accounts.terms import AccountsEvent


def typed_address(said: str, field: str = "email") -> str:
    """An address as typed, cleaned. Raises Refused where it is none."""
    cleaned = addresses.clean(said)
    try:
        validate_email(cleaned)
    except ValidationError as unreadable:
        raise Refused(
            "address-unreadable", _("Enter your e-mail address. For example, sam@example.com."), field
        ) from unreadable
    return cleaned


def is_free(address: str, login: UUID) -> bool:
    """Nobody else signs in with it, and no other adult of the same providers has it on file."""
    if Login.objects.filter(email=address).exclude(pk=login).exists():
        return False
    own = system(SystemReason.WRITING, Person).filter(login=login)
    others = system(SystemReason.WRITING, Person).filter(
        provider_id__in=own.values("provider_id"), email_blind=blind_address(address), closed_at__isnull=True
    )
    return not others.exclude(pk__in=own.values("pk")).exists()


def change_sign_in_address(*, actor: Actor, login: Login, address: str, now: datetime) -> None:
    """`address` was proved by a code just now. The address on file follows where it was the same one."""
    before = login.email
    with acting(actor, AccountsAction.CHANGE_ADDRESS, actor.person):
        if not is_free(address, login.pk):
            raise Refused("address-taken", _("Choose another address. This one cannot be used."), "email")
        login.email = address
        login.save(update_fields=["email"])
        keep_in_step(login)
        for person in system(SystemReason.WRITING, Person).filter(login=login):
            if not person.email or (before and addresses.clean(person.email) == before):
                given = contact(address, "")
                person.email, person.email_blind = address, given["email_blind"]
                person.save(update_fields=["email", "email_blind"])
        note(actor, AccountsEvent.ADDRESS_CHANGED, login.pk, now=now)
    if before:
        notices.tell_address_changed(before, actor.person, now=now)
