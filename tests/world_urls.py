"""The product's addresses, and one click to be somebody: for tests in a browser."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from seren.config import urls as product
from seren.foundation.access.door import RecordClass, declares
from seren.foundation.kernel import clock
from seren.people.accounts.domain import sign_in_for_demo
from seren.people.accounts.policies import AccountsAction, open_to_all

handler400 = product.handler400
handler403 = product.handler403
handler404 = product.handler404
handler500 = product.handler500


@csrf_exempt
@declares(AccountsAction.SIGN_IN, RecordClass.C0)
def click(request: HttpRequest) -> HttpResponse:
    sign_in_for_demo(request, UUID(request.POST["who"]), now=clock.now())
    return HttpResponse(status=204)


def open_up() -> None:
    """Before the gate is set up: nobody needs to be signed in to sign in."""
    open_to_all("/test/")


urlpatterns = [path("test/sign-in/", click), *product.urlpatterns]
