"""A tamperer who may write every table, and has no key, is found out."""

import pytest

from seren.foundation.audit import door as audit
from seren.foundation.audit.models import Entry
from seren.foundation.kernel import db, ids
from seren.people.provision.models import Provider

pytestmark = [pytest.mark.db, pytest.mark.django_db]


class Happened(audit.Event):
    OPENED = "test.opened", "opened the door"


@pytest.fixture
def ten_things(now):
    provider = Provider(id=ids.new(), name="Hill Lane", made_at=now)
    provider.provider_id = provider.id
    with db.writing():
        provider.save(force_insert=True)
        for _ in range(10):
            audit.record(None, Happened.OPENED, provider, now=now)
    audit.seal_waiting()
    return provider


def test_ten_things_that_happened_verify(ten_things):
    verdict = audit.verify()
    assert (verdict.entries, verdict.waiting, verdict.fault) == (10, 0, "")


def test_a_changed_entry_is_named(ten_things):
    changed = Entry.objects.order_by("id")[4]
    Entry.objects.filter(id=changed.id).update(event="test.closed")
    assert str(changed.id) in audit.verify().fault
