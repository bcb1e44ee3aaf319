"""Joining with a letter: the code is looked at, the adult shows that it is theirs, the account is theirs."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, Level, SystemReason, system
from seren.foundation.audit.door import record
from seren.foundation.kernel import db
from seren.foundation.kernel.refusals import Refused
from seren.people.accounts import addresses
from seren.people.accounts.domain.adding import contact, folded
from seren.people.accounts.domain.inviting import blind_code
from seren.people.accounts.models import Invitation, Login, Person, ReachMe
from seren.people.accounts.terms import AccountsEvent, Channel, Shown


@dataclass(frozen=True, slots=True)
class Opened:
    """A letter that is good now. `address` is the one on file for this adult alone; it is never shown."""

    invitation: UUID
    person: UUID
    address: str


@dataclass(frozen=True, slots=True)
class Joined:
    """`login` None: this adult does not sign in; every notice comes on paper."""

    login: Login | None
    actor: Actor


def find_letter(code: str, *, now: datetime) -> Opened:
    """The letter with this code. One answer for wrong, used, ended, run out and never made."""
    letters = system(SystemReason.SIGNING_IN, Invitation).filter(code_blind=blind_code(code))
    return _opened(letters.select_related("person__login").first(), now)


def letter_of(invitation: UUID, *, now: datetime) -> Opened:
    """The same letter a page later."""
    letters = system(SystemReason.SIGNING_IN, Invitation).filter(pk=invitation)
    return _opened(letters.select_related("person__login").first(), now)


def _opened(letter: Invitation | None, now: datetime) -> Opened:
    if letter is None or not _good(letter, now):
        raise Refused(
            "code-not-good",
            _("This code does not open anything. Look at it again, or ring us for a new one."),
            "code",
        )
    person = letter.person
    signs_in_with = person.login.email if person.login else None
    return Opened(letter.pk, person.pk, signs_in_with or person.email or "")


def _good(letter: Invitation, now: datetime) -> bool:
    over = letter.used_at or letter.ended_at or letter.person.closed_at
    return over is None and now < letter.ends_at


def join(
    *,
    invitation: UUID,
    shown: Shown,
    channel: Channel,
    language: str,
    now: datetime,
    address: str = "",
    phone: str = "",
) -> Joined:
    """The adult has shown that the letter is theirs: it is spent, and they are in.

    `address` is one they proved by a code just now. Of two who use a letter in the same second, one joins.
    """
    opened = letter_of(invitation, now=now)
    with db.writing():
        _spend(invitation, now)
        person = system(SystemReason.WRITING, Person).select_related("login").get(pk=opened.person)
        login = None if channel is Channel.PAPER else _login(person, addresses.clean(address), now)
        person.login = login or person.login
        _keep_contact(person, address, phone)
        person.save()
        _keep_wishes(person, channel, language)
        event = AccountsEvent.JOINED if login else AccountsEvent.JOINED_ON_PAPER
        record(None, event, person, now=now, details={"shown": shown.value, "channel": channel.value})
    return Joined(login, Actor(person.pk, person.provider_id, Level.KNOWN, now))


def _spend(invitation: UUID, now: datetime) -> None:
    letters = system(SystemReason.WRITING, Invitation).filter(
        pk=invitation, used_at__isnull=True, ended_at__isnull=True, ends_at__gt=now
    )
    if not letters.update(used_at=now):
        raise Refused("code-not-good", _("This letter was used already. Ring us for a new one."), "code")


def _login(person: Person, address: str, now: datetime) -> Login:
    """The login they had; the one of this address, if it is theirs at another provider; or a new one."""
    if person.login is not None:
        return person.login
    login = Login.objects.filter(email=address).first() if address else None
    if login is None:
        login = Login(email=address or None, made_at=now)
        login.save(force_insert=True)
        keep_in_step(login)
    else:
        _check_theirs(login, person)
    return login


def _check_theirs(login: Login, person: Person) -> None:
    others = system(SystemReason.WRITING, Person).filter(login=login)
    for other in others:
        same_place = other.provider_id == person.provider_id
        if same_place or folded(other.given_name, other.family_name) != folded(
            person.given_name, person.family_name
        ):
            raise Refused(
                "address-shared",
                _("Somebody else signs in with this address. Choose another, or join by phone."),
                "address",
            )


def _keep_contact(person: Person, address: str, phone: str) -> None:
    """What they gave goes on file where nothing was. What staff wrote down stays."""
    given = contact(address if not person.email else "", phone if not person.phone else "")
    for name, value in given.items():
        if value is not None:
            setattr(person, name, value)


def _keep_wishes(person: Person, channel: Channel, language: str) -> None:
    wishes, _made = system(SystemReason.WRITING, ReachMe).get_or_create(
        person=person, defaults={"provider_id": person.provider_id}
    )
    wishes.interface_language = language
    wishes.on_paper = channel is Channel.PAPER
    wishes.by_email = channel is Channel.EMAIL
    wishes.save()


def keep_in_step(login: Login) -> None:
    """The sign-in library's own row of the address says what the login says."""
    from allauth.account.models import EmailAddress

    EmailAddress.objects.filter(user=login).delete()
    if login.email:
        EmailAddress.objects.create(user=login, email=login.email, verified=True, primary=True)
