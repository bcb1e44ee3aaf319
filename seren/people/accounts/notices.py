"""Mail about signing in. No name, no child, no place in any of it; one address each."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from seren.foundation.notify.door import mail_now, register_address_book
from seren.foundation.ui.door import instant_words
from seren.people.accounts.queries.people import addresses_of
from seren.people.accounts.queries.reach import reach_of


def mail_code(address: str, code: str, *, now: datetime) -> None:
    """A code, in the language of the page that asked for it."""
    body = _(
        "Your code is %(code)s\n\n"
        "Type it on the page that asked for it. It works for 15 minutes.\n\n"
        "Did you not ask for it? Then do nothing. Nobody can come in without it."
    ) % {"code": f"{code[:3]} {code[3:]}"}
    _send(address, _("Your code for Seren"), body, now)


def mail_nobody(address: str, *, now: datetime) -> None:
    """Somebody asked for a code with an address that signs nobody in. It takes as long as a code."""
    body = _(
        "Someone asked for a code to sign in to Seren with this address.\n\n"
        "Nobody signs in with it here. If you have a letter from us, use the code in your letter.\n\n"
        "Did you not ask? Then do nothing."
    )
    _send(address, _("Signing in to Seren"), body, now)


def tell_sign_in(login: UUID, person: UUID, device: "str | Promise", *, now: datetime) -> None:
    """A new device, or a link from the console, signed somebody in: told by every channel they have."""
    with override(_language_of(person)):
        body = _(
            "Somebody signed in as you.\n\n"
            "Device: %(device)s\nWhen: %(when)s\n\n"
            "Was it you? Then all is well.\n"
            "Was it not you? Open Seren, then Settings, then This phone. End that sign-in there. "
            "Then ring us."
        ) % {"device": device, "when": instant_words(now)}
        _tell_all(addresses_of(login), _("A new sign-in to Seren"), body, now)


def tell_address_changed(old: str, person: UUID, *, now: datetime) -> None:
    with override(_language_of(person)):
        body = _(
            "From %(when)s you sign in to Seren with another address, not with this one.\n\n"
            "Did you not change it? Ring us today."
        ) % {"when": instant_words(now)}
        _send(old, _("Your sign-in address changed"), body, now)


def tell_step_changed(login: UUID, person: UUID, *, now: datetime) -> None:
    """A passkey, an authenticator app or recovery codes came or went."""
    with override(_language_of(person)):
        body = _(
            "The ways you sign in to Seren changed. When: %(when)s\n\n"
            "Was it you? Then all is well. Was it not you? Ring us today."
        ) % {"when": instant_words(now)}
        _tell_all(addresses_of(login), _("Your ways to sign in changed"), body, now)


def tell_recovery(login: UUID, person: UUID, opens_at: datetime, *, now: datetime) -> None:
    with override(_language_of(person)):
        body = _(
            "Two of our staff will open your Seren account again. The old ways in are lost.\n\n"
            "The old ways end on %(when)s. Then you get a new letter.\n\n"
            "Did you not ask? Ring us today. We can stop it."
        ) % {"when": instant_words(opens_at)}
        _tell_all(addresses_of(login), _("Your Seren account"), body, now)


def _language_of(person: UUID) -> str:
    found = reach_of([person]).get(person)
    return found.language if found else "en"


def _tell_all(addresses: Iterable[str], subject: str, body: str, now: datetime) -> None:
    for address in addresses:
        _send(address, subject, body, now)


def _send(address: str, subject: str, body: str, now: datetime) -> None:
    mail_now(to=address, subject=subject, body=body, language=get_language() or "en", now=now)


# Everything a room tells goes by each adult's own wishes, which they change on this page.
register_address_book(lambda people: reach_of(list(people)), wishes="/family/how-to-reach-me/")
