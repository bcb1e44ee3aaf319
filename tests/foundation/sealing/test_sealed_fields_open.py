"""A sealed field opens when it is read from its row, and lies closed in the database."""

import pytest
from django.db import connection

from seren.foundation.access.door import SystemReason, system
from seren.foundation.kernel import ids
from seren.people.accounts.models import Person

pytestmark = [pytest.mark.db, pytest.mark.django_db]


def test_an_address_reads_as_it_was_written_and_lies_sealed(now):
    rhian = Person(provider_id=ids.new(), given_name="Rhian", known_since=now, email="rhian@example.org")
    rhian.save(force_insert=True)
    people = system(SystemReason.MENDING, Person)
    assert people.get(pk=rhian.pk).email == "rhian@example.org"
    assert people.defer("email").get(pk=rhian.pk).email == "rhian@example.org"
    with connection.cursor() as cursor:
        cursor.execute("SELECT email FROM accounts_person")
        assert b"rhian" not in bytes(cursor.fetchone()[0])


def test_saving_a_row_that_was_not_opened_keeps_what_is_sealed(now):
    rhian = Person(provider_id=ids.new(), given_name="Rhian", known_since=now, email="rhian@example.org")
    rhian.save(force_insert=True)
    people = system(SystemReason.MENDING, Person)
    loaded = people.get(pk=rhian.pk)
    loaded.given_name = "Rhian Mair"
    loaded.save()
    assert people.get(pk=rhian.pk).email == "rhian@example.org"
