"""What the sign-in library asks of us: who may join, how it speaks, how it keeps second steps."""

import base64
import os
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from seren.foundation.sealing.door import key_for
from seren.people.accounts.queries.letter import qr

_NONCE = 12
_PLACE = b"accounts.second-step"

TRY_LATER = _("That was too many tries. Wait one hour, then try again.")
WRONG_CODE = _("That code does not match. Look at it again, or ask for a new one.")


class AccountAdapter(DefaultAccountAdapter):
    """Nobody signs up: adults join with a letter. Nothing is told but by our own pages and mails."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "too_many_login_attempts": TRY_LATER,
        "rate_limited": TRY_LATER,
        "incorrect_code": WRONG_CODE,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_stages(self) -> list[str]:
        return []  # levels and the gate decide what is still missing, for every address alike

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """The library's own lines are not ours to show."""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        raise RuntimeError(f"{template_prefix}: mail leaves by the notices of accounts")


class SecondStepAdapter(DefaultMFAAdapter):
    """Secrets of authenticator apps and recovery codes are sealed: the database alone opens nothing."""

    error_messages = {**DefaultMFAAdapter.error_messages, "incorrect_code": WRONG_CODE}

    def encrypt(self, text: str) -> str:
        nonce = os.urandom(_NONCE)
        return base64.b64encode(nonce + _box().encrypt(nonce, text.encode(), _PLACE)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        raw = base64.b64decode(encrypted_text)
        return _box().decrypt(raw[:_NONCE], raw[_NONCE:], _PLACE).decode()

    def build_totp_svg(self, url: str) -> str:
        return qr(url)

    def get_public_key_credential_user_entity(self, user: Any) -> dict[str, Any]:
        """What a phone keeps beside the passkey: `id` leads back to the login, names are its own address."""
        named = self.get_totp_label(user)
        return {"id": str(user.pk).encode(), "display_name": named, "name": named}

    def get_totp_label(self, user: Any) -> str:
        return user.email or "Seren"

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Ours are sent by the verbs, by every channel."""


def _box() -> AESGCM:
    return AESGCM(key_for("accounts:second-step"))
