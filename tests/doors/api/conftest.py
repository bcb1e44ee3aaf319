"""Programs of the cast: each with a bearer token of their own."""

import json
from datetime import timedelta

import pytest
from django.test import Client

from seren.foundation.access.door import Operator
from seren.foundation.kernel import clock, ids
from seren.people.accounts.domain import api_token


class Program:
    """Calls with the rights of one adult."""

    def __init__(self, token):
        self.token = token
        self._client = Client(headers={"authorization": f"Bearer {token}"})

    def get(self, path, **query):
        return self._client.get(f"/api/v1{path}", query)

    def put(self, path, body):
        return self._client.put(f"/api/v1{path}", json.dumps(body), content_type="application/json")

    def post(self, path, body=None):
        sent = json.dumps(body) if body is not None else ""
        return self._client.post(f"/api/v1{path}", sent, content_type="application/json")

    def put_form(self, path, fields):
        from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

        body = encode_multipart(BOUNDARY, fields)
        return self._client.put(f"/api/v1{path}", body, content_type=MULTIPART_CONTENT)


def token_of(world, who):
    now = clock.now()
    return api_token(actor=Operator(world.provider, now), person=world.people[who], days=1, now=now)


@pytest.fixture
def program(world):
    """`program("mother")` calls as she."""
    return lambda who: Program(token_of(world, who))


@pytest.fixture
def star_body(world):
    """A star about Mali, from home."""
    return {
        "children": [str(world.children["Mali Evans"])],
        "words": "She counted the geese on the way home.",
        "language": "en",
        "happened_at": (clock.now() - timedelta(hours=2)).isoformat(),
        "share": True,
        "audience": "family",
    }


@pytest.fixture
def new_id():
    return lambda: str(ids.new())
