"""The front door of a demo: whoever is not signed in chooses who to be."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase


class CastFirst:
    """In a demo, `/` leads a visitor to the cast, not to sign-in. Every other address is as anywhere."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        if not settings.DEMO:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if request.path == "/" and getattr(request, "partial", None) is None:
            query = request.META.get("QUERY_STRING", "")
            return HttpResponseRedirect(f"/demo/?{query}" if query else "/demo/", status=303)
        return response
