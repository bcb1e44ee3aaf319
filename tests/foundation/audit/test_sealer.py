"""The log is sealed by the worker, without anybody asking."""

import pytest

from seren.foundation.audit import door as audit
from seren.foundation.jobs import ticks
from seren.foundation.kernel import db, ids
from seren.people.provision.models import Provider

pytestmark = [pytest.mark.db, pytest.mark.django_db]


class Happened(audit.Event):
    CLOSED = "test.closed", "closed the door"


def test_what_happened_is_sealed_at_the_next_tick(now):
    provider = Provider(id=ids.new(), name="Hill Lane", made_at=now)
    provider.provider_id = provider.id
    with db.writing():
        provider.save(force_insert=True)
        audit.record(None, Happened.CLOSED, provider, now=now)
    assert audit.verify().waiting == 1
    ticks.pass_time(ticks.registered(), 0)
    assert (audit.verify().waiting, audit.verify().fault) == (0, "")
