"""The product's addresses over the world, with background work done as `seren demo` does it."""

import threading
from datetime import timedelta

import time_machine
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from seren.foundation.access.door import RecordClass, declares
from seren.foundation.jobs.door import work
from seren.foundation.kernel import clock
from seren.people.accounts.policies import AccountsAction
from tests import world_urls
from tests.world_urls import handler400, handler403, handler404, handler500

__all__ = ["begin", "handler400", "handler403", "handler404", "handler500", "urlpatterns"]


@csrf_exempt
@declares(AccountsAction.SIGN_IN, RecordClass.C0)
def later(request: HttpRequest) -> HttpResponse:
    """What waits is over at once: the server's clock goes on by so many seconds, and runs from there."""
    then = clock.now() + timedelta(seconds=int(request.POST["seconds"]))
    time_machine.travel(then.timestamp(), tick=True).start()
    return HttpResponse(status=204)


def begin() -> None:
    """Called once before the first request."""
    world_urls.open_up()
    stop = threading.Event()
    threading.Thread(target=work, kwargs={"stop": stop}, daemon=True).start()


urlpatterns = [path("test/later/", later), *world_urls.urlpatterns]
