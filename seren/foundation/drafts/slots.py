"""Whose a draft is: the place it is kept at, and the stamp a form carries of the person it was made for."""

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from uuid import UUID

from seren.foundation.kernel import ids
from seren.foundation.sealing.door import key_for

_CODE = 16


def slot(person: UUID | None, browser: str, form: str, about: str) -> UUID:
    """The id of the draft of this person, at this browser, of this form about this thing.

    Keyed: from the table alone nobody can tell which drafts share a browser or a person.
    """
    parts = (str(person or ""), browser, form, about)
    return UUID(bytes=hmac.digest(key_for("drafts:slot"), "\x1f".join(parts).encode(), "sha256")[:16])


def new_browser() -> str:
    """The value of the cookie that ties drafts to one browser. It says nothing of anybody."""
    return ids.blind()


def stamp(person: UUID, browser: str) -> str:
    """A hidden field of a form worth keeping: for whom, and at which browser, it was shown.

    A form may be sent after that person signed out, or after somebody else signed in at the same
    browser. The stamp, not the session of that later moment, says whose words they are.
    """
    return urlsafe_b64encode(_code(person, browser) + person.bytes).decode().rstrip("=")


def stamped(value: str, browser: str) -> UUID | None:
    """The person of the stamp. None where it is no stamp of ours, or of another browser."""
    try:
        raw = urlsafe_b64decode(value + "=" * (-len(value) % 4))
        person = UUID(bytes=raw[_CODE:])
    except ValueError:
        return None
    return person if hmac.compare_digest(raw[:_CODE], _code(person, browser)) else None


def _code(person: UUID, browser: str) -> bytes:
    return hmac.digest(key_for("drafts:stamp"), person.bytes + browser.encode(), "sha256")[:_CODE]
