"""The address of a picture's bytes."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views import View

from seren.foundation.access.door import Actor, NotThere, RecordClass
from seren.foundation.kernel import db
from seren.foundation.media import serving
from seren.foundation.media.terms import MediaAction


class PhotoBytes(View):
    """GET: one size, or the plain 404. That it was seen is recorded by the page that listed it."""

    action = MediaAction.SEE_PHOTO
    record_class = RecordClass.C4
    http_method_names = ["get", "head"]

    def get(self, request: HttpRequest, photo: UUID, size: str) -> HttpResponseBase:
        actor: Actor | None = getattr(request, "actor", None)
        if actor is None:
            raise Http404
        try:
            with db.only_asking():
                return serving.answer(actor, photo, size, request.headers)
        except NotThere as absent:
            raise Http404 from absent

    def http_method_not_allowed(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        raise Http404  # a wrong method tells no more than a wrong address
