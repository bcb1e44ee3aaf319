"""Where a list goes on: the last row's keys, signed for one person and one list.

A cursor hides nothing (its reader has seen that row), but nobody can make one, and nobody can use
another's.
"""

import hmac
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.kernel.refusals import Refused
from seren.foundation.sealing.door import key_for

_CODE = 16  # bytes of HMAC-SHA-256 kept


def sign_cursor(person: UUID, *parts: object, about: str = "") -> str:
    """The parts as text, signed. `about` names the list, with all that narrows or orders it."""
    payload = json.dumps([str(part) for part in parts], separators=(",", ":")).encode()
    return urlsafe_b64encode(_code(person, about, payload) + payload).decode().rstrip("=")


def read_cursor(person: UUID, cursor: str, *, about: str = "") -> tuple[str, ...]:
    """The parts. Refuses a cursor that was changed, that is another person's, or of another list."""
    try:
        raw = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
    except ValueError:
        raw = b""
    code, payload = raw[:_CODE], raw[_CODE:]
    if not payload or not hmac.compare_digest(code, _code(person, about, payload)):
        raise Refused("bad-cursor", _("We lost your place in this list. Start again at the top."), "cursor")
    return tuple(json.loads(payload))


def _code(person: UUID, about: str, payload: bytes) -> bytes:
    name = about.encode()
    message = person.bytes + len(name).to_bytes(4) + name + payload
    return hmac.digest(key_for("cursor"), message, "sha256")[:_CODE]
