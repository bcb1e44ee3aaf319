"""The product's addresses, with a bare first page for each hat that has none yet."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from seren.config import urls as product
from seren.doors.web.policies import WebAction
from seren.foundation.access.door import RecordClass, declares

handler404 = product.handler404


@declares(WebAction.GO_HOME, RecordClass.C0)
def bare(request: HttpRequest) -> HttpResponse:
    layout = {"today": "family", "desk": "desk"}.get(request.path.split("/")[1], "staff")
    return render(request, f"ui/{layout}.html")


urlpatterns = [
    *(path(home, bare) for home in ("today/", "room/", "desk/")),
    *product.urlpatterns,
]
