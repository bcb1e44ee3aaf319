"""The second steps and sign-ins of one adult, as they see them themselves."""

from dataclasses import dataclass
from uuid import UUID

from allauth.mfa.models import Authenticator


@dataclass(frozen=True, slots=True)
class Ways:
    """Which second steps there are."""

    passkey: bool
    app: bool

    @property
    def any(self) -> bool:
        return self.passkey or self.app


def ways_of(login: UUID) -> Ways:
    """One query."""
    types = set(Authenticator.objects.filter(user=login).values_list("type", flat=True))
    return Ways(Authenticator.Type.WEBAUTHN in types, Authenticator.Type.TOTP in types)
