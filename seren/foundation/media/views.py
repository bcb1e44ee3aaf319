"""The address of a picture's bytes."""

from collections.abc import Collection
from typing import Any, ClassVar
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views import View

from seren.foundation.access.door import Action, Actor, NotThere, RecordClass
from seren.foundation.kernel import db
from seren.foundation.media import serving
from seren.foundation.media.terms import MediaAction, Size


class PhotoBytes(View):
    """GET: one size, or the plain 404. That it was seen is recorded by the page that listed it.

    A room whose pictures are of another class gives them an address of their own: its action, its class,
    and the sizes they are shown in.
    """

    action: ClassVar[Action] = MediaAction.SEE_PHOTO
    record_class: ClassVar[RecordClass] = RecordClass.C4
    sizes: ClassVar[Collection[str]] = Size.values
    http_method_names = ["get", "head"]

    def get(self, request: HttpRequest, photo: UUID, size: str) -> HttpResponseBase:
        actor: Actor | None = getattr(request, "actor", None)
        if actor is None or size not in self.sizes:
            raise Http404
        try:
            with db.only_asking():
                return serving.answer(actor, photo, size, request.headers, self.action)
        except NotThere as absent:
            raise Http404 from absent

    def http_method_not_allowed(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        raise Http404  # a wrong method tells no more than a wrong address
