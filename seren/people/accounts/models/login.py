from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models

from seren.foundation.kernel import ids, text


class LoginManager(BaseUserManager["Login"]):
    def get_by_natural_key(self, username: str | None) -> "Login":
        return self.get(email=text.clean_email(username or ""))


class Login(AbstractBaseUser):
    """An address somebody signs in with: one per installation, plain (a signed deviation, trust.md 4.2).

    It may belong to one Person in each of several providers. No password is ever set.
    """

    id = models.UUIDField(primary_key=True, default=ids.new, editable=False)
    email = models.CharField(max_length=254, unique=True)
    is_active = models.BooleanField(default=True)
    made_at = models.DateTimeField()

    objects: ClassVar[LoginManager] = LoginManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
