"""`/settings/this-phone/`: where one is signed in, on which devices, by which ways."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.utils.functional import Promise

from seren.foundation.kernel import clock
from seren.people.accounts.models import Device, Login
from seren.people.accounts.terms import Bound
from seren.people.accounts.words import said, words_of


@dataclass(frozen=True, slots=True)
class SignInShown:
    id: int
    device: "str | Promise"
    since: date
    last_used: date
    here: bool


@dataclass(frozen=True, slots=True)
class DeviceShown:
    id: UUID
    device: "str | Promise"
    bound: "str | Promise"
    last_used: date
    here: bool


@dataclass(frozen=True, slots=True)
class StepShown:
    id: int
    passkey: bool
    name: str
    since: date
    last_used: date | None


@dataclass(frozen=True, slots=True)
class ThisPhone:
    """All of it, in four queries however many rows there are."""

    address: str
    sign_ins: tuple[SignInShown, ...]
    devices: tuple[DeviceShown, ...]
    steps: tuple[StepShown, ...]
    codes_made_on: date | None
    app: bool
    several_places: bool

    @property
    def elsewhere(self) -> bool:
        return any(not one.here for one in self.sign_ins)


def this_phone(login: UUID, session_key: str, device: bytes, places: int) -> ThisPhone:
    kept = list(Authenticator.objects.filter(user=login).order_by("created_at"))
    codes = next((one for one in kept if one.type == Authenticator.Type.RECOVERY_CODES), None)
    return ThisPhone(
        address=Login.objects.values_list("email", flat=True).get(pk=login) or "",
        sign_ins=_sign_ins(login, session_key),
        devices=_devices(login, device),
        steps=tuple(_step(one) for one in kept if one is not codes),
        codes_made_on=clock.day_of(codes.created_at) if codes else None,
        app=any(one.type == Authenticator.Type.TOTP for one in kept),
        several_places=places > 1,
    )


def _sign_ins(login: UUID, session_key: str) -> tuple[SignInShown, ...]:
    return tuple(
        SignInShown(
            id=one.pk,
            device=said(words_of(one.user_agent)),
            since=clock.day_of(one.created_at),
            last_used=clock.day_of(one.last_seen_at),
            here=one.session_key == session_key,
        )
        for one in UserSession.objects.filter(user=login).order_by("-last_seen_at", "-pk")
    )


def _devices(login: UUID, device: bytes) -> tuple[DeviceShown, ...]:
    rows = Device.objects.filter(login=login, ended_at__isnull=True).order_by("-last_seen_on", "-id")
    return tuple(
        DeviceShown(
            one.id,
            said(one.label),
            Bound(one.bound).label,
            one.last_seen_on,
            bytes(one.token_digest) == device,
        )
        for one in rows
    )


def _step(one: Authenticator) -> StepShown:
    passkey = one.type == Authenticator.Type.WEBAUTHN
    last = one.last_used_at
    return StepShown(
        id=one.pk,
        passkey=passkey,
        name=one.wrap().name if passkey else "",
        since=clock.day_of(one.created_at),
        last_used=clock.day_of(last) if last else None,
    )
