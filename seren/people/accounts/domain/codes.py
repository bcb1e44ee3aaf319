"""Mailed codes: six digits, good for one purpose in the browser that asked, kept only as a fingerprint.

One mechanism for signing in, joining, binding a device, showing oneself again and changing the address.
With an address that means nothing the same is done: a code is kept that nobody was sent.
"""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from hmac import compare_digest
from uuid import UUID

from allauth.core import ratelimit
from django.http import HttpRequest
from django.utils.translation import gettext as _

from seren.foundation.kernel import ids
from seren.foundation.kernel.refusals import Refused
from seren.foundation.sealing.door import blind
from seren.people.accounts import lengths, notices
from seren.people.accounts.adapter import TRY_LATER, WRONG_CODE
from seren.people.accounts.domain.devices import token_of
from seren.people.accounts.domain.signing import count
from seren.people.accounts.models import Device, Login

_KEY = "seren.code"
_TRIES = 3


class Purpose(StrEnum):
    SIGN_IN = "sign-in"
    JOIN = "join"
    DEVICE = "device"
    AGAIN = "again"
    ADDRESS = "address"


_SILENT = frozenset({Purpose.SIGN_IN, Purpose.ADDRESS})


@dataclass(frozen=True, slots=True)
class Asked:
    """The code this browser waits for. `login` None: the address signs nobody in, or not yet."""

    purpose: Purpose
    address: str
    login: UUID | None


def ask_code(
    request: HttpRequest, purpose: Purpose, address: str, login: Login | None, *, sends: bool, now: datetime
) -> None:
    """Mail a code to `address` and wait for it. `sends` False: mail that nobody signs in with it instead.

    Raises Refused where too many were asked for. A visitor who asks too often for one address gets the same
    page and no mail: a refusal would tell that somebody else had asked for it too.
    """
    count(request, "ask_code")
    mails = ratelimit.consume(
        request, action="mail_code", key=f"{purpose}|{_counted(request, address, login)}"
    )
    if not mails and purpose not in _SILENT:
        raise Refused("too-many-tries", TRY_LATER)
    code = f"{secrets.randbelow(1_000_000):06}"
    salt = secrets.token_hex(8)
    request.session[_KEY] = {
        "purpose": purpose.value,
        "address": address,
        "login": str(login.pk) if login else "",
        "salt": salt,
        "blind": _blind(salt, code if sends and mails else secrets.token_hex(8)),
        "at": now.timestamp(),
        "tries": 0,
    }
    if sends and mails:
        notices.mail_code(address, code, now=now)
    elif mails:
        notices.mail_nobody(address, now=now)


def asked(request: HttpRequest, purpose: Purpose, *, now: datetime) -> Asked | None:
    """What this browser waits for, while there is time."""
    kept = request.session.get(_KEY)
    if not kept or kept["purpose"] != purpose:
        return None
    if now >= lengths.after(lengths.Length.MAILED_CODE, datetime.fromtimestamp(kept["at"], UTC)):
        return None
    return Asked(purpose, kept["address"], ids.parse(kept["login"]))


def spend_code(request: HttpRequest, purpose: Purpose, typed: str, *, now: datetime) -> Asked:
    """The code was typed. Right: it is spent. Wrong: Refused; after three, or ten in an hour, ask again."""
    waits = asked(request, purpose, now=now)
    if waits is None:
        raise Refused("code-over", _("That code has run out. Ask for a new one."), "code")
    kept = request.session[_KEY]
    digits = "".join(letter for letter in typed if letter.isdigit())
    if compare_digest(kept["blind"], _blind(kept["salt"], digits)):
        _check_count(request, waits)
        del request.session[_KEY]
        return waits
    _count_wrong(request, waits)
    raise Refused("code-wrong", WRONG_CODE, "code")


def _count_wrong(request: HttpRequest, waits: Asked) -> None:
    kept = request.session[_KEY]
    kept["tries"] += 1
    request.session.modified = True
    if kept["tries"] >= _TRIES:
        del request.session[_KEY]
    count(request, "wrong_code", key=_key(request, waits))
    if kept["tries"] >= _TRIES:
        raise Refused("code-over", _("That was the third try. Ask for a new code."), "code")


def _check_count(request: HttpRequest, waits: Asked) -> None:
    """Right at last, after too many wrong ones: still refused, or the limit would only slow a guesser."""
    if not ratelimit.consume(request, action="wrong_code", key=_key(request, waits), dry_run=True):
        count(request, "wrong_code", key=_key(request, waits))


def _key(request: HttpRequest, waits: Asked) -> str:
    return _counted(request, waits.address, Login(pk=waits.login) if waits.login else None)


def _counted(request: HttpRequest, address: str, login: Login | None) -> str:
    """Whose tries these are. A browser bound to the adult counts apart: no stranger can lock it."""
    token = token_of(request)
    bound = Device.objects.filter(token_digest=token, login=login, ended_at__isnull=True) if token else None
    own = token.hex() if bound is not None and bound.exists() else ""
    return f"{address}|{own}"


def _blind(salt: str, code: str) -> str:
    return blind(f"{salt}:{code}", "mailed-code").hex()
