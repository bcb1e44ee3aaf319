"""What has run out: sessions, tries that were counted, words that were shown, links."""

from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db.models import Exists, OuterRef

from seren.foundation.access.door import SystemReason, system
from seren.foundation.kernel import db
from seren.people.accounts.models import Limit, Meeting, SignInLink


def clean_up(*, now: datetime) -> None:
    with db.writing(housekeeping=True):
        Session.objects.filter(expire_date__lte=now).delete()
        open_one = Session.objects.filter(session_key=OuterRef("session_key"))
        UserSession.objects.filter(~Exists(open_one)).delete()
        Limit.objects.filter(expires__lte=now).delete()
        Meeting.objects.filter(ends_at__lte=now).delete()
        system(SystemReason.SWEEPING, SignInLink).filter(ends_at__lte=now).delete()
