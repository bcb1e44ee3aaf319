"""Who signs in as family, and whose room is a room: what each of the facts alone opens."""

from datetime import timedelta

import pytest

from seren.foundation.access.door import SystemReason, system, visible
from seren.people.accounts.queries import hats_of
from seren.people.families.models import Child, Enrolment, FamilyViewer, Guardianship, KeyPerson
from seren.people.families.policies import FamilyAction

pytestmark = [pytest.mark.db, pytest.mark.django_db]
DAY = timedelta(days=1)


def rows(model, world, who):
    return system(SystemReason.WRITING, model).filter(adult=world.people[who])


def is_family(world, who):
    return "family" in hats_of(world.people[who], world.present)


@pytest.mark.parametrize(("who", "model"), [("mother", Guardianship), ("grandmother", FamilyViewer)])
def test_a_tie_of_today_is_a_hat_and_one_that_is_over_or_to_come_is_none(world, who, model):
    assert is_family(world, who)
    rows(model, world, who).update(until_at=world.present)
    assert not is_family(world, who)
    rows(model, world, who).update(until_at=world.present + DAY)
    assert is_family(world, who)
    rows(model, world, who).update(from_at=world.present + DAY, until_at=None)
    assert not is_family(world, who)
    rows(model, world, who).update(from_at=world.present)
    assert is_family(world, who)


@pytest.mark.parametrize("who", ["manager", "key-person", "committee-chair", "leaver"])
def test_nobody_else_is_family_however_many_families_there_are(world, who):
    assert not is_family(world, who)


def test_a_place_whose_room_lies_elsewhere_opens_nothing_there(world):
    """No verb makes such a place."""
    keyed = system(SystemReason.SHOWING, KeyPerson).filter(person=world.people["key-person"])
    here = system(SystemReason.SHOWING, Enrolment).filter(room=world.rooms["Robins"], until_at__isnull=True)
    child = here.exclude(child__in=keyed.values("child")).values_list("child", flat=True)[0]
    seen = visible(world.actor("key-person"), FamilyAction.SEE_CHILD, Child).filter(pk=child)
    assert seen.exists()
    places = system(SystemReason.WRITING, Enrolment).filter(child=child)
    places.update(setting=world.settings["bryn-awel"])
    assert not seen.exists()
