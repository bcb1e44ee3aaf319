"""A child no longer lives at one of their homes: from a day on, with the others left as they are."""

from datetime import date, timedelta

import pytest

from seren.foundation.access.door import Operator, SystemReason, may, system
from seren.foundation.audit.models import Entry
from seren.foundation.kernel import clock
from seren.people.families.domain import child_lives
from seren.people.families.models import Household, HouseholdMember, Lives
from seren.people.families.policies import FamilyAction
from seren.people.families.queries import home_of, homes_of_children
from seren.people.families.terms import Pattern

pytestmark = [pytest.mark.db, pytest.mark.django_db]
FRIDAY = date(2025, 5, 16)


def said(day):
    return {"last_day_day": day.day, "last_day_month": day.month, "last_day_year": day.year}


@pytest.fixture
def mali(world):
    return world.child("Mali Evans")


@pytest.fixture
def gareth_s(world):
    """Gareth’s household."""
    return (
        system(SystemReason.WRITING, HouseholdMember).get(person=world.people["father-other-home"]).household
    )


def address(child, home, end="end"):
    return f"/desk/children/{child.pk}/homes/{home.pk}/{end}/"


def test_gareth_s_home_ends_on_friday_and_nothing_goes_through_it_from_then_on(
    world, signed_in, mali, gareth_s
):
    bev, gareth = signed_in("manager"), world.people["father-other-home"]
    assert "Mali no longer lives with Gareth Evans" in bev.get(address(mali, gareth_s)).content.decode()
    html = bev.post(address(mali, gareth_s), said(FRIDAY), follow=True).content.decode()
    assert "The last day here is Friday 16 May." in html
    last, after = clock.end_of(FRIDAY) - timedelta(minutes=1), clock.end_of(FRIDAY)
    mothers = {world.people["mother"], world.people["grandmother"]}
    assert home_of(gareth, mali.pk, last) == gareth_s.pk
    assert frozenset({gareth}) in homes_of_children([mali.pk], last)[mali.pk]
    assert home_of(gareth, mali.pk, after) is None
    assert homes_of_children([mali.pk], after) == {mali.pk: [frozenset(mothers)]}
    assert Entry.objects.filter(event="families.home_ended", child_id=mali.pk).count() == 1


def test_who_lives_there_longest_is_named_first(world, signed_in, mali, gareth_s):
    rhys = world.person("stranger-parent")
    since = system(SystemReason.WRITING, HouseholdMember).get(household=gareth_s).from_at - timedelta(days=9)
    HouseholdMember(
        provider_id=world.provider, household=gareth_s, person=rhys, from_at=since
    ).save(force_insert=True)  # fmt: skip
    html = signed_in("manager").get(address(mali, gareth_s)).content.decode()
    assert f"Mali no longer lives with {rhys.name}, Gareth Evans" in html


def test_what_gareth_is_to_mali_stays_and_so_does_his_household(world, signed_in, mali, gareth_s):
    operator = Operator(world.provider, world.present)
    kai = world.child("Kai Bennett")
    child_lives(actor=operator, household=gareth_s, child=kai, pattern=Pattern.PART, now=world.present)
    signed_in("manager").post(address(mali, gareth_s), said(date(2025, 5, 13)))
    left = system(SystemReason.WRITING, Lives).filter(household=gareth_s, until_at__isnull=True)
    assert [row.child_id for row in left] == [kai.pk]
    assert home_of(world.people["father-other-home"], mali.pk, world.present) is None
    assert may(world.actor("father-other-home"), FamilyAction.FOLLOW_CHILD, mali)
    members = system(SystemReason.WRITING, HouseholdMember).filter(household=gareth_s)
    assert [row.until_at for row in members] == [None]


def test_the_only_home_stays_until_another_is_given(world, signed_in, mali, gareth_s):
    bev = signed_in("manager")
    rhian_s = system(SystemReason.WRITING, HouseholdMember).get(person=world.people["mother"]).household
    assert bev.post(address(mali, gareth_s), said(FRIDAY)).status_code == 303
    refused = bev.post(address(mali, rhian_s), said(FRIDAY))
    assert refused.status_code == 422
    assert "We know no other home then. Add the new home first." in refused.content.decode()
    earlier = bev.post(address(mali, rhian_s), said(date(2025, 5, 15)))  # Gareth’s home stands that day
    assert earlier.status_code == 303
    system(SystemReason.WRITING, Lives).filter(household=rhian_s).update(until_at=None)
    new = {"address": "1 New Street", "town": "", "postcode": "", "phone": "", "pattern": "all"}
    assert bev.post(f"/desk/children/{mali.pk}/homes/add/", new).status_code == 303
    assert bev.post(address(mali, rhian_s), said(FRIDAY)).status_code == 303


def test_a_home_that_was_ended_by_mistake_goes_on(world, signed_in, mali, gareth_s):
    bev = signed_in("manager")
    bev.post(address(mali, gareth_s), said(date(2025, 5, 2)))
    assert home_of(world.people["father-other-home"], mali.pk, world.present) is None
    assert bev.post(address(mali, gareth_s, "resume")).status_code == 303
    assert home_of(world.people["father-other-home"], mali.pk, world.present) == gareth_s.pk
    assert bev.post(address(mali, gareth_s, "resume")).status_code == 404


def test_a_home_does_not_end_before_it_began(world, signed_in, mali, gareth_s):
    refused = signed_in("manager").post(address(mali, gareth_s), said(date(2019, 5, 2)))
    assert "The home cannot end before it began." in refused.content.decode()


@pytest.mark.parametrize(
    "who", ["key-person", "mother", "father-other-home", "safeguarding-lead", "other-setting-manager"]
)
def test_only_who_runs_the_setting_ends_a_home(who, world, signed_in, mali, gareth_s):
    client = signed_in(who)
    assert client.get(address(mali, gareth_s)).status_code == 404
    assert client.post(address(mali, gareth_s), said(FRIDAY)).status_code == 404
    assert client.post(address(mali, gareth_s, "resume")).status_code == 404
    assert not system(SystemReason.WRITING, Lives).filter(child=mali, until_at__isnull=False).exists()


def test_nobody_ends_a_home_of_another_child(world, signed_in, gareth_s):
    kai = world.child("Kai Bennett")
    bev = signed_in("manager")
    assert bev.get(address(kai, gareth_s)).status_code == 404
    assert bev.post(address(kai, gareth_s), said(FRIDAY)).status_code == 404
    assert system(SystemReason.WRITING, Household).filter(pk=gareth_s.pk).exists()


def test_another_pattern_until_the_day_the_home_ends_does_not_undo_that_day(world, signed_in, mali, gareth_s):
    signed_in("manager").post(address(mali, gareth_s), said(FRIDAY))
    operator = Operator(world.provider, world.present)
    child_lives(actor=operator, household=gareth_s, child=mali, pattern=Pattern.ALL, now=world.present)
    rows = system(SystemReason.WRITING, Lives).filter(child=mali, household=gareth_s)
    assert rows.get(pattern=Pattern.ALL).until_at == clock.end_of(FRIDAY)
    assert home_of(world.people["father-other-home"], mali.pk, clock.end_of(FRIDAY)) is None
