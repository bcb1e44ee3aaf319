"""Whoever works here gets no key to the other home of their own child (trust.md 2.4, abuses 1, 4 and 5)."""

import pytest

from seren.foundation.access.door import SystemReason, may, system
from seren.people.accounts.policies import AccountsAction
from seren.people.families.models import Guardianship, Restriction

pytestmark = [pytest.mark.db, pytest.mark.django_db]
TO_AN_ACCOUNT = (
    AccountsAction.INVITE,
    AccountsAction.CORRECT,
    AccountsAction.RECOVER,
    AccountsAction.CLOSE_ACCOUNT,
    AccountsAction.CONFIRM_FACE_TO_FACE,
)


@pytest.fixture
def father_manages(world):
    """Bev is Mali's other parent, in Gareth's place."""
    ties = system(SystemReason.WRITING, Guardianship).filter(child=world.children["Mali Evans"])
    ties.filter(adult=world.people["father-other-home"]).update(adult=world.people["manager"])
    return ties


def allowed(world, who, whose):
    return [one for one in TO_AN_ACCOUNT if may(world.actor(who), one, world.people[whose])]


def test_a_manager_prints_no_letter_for_the_other_parent_and_mends_nothing(world, father_manages, signed_in):
    assert allowed(world, "manager", "mother") == []
    assert allowed(world, "deputy", "mother") == list(TO_AN_ACCOUNT)
    assert allowed(world, "manager", "parent-urdu") == list(TO_AN_ACCOUNT)
    address = f"/desk/families/{world.people['mother']}/"
    client = signed_in("manager")
    assert client.get(address).status_code == 404
    assert client.post(address + "print/").status_code == 404
    assert client.post(address + "recover/ask/").status_code == 404


def test_nor_for_whom_that_parent_lets_in(world, father_manages):
    assert allowed(world, "manager", "grandmother") == []
    assert allowed(world, "deputy", "grandmother") == list(TO_AN_ACCOUNT)


def test_a_parent_once_stays_on_their_side_of_the_wall(world, father_manages):
    father_manages.filter(adult=world.people["manager"]).update(until_at=world.present)
    assert allowed(world, "manager", "mother") == []
    father_manages.filter(adult=world.people["manager"]).delete()
    assert allowed(world, "manager", "mother") == list(TO_AN_ACCOUNT)


def test_nor_for_who_was_a_parent_once(world, father_manages):
    father_manages.filter(adult=world.people["mother"]).update(until_at=world.present)
    assert allowed(world, "manager", "mother") == []


def test_nor_one_whom_an_order_keeps_from_where_the_child_lives(world):
    held = system(SystemReason.WRITING, Restriction).filter(adult=world.people["father-restricted"])
    assert allowed(world, "deputy", "mother") == list(TO_AN_ACCOUNT)
    held.filter(code="no-info").update(
        adult=world.people["deputy"], child=world.children["Mali Evans"], code="no-address"
    )
    assert allowed(world, "deputy", "mother") == []
    assert allowed(world, "manager", "mother") == list(TO_AN_ACCOUNT)
