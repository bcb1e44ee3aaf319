"""The page of the API: drawn from the same schema that programs read."""

from dataclasses import dataclass
from typing import Any

from seren.doors.api import problems
from seren.doors.api.calls import api
from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.ui.door import Page
from seren.people.accounts.policies import AccountsAction


@dataclass(frozen=True, slots=True)
class Call:
    method: str
    path: str
    title: str
    words: str


@dataclass(frozen=True, slots=True)
class DocsPage:
    calls: tuple[Call, ...]
    codes: tuple[tuple[str, int], ...]


class Docs(Page):
    action = AccountsAction.SEE_SELF
    record_class = RecordClass.C1
    template_name = "api/docs.html"

    def read(self, actor: Actor, **ids: Any) -> DocsPage:
        paths: dict[str, Any] = api.get_openapi_schema()["paths"]
        calls = tuple(
            Call(method.upper(), path, operation["summary"], operation.get("description", ""))
            for path, methods in paths.items()
            for method, operation in methods.items()
        )
        return DocsPage(calls, tuple(sorted(problems.STATUS.items())))
