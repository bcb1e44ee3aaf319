"""A mail to one address that somebody is waiting for: at once, sealed until it has gone, erased after."""

from datetime import datetime, timedelta
from uuid import UUID

from seren.foundation.jobs.door import Hopeless, enqueue
from seren.foundation.kernel import db
from seren.foundation.notify import letters, posting
from seren.foundation.notify.models import OPEN, Outcome, Outgoing
from seren.foundation.sealing.door import forget

_KEPT = timedelta(weeks=1)


def mail_now(*, to: str, subject: str, body: str, language: str, now: datetime) -> None:
    """Queue a mail for the next moment, whatever the hour. Its words stand in no log and in no job.

    In a verb's transaction it goes with the verb, or not at all.
    """
    row = Outgoing(letter={"to": to, "subject": subject, "body": body}, language=language, made_at=now)
    with db.writing(housekeeping=True):
        row.save(force_insert=True)
        enqueue("notify.outgoing", {"mail": row.id}, key=str(row.id))


def post_outgoing(mail: UUID, now: datetime) -> None:
    """Raises Hopeless where the address will never take it, anything else for another try."""
    row = Outgoing.objects.filter(id=mail, outcome__in=OPEN).first()
    if row is None or row.letter is None:
        return
    letter = letters.Letter(
        to=row.letter["to"],
        subject=row.letter["subject"],
        text=row.letter["body"],
        language=letters.spoken(row.language),
        message_id=letters.message_id("outgoing", row.id),
        made_at=row.made_at,
    )
    try:
        posting.post(letter, now)
    except (posting.Undeliverable, letters.NotOneAddress):
        raise Hopeless from None
    erase(mail, Outcome.SENT, now)


def erase(mail: UUID, outcome: Outcome, sent_at: datetime | None = None) -> None:
    """Words and key are gone; that there was a mail stays for a week."""
    with db.writing(housekeeping=True):
        Outgoing.objects.filter(id=mail).update(letter=None, outcome=outcome, sent_at=sent_at)
    forget(mail)


def prune(now: datetime) -> None:
    with db.writing(housekeeping=True):
        Outgoing.objects.filter(letter=None, made_at__lt=now - _KEPT).delete()
