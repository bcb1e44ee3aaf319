"""The product's addresses, and the demo's one click as doors call it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from seren.foundation.kernel import clock
from seren.people.accounts.domain import sign_in_for_demo


def click(request: HttpRequest) -> HttpResponse:
    sign_in_for_demo(request, UUID(request.POST["person"]), now=clock.now())
    return HttpResponse(status=204)


urlpatterns = [path("demo/sign-in/", click), path("", include("seren.people.accounts.urls"))]
