"""What leaves the house: there is something, and where to see it. Never what, never about whom."""

import hmac
from dataclasses import dataclass
from datetime import date, datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr

import babel
import babel.dates
from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from seren.foundation.notify.kinds import Words
from seren.foundation.sealing.door import key_for


class NotOneAddress(ValueError):
    """A letter goes to one plain address. (The address is not said: this may be logged.)"""


@dataclass(frozen=True, slots=True)
class Letter:
    """One message to one address. `made_at` stays the same when it has to be sent again, as does its id."""

    to: str
    subject: str
    text: str
    language: str
    message_id: str
    made_at: datetime
    html: str = ""
    less: str = ""


def message_id(*parts: object) -> str:
    """The same parts give the same id, and tell nobody who or what they are."""
    said = "|".join(str(part) for part in parts).encode()
    name = hmac.digest(key_for("notify:message"), said, "sha256")[:16].hex()
    return f"<{name}@{domain()}>"


def domain() -> str:
    """Of our own address: the outside learns no machine's name from a mail."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"


def spoken(language: str) -> str:
    """The language if Seren speaks it, else the installation's own."""
    return language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def address(path: str) -> str:
    """A path on this site as a person can follow it."""
    return f"{settings.PUBLIC_URL or 'http://localhost'}{path}"


def notice(
    *,
    to: str,
    language: str,
    title: Words | None,
    line: Words | None,
    link: str,
    wishes: str,
    day: date,
    id: str,
    made_at: datetime,
) -> Letter:
    """A notice of its own, or without `title` and `line` a digest. `link` and `wishes` are paths."""
    with translation.override(spoken(language)):
        context = {
            "language": spoken(language),
            "direction": "rtl" if translation.get_language_bidi() else "ltr",
            "line": str(line or _("There is something new for you in Seren.")),
            "act": _("Open Seren"),
            "link": address(link),
            "day": _("This note is for %(day)s.") % {"day": _day(day)},
            "less": _("Want fewer notes? Tell us here how to reach you."),
            "wishes": address(wishes),
        }
        return Letter(
            to=to,
            subject=str(title or _("Something new in Seren")),
            text=render_to_string("notify/letter.txt", context).strip(),
            html=render_to_string("notify/letter.html", context),
            language=spoken(language),
            message_id=id,
            made_at=made_at,
            less=address(wishes),
        )


def _day(day: date) -> str:
    """The whole date, as it is written here: Welsh has it from Babel, which Django has not for all."""
    language = translation.get_language() or "en"
    locale = babel.Locale.parse(language, sep="-") if language != "en" else babel.Locale("en", "GB")
    return babel.dates.format_date(day, "full", locale=locale)


def as_message(letter: Letter, now: datetime) -> EmailMessage:
    """One recipient, no name beside the address, nothing that invites an answer by machine.

    Raises NotOneAddress.
    """
    if not letter.to or any(mark in letter.to for mark in ' ,;:<>"\t\r\n'):
        raise NotOneAddress
    message = EmailMessage(policy=SMTP)
    message["From"] = settings.DEFAULT_FROM_EMAIL
    message["To"] = letter.to
    message["Subject"] = letter.subject
    message["Date"] = format_datetime(now)
    message["Message-ID"] = letter.message_id
    message["Auto-Submitted"] = "auto-generated"
    if letter.less:
        message["List-Unsubscribe"] = f"<{letter.less}>"
    message.set_content(letter.text)
    if letter.html:
        message.add_alternative(letter.html, subtype="html")
    message["Content-Language"] = letter.language  # last: the parts would take it along
    return message
