"""The product's addresses over the world, and one that lists them all with the world's ids in them."""

from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from seren.foundation.access.door import RecordClass, declares
from seren.people.accounts.policies import AccountsAction
from seren.people.accounts.queries import hats_of
from tests import world_urls
from tests.sweep.addresses import of_each_route, worn
from tests.sweep.pseudo import speak
from tests.world import world_of
from tests.world_urls import handler400, handler403, handler404, handler500

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


@csrf_exempt
@declares(AccountsAction.SIGN_IN, RecordClass.C0)
def addresses(request: HttpRequest) -> JsonResponse:
    """For each route that whoever asks may wear the hat of, everything to put in its holes."""
    world = world_of(Path(settings.DATA))
    actor = request.actor  # type: ignore[attr-defined]
    hats = hats_of(actor.person, actor.at) if actor else set()
    found = [(route, filled) for route, filled in of_each_route(world) if worn(route, hats)]
    return JsonResponse({"routes": found})


def made_up() -> None:
    """Called once before the first request: everything in English comes longer, between ⟦ ⟧."""
    world_urls.open_up()
    speak(readable=True)


urlpatterns = [path("test/addresses/", addresses), *world_urls.urlpatterns]
