"""For machines: alive, able to serve, and where a finder of holes turns to."""

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse

from seren.doors.web.policies import WebAction
from seren.foundation.access.door import RecordClass
from seren.foundation.kernel import clock
from seren.foundation.kernel.models import Installation
from seren.foundation.sealing.door import keys_there
from seren.foundation.ui.door import Seen


class Plain(Seen):
    """One line of text, the same for everybody, kept by nobody."""

    action = WebAction.CHECK_HEALTH
    record_class = RecordClass.C0
    audience = ""

    def said(self, words: str, status: int = 200) -> HttpResponse:
        headers = {"Cache-Control": "no-store"}
        return HttpResponse(
            f"{words}\n", status=status, content_type="text/plain; charset=utf-8", headers=headers
        )


class Alive(Plain):
    def get(self, request: HttpRequest) -> HttpResponse:
        return self.said("alive")


class Ready(Plain):
    """The database answers and holds an installation, and its keys are there: else 503."""

    def get(self, request: HttpRequest) -> HttpResponse:
        try:
            made = Installation.objects.exists()
        except DatabaseError:
            connection.close()
            made = False
        return self.said("ready") if made and keys_there() else self.said("not ready", 503)


class SecurityText(Plain):
    """RFC 9116. It is good until the end of a half-year that lies six months off at the least."""

    def get(self, request: HttpRequest) -> HttpResponse:
        today = clock.today()
        until = f"{today.year}-12-31" if today.month < 7 else f"{today.year + 1}-06-30"
        return self.said(f"Contact: mailto:{settings.SECURITY_CONTACT}\nExpires: {until}T23:59:59Z")
