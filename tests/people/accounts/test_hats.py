"""The hats upper rooms declare: memberships and guardianships in force, at the instant of the request."""

from datetime import timedelta

import pytest

from seren.people.accounts import policies
from seren.people.accounts.queries import hats_of
from seren.people.accounts.terms import Hat
from seren.people.families.models import Child, FamilyViewer, Guardianship
from seren.people.provision.models import Membership, Setting
from seren.people.provision.terms import Role
from tests.people.accounts.conftest import REAL_HATS
from tests.people.accounts.steps import join_by_mail

pytestmark = [pytest.mark.db, pytest.mark.django_db]


@pytest.fixture(autouse=True)
def _declared_hats(monkeypatch, _rules_of_upper_rooms):
    monkeypatch.setattr(policies, "_hats", REAL_HATS)
    for forget in policies._told:
        forget()
    yield
    for forget in policies._told:
        forget()


@pytest.fixture
def hill_lane(provider, now):
    setting = Setting(
        provider_id=provider.pk, name="Hill Lane", slug="hill-lane", nation="england", made_at=now
    )
    setting.save(force_insert=True)
    return setting


def member(person, setting, role, now, **more):
    facts = {"person": person, "setting": setting, "role": role, "from_at": now, "statement_at": now, **more}
    made = Membership(provider_id=person.provider_id, **facts)
    made.save(force_insert=True)
    return made


DESK, ROOM, COMMITTEE = Hat.DESK, Hat.ROOM, Hat.COMMITTEE
WEARS = {
    Role.OWNER: {COMMITTEE},
    Role.MANAGER: {DESK, ROOM},
    Role.DEPUTY: {DESK, ROOM},
    Role.SAFEGUARDING_LEAD: {DESK, ROOM},
    Role.DEPUTY_SAFEGUARDING_LEAD: {DESK, ROOM},
    Role.PRACTITIONER: {ROOM},
    Role.VOLUNTEER: {ROOM},
    Role.TRAINEE: {ROOM},
    Role.CHAIR: {COMMITTEE},
    Role.TREASURER: {COMMITTEE},
    Role.SECRETARY: {COMMITTEE},
    Role.COMMITTEE: {COMMITTEE},
}


@pytest.mark.parametrize("role", list(Role))
def test_every_role_wears_a_hat_that_needs_the_second_step(amina, hill_lane, now, role):
    member(amina, hill_lane, role, now)
    assert hats_of(amina.pk, now) == WEARS[role]


def test_a_hat_is_worn_from_the_first_instant_to_the_last(amina, hill_lane, now):
    week = timedelta(days=7)
    member(amina, hill_lane, Role.CHAIR, now, until_at=now + week)
    moment = timedelta(microseconds=1)
    worn = [hats_of(amina.pk, at) for at in (now - moment, now, now + week - moment, now + week)]
    assert worn == [set(), {COMMITTEE}, {COMMITTEE}, set()]


@pytest.fixture
def mali(amina, now):
    child = Child(
        provider_id=amina.provider_id,
        given_name="Mali",
        family_name="Begum",
        known_as="Mali",
        date_of_birth=now.date(),
        tint="sea",
        cut="a",
        known_since=now,
    )
    child.save(force_insert=True)
    return child


def guardian(person, child, now, **more):
    made = Guardianship(
        provider_id=person.provider_id,
        child=child,
        adult=person,
        relation="mother",
        responsibility="yes",
        lives_with="yes",
        from_at=now,
        **more,
    )
    made.save(force_insert=True)


def test_parent_and_staff_wear_both(amina, tariq, hill_lane, mali, now):
    guardian(amina, mali, now)
    assert hats_of(amina.pk, now) == {Hat.FAMILY}
    member(amina, hill_lane, Role.PRACTITIONER, now)
    assert hats_of(amina.pk, now) == {Hat.FAMILY, Hat.ROOM}
    assert hats_of(tariq.pk, now) == set()


def test_whom_a_guardian_lets_see_is_of_the_family(amina, tariq, mali, now):
    viewer = FamilyViewer(
        provider_id=mali.provider_id,
        child=mali,
        adult=tariq,
        granted_by=amina,
        relation="grandparent",
        from_at=now,
    )
    viewer.save(force_insert=True)
    assert hats_of(tariq.pk, now) == {Hat.FAMILY}


def test_guardianship_that_ended_gives_no_hat(amina, mali, now):
    guardian(amina, mali, now - timedelta(days=9), until_at=now)
    assert hats_of(amina.pk, now) == set()


def test_no_hat_before_the_confidentiality_statement(amina, hill_lane, now):
    member(amina, hill_lane, Role.PRACTITIONER, now, statement_at=now + timedelta(days=1))
    assert [hats_of(amina.pk, now + timedelta(days=day)) for day in (0, 1)] == [set(), {ROOM}]


def test_leaver_is_a_parent_again_at_the_next_request(phone, amina, hill_lane, console, letters, now):
    join_by_mail(phone, amina, letters, console)
    role = member(amina, hill_lane, Role.CHAIR, now)
    assert phone.get("/settings/this-phone/")["Location"].startswith("/in/second/")
    Membership._base_manager.filter(pk=role.pk).update(until_at=now)
    assert phone.get("/settings/this-phone/").status_code == 200
