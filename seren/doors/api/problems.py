"""Refusals as RFC 9457 problem documents. Missing and not yours are one answer, byte for byte."""

import json
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from seren.foundation.kernel.refusals import Refused

MEDIA_TYPE = "application/problem+json"
DOCS = "/api/v1/docs"

# What a refusal's code is in HTTP; any other is 422. docs/api.md and the page of the API list them.
STATUS = {
    "conflict": 409,
    "erased": 409,
    "undo-over": 409,
    "wrong-state": 409,
    "too-large": 413,
    "not-a-photo": 415,
    "not-multipart": 415,
    "busy": 503,
}
TITLES = {
    403: _("Not from our own page"),
    409: _("That does not fit what is here"),
    413: _("Too large"),
    415: _("Not a kind we take"),
    422: _("We cannot take this as it is"),
    429: _("Too many children at once"),
    503: _("Try again in a minute"),
}
NOT_THERE = b'{"type":"about:blank","title":"Not found","status":404}'


def not_there() -> HttpResponse:
    return _document(NOT_THERE, 404)


def refused(no: Refused) -> HttpResponse:
    status = STATUS.get(no.code, 422)
    return problem(status, no.code, str(no.sentence), field=no.field)


def problem(status: int, code: str, detail: str, **more: Any) -> HttpResponse:
    """`type` leads to the code on the page of the API."""
    body: dict[str, Any] = {
        "type": f"{DOCS}#{code}",
        "title": str(TITLES[status]),
        "status": status,
        "code": code,
        "detail": detail,
        **{name: value for name, value in more.items() if value is not None},
    }
    return _document(json.dumps(body, ensure_ascii=False).encode(), status)


def _document(body: bytes, status: int) -> HttpResponse:
    headers = {"Cache-Control": "private, no-store"}
    return HttpResponse(body, status=status, content_type=MEDIA_TYPE, headers=headers)
