"""The password a collector says at the door: kept as a slow hash, compared as it is said, never shown."""

from django.contrib.auth.hashers import check_password, make_password
from django.utils.translation import gettext as _

from seren.foundation.kernel import text
from seren.foundation.kernel.refusals import Refused
from seren.people.families.terms import PASSWORD_LEAST


def hashed(password: str) -> str:
    """Takes its time: call it outside a writing section. Refuses what is too short to protect anybody."""
    said = _as_said(password)
    if len(said.replace(" ", "")) < PASSWORD_LEAST:
        sentence = _("Choose a password of at least %(count)d letters or figures.")
        raise Refused("password-short", sentence % {"count": PASSWORD_LEAST}, "password")
    return make_password(said)


def matches(password: str, kept: str) -> bool:
    return check_password(_as_said(password), kept)


def _as_said(password: str) -> str:
    """Nobody hears a capital, an accent or two spaces."""
    return " ".join(text.fold(password).split())
