"""What the browser tests of signing in look at: three adults with letters, and mails in a file."""

from pathlib import Path

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from seren.foundation.access.door import Operator, RecordClass, declares
from seren.foundation.kernel import clock
from seren.people.accounts import notices
from seren.people.accounts.domain import Adult, add_person, invite
from seren.people.accounts.policies import AccountsAction, open_to_all, register_hat
from seren.people.accounts.terms import Hat
from seren.people.provision.domain import open_provider

CAST = {
    "amina": Adult("Amina", "Begum", "amina@home.example"),
    "sian": Adult("Sian", "Staff", "sian@hill.example"),
    "bev": Adult("Bev", "Staff", "bev@hill.example"),
}


def furnish() -> None:
    data, now = Path(settings.DATA), clock.now()
    register_hat(Hat.ROOM, lambda at: Q(family_name="Staff"))
    console = Operator(open_provider(name="Hill Lane", now=now).pk, now)
    for who, adult in CAST.items():
        _letter, code = invite(actor=console, person=add_person(actor=console, adult=adult, now=now), now=now)
        (data / f"{who}.txt").write_text(code)
    open_to_all("/now/")
    notices.mail_now = keep


def keep(*, to: str, body: str, **_rest: object) -> None:
    with (Path(settings.DATA) / "mails.txt").open("a") as box:
        box.write(f"\x1e{to}\n{body}")


@declares(AccountsAction.SIGN_IN, RecordClass.C0)
def instant(request: HttpRequest) -> HttpResponse:
    return HttpResponse(clock.now().isoformat(), content_type="text/plain")


urlpatterns = [
    path("now/", instant),
    path("", include("seren.foundation.ui.urls")),
    path("", include("seren.people.accounts.urls")),
]
