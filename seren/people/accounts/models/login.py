from typing import ClassVar
from uuid import UUID

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.crypto import salted_hmac

from seren.foundation.kernel import ids
from seren.people.accounts import addresses


class LoginManager(BaseUserManager["Login"]):
    def get_by_natural_key(self, username: str | None) -> "Login":
        return self.get(email=addresses.clean(username or ""))


class Login(AbstractBaseUser):
    """Who signs in: one per installation, its address plain (a signed deviation, trust.md 4.2).

    It may belong to one Person in each of several providers. There are no passwords. Without an address
    it opens only on devices that staff bound face to face, and by passkey.
    """

    id = models.UUIDField(primary_key=True, default=ids.new, editable=False)
    email = models.CharField(max_length=254, unique=True, null=True)  # noqa: DJ001  many have none
    is_active = models.BooleanField(default=True)
    made_at = models.DateTimeField()
    # Every session carries a fingerprint of this: changing it ends them all.
    epoch: "models.UUIDField[UUID, UUID]" = models.UUIDField(default=ids.new)

    password = None  # type: ignore[assignment]

    objects: ClassVar[LoginManager] = LoginManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        return salted_hmac(
            "seren.accounts.session", self.epoch.hex, secret=secret, algorithm="sha256"
        ).hexdigest()

    def has_usable_password(self) -> bool:
        return False

    def check_password(self, raw_password: str | None) -> bool:
        return False
