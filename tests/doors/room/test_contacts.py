"""Whom to ring: never an adult who may not be told of the child, whatever is on file about them."""

import pytest

from seren.foundation.access.door import SystemReason, system
from seren.foundation.audit.models import Entry
from seren.people.families.models import Guardianship

pytestmark = pytest.mark.db


def contacts(client, child):
    answer = client.get(f"/room/child/{child}/contacts/")
    return [contact.name for contact in answer.context_data["page"].contacts]


def test_key_person_finds_both_parents_of_mali_and_that_she_looked_is_kept(signed_in, world):
    mali = world.children["Mali Evans"]
    assert contacts(signed_in("key-person"), mali) == ["Rhian", "Gareth"]
    seen = Entry.objects.filter(record_class="C6", child_id=mali, actor_id=world.people["key-person"])
    assert seen.count() == 1


def test_father_who_gets_no_news_is_never_on_the_list(signed_in, world):
    ellie, darren = world.children["Ellie"], world.people["father-restricted"]
    system(SystemReason.WRITING, Guardianship).filter(child=ellie, adult=darren).update(emergency_order=1)
    found = contacts(signed_in("practitioner-other-room"), ellie)
    assert "Darren" not in found
    assert "Tanya" in found
    about = signed_in("practitioner-other-room").get(f"/room/child/{ellie}/").content.decode()
    assert "Tanya" in about
    assert "Darren" not in about


def test_parent_who_works_there_is_not_led_into_the_other_home(signed_in, world):
    cadi = world.children["Cadi"]
    for page in ("", "stars/", "contacts/"):
        answer = signed_in("parent-and-staff").get(f"/room/child/{cadi}/{page}")
        assert answer.status_code == 404 or answer.context_data["page"].adults is None


@pytest.mark.parametrize(
    "who", ["mother", "father-other-home", "father-restricted", "other-setting-manager", "committee-chair"]
)
def test_nobody_but_staff_of_the_child_opens_these_pages(signed_in, world, who):
    client = signed_in(who)
    for page in ("", "stars/", "contacts/", "slip/", "slip/key/"):
        assert client.get(f"/room/child/{world.children['Ellie']}/{page}").status_code == 404


def test_whom_to_ring_first_is_whom_to_talk_with_first(signed_in, world):
    mali, ties = world.children["Mali Evans"], system(SystemReason.WRITING, Guardianship)
    ties.filter(child=mali, adult=world.people["mother"]).update(emergency_order=None)
    page = signed_in("key-person").get(f"/room/child/{mali}/").context_data["page"]
    assert [one.name for one in page.adults] == ["Gareth", "Rhian"]
