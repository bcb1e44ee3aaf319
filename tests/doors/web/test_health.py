"""What machines ask."""

from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client

from seren.doors.web.views import health
from seren.foundation.kernel.models import Installation

pytestmark = pytest.mark.django_db


def test_it_says_that_it_is_alive():
    answer = Client().get("/healthz")
    assert (answer.status_code, answer.content) == (200, b"alive\n")
    assert answer.headers["Cache-Control"] == "no-store"


def test_it_is_ready_once_there_is_an_installation(now: Any):
    assert Client().get("/readyz").status_code == 503
    Installation.objects.create(id=1, kind="live", made_at=now, fingerprint="")
    assert Client().get("/readyz").status_code == 200


def test_a_database_that_does_not_answer_is_not_ready(monkeypatch: pytest.MonkeyPatch):
    def lost() -> bool:
        raise OperationalError("gone")

    monkeypatch.setattr(
        health, "Installation", type("Gone", (), {"objects": type("O", (), {"exists": staticmethod(lost)})})
    )
    assert Client().get("/readyz").status_code == 503


def test_whoever_finds_a_hole_reads_where_to_write(settings: Any):
    settings.SECURITY_CONTACT = "holes@example.org"
    lines = Client().get("/.well-known/security.txt").content.decode().splitlines()
    assert lines == ["Contact: mailto:holes@example.org", "Expires: 2025-12-31T23:59:59Z"]
