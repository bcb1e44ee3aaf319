"""Where a list goes on: the last row's keys, sealed for one person and one list.

Nobody can make one, use another's, or read in it when a row was shared: between homes that is told by the
day. The same place gives the same cursor (AES-SIV), so an address stays one address.
"""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV
from django.utils.translation import gettext as _

from seren.foundation.kernel.refusals import Refused
from seren.foundation.sealing.door import key_for


def sign_cursor(person: UUID, *parts: object, about: str = "") -> str:
    """The parts as text, sealed. `about` names the list, with all that narrows or orders it."""
    payload = json.dumps([str(part) for part in parts], separators=(",", ":")).encode()
    sealed = AESSIV(key_for("cursor")).encrypt(payload, [person.bytes, about.encode()])
    return urlsafe_b64encode(sealed).decode().rstrip("=")


def read_cursor(person: UUID, cursor: str, *, about: str = "") -> tuple[str, ...]:
    """The parts. Refuses a cursor that was changed, that is another person's, or of another list."""
    try:
        sealed = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        payload = AESSIV(key_for("cursor")).decrypt(sealed, [person.bytes, about.encode()])
    except (ValueError, InvalidTag) as lost:
        sentence = _("We lost your place in this list. Start again at the top.")
        raise Refused("bad-cursor", sentence, "cursor") from lost
    return tuple(json.loads(payload))
