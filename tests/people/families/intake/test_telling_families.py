"""A first list tells nobody child by child: whoever is to join gets one joining letter, and nothing else."""

from datetime import timedelta

import pytest
import time_machine

from seren.foundation.jobs import door as jobs
from seren.foundation.notify import door as notify
from seren.people.accounts.models import Login, Person, ReachMe
from seren.people.families.domain import name_key_person
from seren.people.families.models import Child, KeyPerson
from seren.people.families.terms import ChangeReason, KeyKind
from tests.people.families.intake import lists
from tests.people.families.intake.conftest import rows

pytestmark = [pytest.mark.db, pytest.mark.django_db(transaction=False)]


def released(place):
    with time_machine.travel(place.now + timedelta(minutes=1), tick=False):
        jobs.run_due()
        return notify.paper_waiting(place.setting.id, place.now + timedelta(minutes=1))


def test_forty_adults_of_a_first_list_get_no_paper_beside_their_joining_letter(staffed):
    staffed.families(lists.families(lists.pairs(20)))
    assert rows(KeyPerson).count() > 10
    assert released(staffed) == ()


def test_who_chose_paper_gets_it_and_who_has_joined_reads_it_on_their_pages(staffed):
    staffed.families(lists.families([row | {"key_person_email": ""} for row in lists.pairs(2)]))
    nia, rhys = rows(Person).filter(family_name="Pryce").order_by("given_name")[:2]
    rows(ReachMe).filter(person=nia).update(on_paper=True)
    rhys.login = Login.objects.create(email="rhys@families.example", made_at=staffed.now)
    rhys.save(update_fields=["login"])
    staffed.families(lists.families(lists.pairs(2)))
    sheets = released(staffed)
    assert {sheet.person for sheet in sheets} == {nia.pk}
    notices = [notice for named in rows(KeyPerson) for notice in notify.notices_of(named.pk)]
    told = {line.person for notice in notices for line in notify.ledger(notice.id)}
    assert told == {nia.pk, rhys.pk}


def test_a_change_of_key_person_is_told_on_paper_to_who_has_not_joined(staffed):
    staffed.families(lists.families(lists.pairs(1)))
    assert released(staffed) == ()
    gwil = rows(Person).get(given_name="Gwil")
    name_key_person(
        actor=staffed.console, child=rows(Child).get(), setting=staffed.setting.id, person=gwil.pk,
        kind=KeyKind.KEY, now=staffed.now, reason=ChangeReason.HOURS, handover="He likes trains.",
    )  # fmt: skip
    assert {sheet.person for sheet in released(staffed)} == set(
        rows(Person).filter(family_name="Pryce").values_list("pk", flat=True)
    )
