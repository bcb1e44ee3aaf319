"""Addresses of the API. Whatever else is asked for under it is not there, in the same words."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import path, re_path
from django.views.decorators.csrf import csrf_exempt

from seren.doors.api import problems
from seren.doors.api.calls import api
from seren.doors.api.docs import Docs
from seren.foundation.access.door import Action, RecordClass, declares
from seren.foundation.kernel import db
from seren.foundation.media.door import MediaAction
from seren.partnership.journal.policies import JournalAction
from seren.people.accounts.policies import AccountsAction
from seren.people.families.policies import FamilyAction

View = Callable[..., HttpResponseBase]
_SELF = (AccountsAction.SEE_SELF, RecordClass.C1)

# What each address asks of access: the least of its calls. Each verb asks for itself again.
_DECLARED: dict[str, tuple[Action, RecordClass]] = {
    "openapi-json": _SELF,
    "api-root": _SELF,
    "me": _SELF,
    "children": (FamilyAction.SEE_CHILD, RecordClass.C2),
    "one_child": (FamilyAction.SEE_CHILD, RecordClass.C2),
    "moments": (JournalAction.WALK_SKY, RecordClass.C3),
    "one_moment": (JournalAction.WALK_SKY, RecordClass.C3),
    "photo_bytes": (MediaAction.SEE_PHOTO, RecordClass.C4),
    "put_moment": (JournalAction.NOTE_MOMENT, RecordClass.C3),
    "share": (JournalAction.SHARE_MOMENT, RecordClass.C3),
    "withdraw": (JournalAction.WITHDRAW_MOMENT, RecordClass.C3),
    "put_reply": (JournalAction.ANSWER, RecordClass.C3),
    "acknowledge": (JournalAction.THANK, RecordClass.C3),
    "ask": (JournalAction.ASK_FOR_RECORD, RecordClass.C3),
    "decide": (JournalAction.DECIDE_RECORD, RecordClass.C3),
    "put_photo": (JournalAction.ADD_PHOTO, RecordClass.C4),
}


def _guarded(view: View, action: Action, record_class: RecordClass) -> View:
    """Asking changes nothing; a wrong method tells no more than a wrong address."""

    @declares(action, record_class)
    @csrf_exempt  # the calls ask for it themselves, of sessions
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method == "GET":
            with db.only_asking():
                response = view(request, *args, **kwargs)
        else:
            response = view(request, *args, **kwargs)
        if response.status_code == 405:
            return problems.not_there()
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    done: View = guarded
    return done


@declares(*_SELF)
@csrf_exempt
def nothing(request: HttpRequest) -> HttpResponseBase:
    return problems.not_there()


def _calls() -> list[Any]:
    patterns: list[Any] = api.urls[0]
    for pattern in patterns:
        if pattern.name == "api-root":
            pattern.callback = nothing
        else:
            pattern.callback = _guarded(pattern.callback, *_DECLARED[pattern.name])
    return patterns


app_name = "api"
urlpatterns = [
    path("v1/docs", Docs.as_view(), name="docs"),
    *[path("v1/", (patterns, None, None)) for patterns in [_calls()]],
    re_path(r"", nothing, name="nothing"),
]
