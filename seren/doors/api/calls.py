"""The API put together: its calls, its schema, and one way to refuse."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from seren.doors.api import photos, problems, reading, shapes, writing  # noqa: F401  (they put their calls)
from seren.doors.api.asking import Bearer, ForeignPage, Session
from seren.doors.api.router import router
from seren.foundation.access.door import NotThere
from seren.foundation.audit.door import Withheld
from seren.foundation.kernel.refusals import Refused

_REFUSALS = {
    401: "Nobody is signed in.",
    403: "A session’s call without the CSRF header.",
    404: "Missing, or not yours: one answer.",
    409: "Another body under this id, or a state this does not fit.",
    413: "Too large.",
    415: "Not a kind we take.",
    422: "Cannot be taken as it is; says why.",
    429: "More children within the hour than is right for this account.",
}
_ONLY_FOR = {403: ("put", "post"), 409: ("put", "post"), 413: ("put",), 415: ("put",)}


class Calls(NinjaAPI):
    def get_openapi_schema(self, **words: Any) -> Any:
        """Ninja's own, with what every call may refuse."""
        schema = super().get_openapi_schema(**words)
        schema["components"]["schemas"]["Problem"] = shapes.Invalid.model_json_schema()
        content = {problems.MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
        for methods in schema["paths"].values():
            for method, operation in methods.items():
                for status, words_ in _REFUSALS.items():
                    if method in _ONLY_FOR.get(status, (method,)):
                        operation["responses"][status] = {"description": words_, "content": content}
        return schema


api = Calls(
    title="Seren",
    version="1",
    description="The same verbs and queries as the pages: nothing more to see, nothing more to do.",
    docs_url=None,
    openapi_url="/openapi.json",
    urls_namespace="api",
    auth=[Bearer(), Session()],
)
api.add_router("", router)


@api.exception_handler(NotThere)
def _not_there(_request: HttpRequest, _no: Exception) -> HttpResponse:
    return problems.not_there()


@api.exception_handler(Refused)
def _refused(_request: HttpRequest, no: Refused) -> HttpResponse:
    return problems.refused(no)


@api.exception_handler(Withheld)
def _withheld(_request: HttpRequest, no: Withheld) -> HttpResponse:
    """A token shows nothing again by itself: its adult does, on a page."""
    if no.step_up:
        words = _("You have opened very many children. Show on a page that it is you: /in/again/")
    else:
        words = _("You have opened very many children. Your leaders are told.")
    response = problems.problem(429, "measure", words)
    response.headers["Retry-After"] = "3600"
    return response


@api.exception_handler(ForeignPage)
def _foreign(_request: HttpRequest, _no: Exception) -> HttpResponse:
    return problems.problem(403, "csrf", _("Send the CSRF header of one of our pages, or a bearer token."))


@api.exception_handler(AuthenticationError)
def _nobody(_request: HttpRequest, _no: Exception) -> HttpResponse:
    return problems.not_there()


@api.exception_handler(ValidationError)
def _unreadable(_request: HttpRequest, no: ValidationError) -> HttpResponse:
    """Where it does not fit, never what was sent."""
    places = [
        {"at": ".".join(str(part) for part in error["loc"]), "why": str(error["msg"])} for error in no.errors
    ]
    return problems.problem(422, "unreadable", _("We cannot read this call."), errors=places)


@api.exception_handler(HttpError)
def _no_json(_request: HttpRequest, _no: Exception) -> HttpResponse:
    return problems.problem(422, "unreadable", _("We cannot read this call."), errors=[])
