"""Whatever a program sends: no broken answer, only answers the schema knows, and nothing of another home."""

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from seren.foundation.access.door import SystemReason, system
from seren.foundation.kernel import ids
from seren.partnership.journal.models import Reply
from tests.doors.api.conftest import token_of

ROLES = ("mother", "key-person", "manager", "stranger-parent")
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
FEW, MANY = 15, 1_000


def canaries(world, who):
    """Words and names of other homes this adult must never be sent."""
    from seren.foundation.words.door import bodies

    other = {"mother": ["father-other-home"], "stranger-parent": ["mother", "father-other-home"]}.get(who, [])
    told = {"mother": ["Gareth"], "stranger-parent": ["Rhian", "Gareth"]}.get(who, [])
    people = [world.people[one] for one in other]
    rows = system(SystemReason.MENDING, Reply).filter(talk_with__in=people, text__isnull=False)
    texts = bodies(rows.values_list("text_id", flat=True))
    return [body for wordings in texts.values() for _language, body in wordings if len(body) > 12] + told


KINDS = {"moment": "moments", "child": "children", "reply": "replies", "photo": "photos"}
SENSE = {
    "happened_at": "2025-05-13T10:00:00Z",
    "areas": [],
    "quick_word": "",
    "share": True,
    "language": "en",
}


def ids_for(world, name):
    """Of the right kind, of any kind, new ones, and what means nothing."""
    own = list(getattr(world, KINDS[name]).values())
    held = [key for kind in KINDS.values() for key in getattr(world, kind).values()]
    return st.sampled_from(own) | st.sampled_from(held) | st.builds(ids.new) | st.uuids()


def with_sense(world, body, draw):
    """Bodies nobody would take say little: half of the time each field says something that makes sense."""
    if not isinstance(body, dict):
        return body
    body = {
        name: SENSE[name] if name in SENSE and draw(st.booleans()) else said for name, said in body.items()
    }
    if "children" in body and draw(st.booleans()):
        body["children"] = [str(draw(st.sampled_from(sorted(world.children.values()))))]
    return body


_schema = []


def described(headers):
    """The schema as the product gives it, read once: it is the same for everybody."""
    if not _schema:
        app = get_wsgi_application()
        _schema.append(schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app, headers=headers))
    return _schema[0]


def run(world, who, examples):
    headers = {"Authorization": f"Bearer {token_of(world, who)}"}
    secret, seen = canaries(world, who), []
    for found in described(headers).get_all_operations():
        operation = found.ok()

        @settings(
            max_examples=examples,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(data=st.data(), case=operation.as_strategy())
        def examine(data, case):
            for name in case.path_parameters or {}:
                case.path_parameters[name] = str(data.draw(ids_for(world, name)))
            case.body = with_sense(world, case.body, data.draw)
            with transaction.atomic():
                answer = case.call(headers=headers)
                transaction.set_rollback(True)
            case.validate_response(answer, checks=CHECKS)
            said = answer.content.decode("utf-8", "replace")
            assert not [one for one in secret if one in said]
            seen.append(answer.status_code)

        examine()
    return seen


@pytest.mark.parametrize("who", ROLES)
def test_no_call_breaks_or_tells_of_another_home(world, who):
    seen = run(world, who, FEW)
    assert {200, 404} <= set(seen), sorted(set(seen))


@pytest.mark.long
@pytest.mark.parametrize("who", ROLES)
def test_no_call_of_a_thousand_breaks(world, who):
    assert run(world, who, MANY)
