"""Handing a letter over: to the mail server if there is one, else as a file in the outbox."""

import contextlib
import os
import smtplib
import ssl
from collections.abc import Iterator
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import parseaddr
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from django.conf import settings

from seren.foundation.notify.letters import Letter, as_message, domain

_PATIENCE = 20  # seconds until a silent mail server counts as away
_REST = timedelta(seconds=45)  # a mail server that did not answer is left alone for so long
_LOOPBACK = ("localhost", "127.0.0.1", "::1")


class Undeliverable(Exception):
    """The mail server says that this address or letter will never be taken. `code` is its number."""

    def __init__(self, code: int) -> None:
        super().__init__(str(code))
        self.code = code


class NotYet(Exception):
    """The mail server cannot take it now. `code` is its number."""

    def __init__(self, code: int) -> None:
        super().__init__(str(code))
        self.code = code


class Unencrypted(Exception):
    """A password would have gone over the wire in clear: the server offers no encryption."""


class Away(Exception):
    """The mail server did not answer a moment ago: the others need not wait for it one after the other."""


_away: dict[str, datetime] = {}


def post(letter: Letter, now: datetime) -> None:
    """Hand it over. Raises Undeliverable for good, anything else for now."""
    message = as_message(letter, now)
    if settings.EMAIL_URL:
        with _left_alone_while_away(settings.EMAIL_URL, now):
            _by_smtp(urlsplit(settings.EMAIL_URL), message, letter.to)
    else:
        _into_outbox(Path(settings.OUTBOX), message, letter)


@contextlib.contextmanager
def _left_alone_while_away(url: str, now: datetime) -> Iterator[None]:
    until = _away.get(url)
    if until is not None and until - _REST <= now < until:
        raise Away
    try:
        yield
    except OSError as silent:
        if not isinstance(silent, smtplib.SMTPResponseException):
            _away[url] = now + _REST
        raise
    else:
        _away.pop(url, None)


def _into_outbox(folder: Path, message: EmailMessage, letter: Letter) -> None:
    """A letter sent again after a kill takes the place of the first: its file has the same name."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    name = f"{letter.made_at:%Y%m%d-%H%M%S}-{letter.message_id[1:17]}"
    fresh = folder / f".{name}.{os.getpid()}"
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(message.as_bytes())
        file.flush()
        os.fsync(file.fileno())
    os.replace(fresh, folder / f"{name}.eml")


def _by_smtp(url: SplitResult, message: EmailMessage, to: str) -> None:
    sender = parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    options = () if to.isascii() else ("SMTPUTF8",)
    with _connected(url) as server, _told_apart():
        server.sendmail(sender, [to], message.as_bytes(), mail_options=options)


@contextlib.contextmanager
def _told_apart() -> Iterator[None]:
    """Only a refused address or letter is for good. A refused sender or password is ours to mend."""
    try:
        yield
    except smtplib.SMTPRecipientsRefused as refused:
        raise _verdict(next(iter(refused.recipients.values()))[0]) from None
    except smtplib.SMTPDataError as refused:
        raise _verdict(refused.smtp_code) from None
    except smtplib.SMTPNotSupportedError:
        raise Undeliverable(553) from None  # an address in letters this server cannot carry


def _verdict(code: int) -> Undeliverable | NotYet:
    return Undeliverable(code) if code >= 500 else NotYet(code)


@contextlib.contextmanager
def _connected(url: SplitResult) -> Iterator[smtplib.SMTP]:
    server = _opened(url)
    try:
        if url.username:
            server.login(unquote(url.username), unquote(url.password or ""))
        yield server
    finally:
        with contextlib.suppress(smtplib.SMTPException, OSError):
            server.quit()


def _opened(url: SplitResult) -> smtplib.SMTP:
    host = url.hostname or "localhost"
    if url.scheme == "smtps":
        safe = ssl.create_default_context()
        return smtplib.SMTP_SSL(host, url.port or 465, domain(), timeout=_PATIENCE, context=safe)
    server = smtplib.SMTP(host, url.port or 587, domain(), timeout=_PATIENCE)
    server.ehlo()
    if server.has_extn("starttls"):
        server.starttls(context=ssl.create_default_context())
    elif url.username and host not in _LOOPBACK:
        server.close()
        raise Unencrypted
    return server
