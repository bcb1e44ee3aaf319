"""One thin seam: mail about signing in leaves by the outbox, at once, without quiet hours."""

from datetime import datetime

from django.core.mail import EmailMessage


def send(*, to: str, subject: str, body: str, language: str, now: datetime) -> None:
    EmailMessage(subject, body, to=[to]).send()
