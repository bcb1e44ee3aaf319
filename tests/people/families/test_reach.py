"""Who is reached, and the letters by which adults join."""

import re

import pytest

from seren.foundation.access.door import SystemReason, system
from seren.people.accounts.models import Invitation, Person
from seren.people.families.models import Restriction
from seren.people.families.queries.desk import reach_rows

pytestmark = [pytest.mark.db, pytest.mark.django_db]


def not_joined(world, *slugs):
    people = system(SystemReason.WRITING, Person).filter(pk__in=[world.people[slug] for slug in slugs])
    people.update(login=None)
    return people


def rows_of(world):
    rows = reach_rows(world.actor("manager"), world.settings["pre-school"])
    return {(row.account.name, row.child_name): row for row in rows}


def test_every_adult_of_every_child_stands_in_the_table_with_their_home(world):
    rows = rows_of(world)
    assert (rows["Rhian Evans", "Mali"].home, rows["Rhian Evans", "Mali"].homes) == (1, 2)
    assert rows["Gareth Evans", "Mali"].home == 2
    assert rows["Dean Walker", "Alfie"].account.state == "on-paper"
    assert ("Eleri Roberts", "Gwilym") not in rows


def test_who_was_never_asked_stands_first(world):
    not_joined(world, "father-other-home")
    system(SystemReason.WRITING, Invitation).filter(person=world.people["father-other-home"]).delete()
    first = reach_rows(world.actor("manager"), world.settings["pre-school"])[0]
    assert (first.account.name, first.waiting) == ("Gareth Evans", True)


def test_no_address_stands_in_the_table(world, signed_in):
    html = signed_in("manager").get("/desk/families/").content.decode()
    assert "Rhian Evans" in html
    for kept in ("Llwybr y Felin", "Orchard Rise", "@example.org", "07700"):
        assert kept not in html


def test_the_table_costs_the_same_for_one_name_and_for_all(signed_in, django_assert_max_num_queries):
    client = signed_in("manager")
    with django_assert_max_num_queries(24):
        client.get("/desk/families/")
    with django_assert_max_num_queries(24):
        client.get("/desk/families/?name=evans")


def test_a_leader_does_not_find_their_own_family_in_the_table(world):
    from seren.people.families.models import Guardianship

    ties = system(SystemReason.WRITING, Guardianship).filter(child=world.children["Mali Evans"])
    ties.filter(adult=world.people["father-other-home"]).update(adult=world.people["manager"])
    assert not [name for _adult, name in rows_of(world) if name == "Mali"]


def test_a_letter_goes_to_their_own_address_in_their_language_and_is_printed_once(world, signed_in):
    not_joined(world, "parent-urdu")
    client = signed_in("manager")
    address = f"/desk/families/{world.people['parent-urdu']}/"
    assert client.get(address + "print/").status_code == 404  # no page holds a code
    html = client.post(address + "print/").content.decode()
    assert 'lang="ur"' in html
    assert "Amina Khan" in html
    assert re.search(r'class="code" dir="ltr">[A-Z0-9]{4} [A-Z0-9]{4}<', html)
    letter = system(SystemReason.WRITING, Invitation).get(
        person=world.people["parent-urdu"], used_at__isnull=True, ended_at__isnull=True
    )
    assert letter.made_by_id == world.people["manager"]


def test_gareths_letter_does_not_hold_rhians_address(world, signed_in):
    html = (
        signed_in("manager")
        .post(f"/desk/families/{world.people['father-other-home']}/print/")
        .content.decode()
    )
    assert "Orchard Rise" in html
    assert "Llwybr y Felin" not in html
    assert "Rhian" not in html


def test_no_letter_tells_darren_of_ellie(world, signed_in):
    not_joined(world, "father-restricted")
    client = signed_in("manager")
    address = f"/desk/families/{world.people['father-restricted']}/"
    answer = client.post(address + "print/")
    assert answer.status_code == 303
    assert "An order keeps the child from them" in client.get(address).content.decode()
    system(SystemReason.WRITING, Invitation).filter(person=world.people["mother"]).delete()
    not_joined(world, "mother")
    together = client.post("/desk/families/print/").content.decode()
    assert "Rhian Evans" in together
    assert "Darren" not in together
    assert "Ellie" not in together


def test_when_the_restriction_is_lifted_a_letter_can_be_made(world, signed_in):
    not_joined(world, "father-restricted")
    system(SystemReason.WRITING, Restriction).filter(adult=world.people["father-restricted"]).delete()
    html = signed_in("manager").post(f"/desk/families/{world.people['father-restricted']}/print/")
    assert "Ellie" in html.content.decode()


def test_words_nobody_shows_are_refused_and_stay_in_the_box(world, signed_in):
    answer = signed_in("manager").post(f"/desk/families/{world.people['mother']}/", {"words": "ABC DEF"})
    assert answer.status_code == 422
    html = answer.content.decode()
    assert "No phone shows these words" in html
    assert 'value="ABC DEF"' in html


def test_two_of_the_team_open_the_way_back_in(world, signed_in):
    bev, tom = signed_in("manager"), signed_in("deputy")
    address = f"/desk/families/{world.people['mother']}/"
    bev.post(address + "recover/ask/")
    assert "A second person must agree" in bev.get(address).content.decode()
    assert "Have you met them too?" in tom.get(address).content.decode()
    tom.post(address + "recover/agree/")
    assert "Come back on" in bev.get(address).content.decode()
    bev.post(address + "recover/stop/")
    assert "You have met them." in bev.get(address).content.decode()


def test_nobody_closes_their_own_account_here(world, signed_in):
    client = signed_in("manager")
    own = f"/desk/families/{world.people['manager']}/close/"
    assert "Somebody else must close" in client.post(own, {"sure": "on"}).content.decode()
    assert client.post(f"/desk/families/{world.people['leaver']}/close/", {"sure": "on"}).status_code == 404
    hers = f"/desk/families/{world.people['grandmother']}/close/"
    assert client.post(hers, {"sure": "on"}).status_code == 303
    assert system(SystemReason.WRITING, Person).get(pk=world.people["grandmother"]).closed_at


@pytest.mark.parametrize("who", ["key-person", "mother", "other-setting-manager", "safeguarding-lead"])
def test_letters_are_for_those_who_run_the_setting(who, world, signed_in):
    client = signed_in(who)
    assert client.get(f"/desk/families/{world.people['mother']}/").status_code == 404
    assert client.post(f"/desk/families/{world.people['mother']}/print/").status_code == 404
