"""The desk's children: the list, one child's page, and what happens to a place."""

from datetime import time, timedelta

import pytest

from seren.foundation.access.door import SystemReason, system
from seren.foundation.audit.models import Entry
from seren.people.families.models import Booking, Child, Enrolment, Guardianship, Restriction
from seren.people.provision.models import Session

pytestmark = [pytest.mark.db, pytest.mark.django_db]


def page(client, address):
    return client.get(address).content.decode()


def of(world, name, rest=""):
    return f"/desk/children/{world.children[name]}/{rest}"


def test_bev_finds_every_child_who_is_here_by_room(signed_in):
    html = page(signed_in("manager"), "/desk/children/")
    assert "Robins: " in html
    assert "Wrens: " in html
    assert "Mali Evans" in html
    assert "Sian Prosser" in html
    assert "Gwilym" not in html  # at Bryn Awel, which Bev does not lead


def test_a_name_is_found_by_its_first_letters(signed_in):
    html = page(signed_in("manager"), "/desk/children/?name=YUS")
    assert "Yusuf Khan" in html
    assert "Mali Evans" not in html


@pytest.mark.parametrize("who", ["key-person", "mother", "committee-chair", "stranger-parent"])
def test_who_leads_nothing_finds_no_desk(signed_in, world, who):
    client = signed_in(who)
    for address in ("/desk/children/", of(world, "Mali Evans"), "/desk/children/add/"):
        assert client.get(address).status_code == 404


def test_the_manager_of_another_setting_does_not_find_the_child(signed_in, world):
    assert signed_in("other-setting-manager").get(of(world, "Mali Evans")).status_code == 404


def test_the_list_costs_the_same_for_one_child_and_for_all(signed_in, django_assert_max_num_queries):
    client = signed_in("manager")
    with django_assert_max_num_queries(12):
        client.get("/desk/children/")
    with django_assert_max_num_queries(12):
        client.get("/desk/children/?name=mali")


def test_opening_a_child_is_written_down_before_it_is_shown(signed_in, world):
    before = Entry.objects.filter(event="audit.saw").count()
    html = page(signed_in("manager"), of(world, "Mali Evans"))
    seen = Entry.objects.filter(event="audit.saw").order_by("-at")[: Entry.objects.count() - before]
    classes = {entry.record_class for entry in seen if entry.child_id == world.children["Mali Evans"]}
    assert {"C5", "C6", "C12"} <= classes
    assert "Rhian Evans" in html
    assert "Gareth Evans" in html


def test_ellies_restriction_stands_on_her_page_for_the_manager(signed_in, world):
    html = page(signed_in("manager"), of(world, "Ellie"))
    assert "Darren Cole" in html
    assert "No information" in html


def test_what_holds_now_stands_before_what_was_lifted(signed_in, world):
    darren = system(SystemReason.WRITING, Restriction).get(child=world.children["Ellie"])
    facts = {"provider_id": darren.provider_id, "child": darren.child, "adult": darren.adult}
    Restriction(
        **facts, setting=darren.setting, code="no-collect", basis=darren.basis, order=darren.order,
        imposed_by=darren.imposed_by, imposed_at=darren.imposed_at, review_on=darren.review_on,
        lift_asked_at=world.present, lift_asked_by_id=world.people["manager"],
        lifted_at=world.present, lifted_by_id=world.people["deputy"],
    ).save(force_insert=True)  # fmt: skip
    shown = signed_in("manager").get(of(world, "Ellie")).context_data["page"].of.restrictions
    assert [one.lifted_on is None for one in shown] == [True, False]


def test_a_leader_who_is_family_of_the_child_is_not_told_of_the_rest_of_the_family(world, signed_in):
    system(SystemReason.WRITING, Guardianship).filter(
        child=world.children["Mali Evans"], adult=world.people["father-other-home"]
    ).update(adult=world.people["manager"])
    html = page(signed_in("manager"), of(world, "Mali Evans"))
    assert "You are family here" in html
    assert "Rhian Evans" not in html
    assert "Homes" not in html


def child_said(world, **other):
    return {
        "given_name": "Nia", "family_name": "Parry", "known_as": "",
        "date_of_birth_day": "3", "date_of_birth_month": "4", "date_of_birth_year": "2022",
        "room": str(world.rooms["Robins"]),
        "starts_on_day": "2", "starts_on_month": "6", "starts_on_year": "2025",
        "home_language": "cy", **other,
    }  # fmt: skip


def test_a_child_joins_and_cannot_start_before_a_key_person_is_named(signed_in, world):
    client = signed_in("manager")
    answer = client.post("/desk/children/add/", child_said(world))
    nia = system(SystemReason.WRITING, Child).get(given_name="Nia")
    assert answer.status_code == 303
    assert answer.headers["Location"] == f"/desk/children/{nia.pk}/"
    html = page(client, f"/desk/children/{nia.pk}/")
    assert "Nia is on the list" in html
    assert "Who looks after Nia at home?" in html

    client.post(f"/desk/children/{nia.pk}/start/")
    assert "Name a key person first" in page(client, f"/desk/children/{nia.pk}/")
    assert system(SystemReason.WRITING, Enrolment).get(child=nia).state == "joining"

    named = {"person": str(world.people["key-person"]), "from_day_day": "14", "from_day_month": "5",
             "from_day_year": "2025"}  # fmt: skip
    assert client.post(f"/desk/children/{nia.pk}/key-person/", named).status_code == 303
    client.post(f"/desk/children/{nia.pk}/start/")
    assert system(SystemReason.WRITING, Enrolment).get(child=nia).state == "attending"


def test_what_was_typed_comes_back_with_what_to_put_right(signed_in, world):
    answer = signed_in("manager").post("/desk/children/add/", child_said(world, date_of_birth_year="2031"))
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "The date of birth is in the future" in html
    assert 'value="Parry"' in html


def test_a_changed_key_person_needs_a_reason_and_a_handover(signed_in, world):
    client = signed_in("manager")
    said = {"person": str(world.people["manager"]), "from_day_day": "19", "from_day_month": "5",
            "from_day_year": "2025", "reason": "hours", "handover": ""}  # fmt: skip
    answer = client.post(of(world, "Mali Evans", "key-person/"), said)
    assert answer.status_code == 422
    assert "Write what the next key person should know" in answer.content.decode()
    said["handover"] = "She likes to be asked twice."
    assert client.post(of(world, "Mali Evans", "key-person/"), said).status_code == 303
    html = page(client, of(world, "Mali Evans"))
    assert "From 19 May 2025: Bev Hartley." in html
    assert "She likes to be asked twice" not in html


def test_sessions_are_booked_from_a_day_on(signed_in, world):
    client = signed_in("manager")
    form = page(client, of(world, "Mali Evans", "sessions/"))
    assert "Monday, Morning" in form
    session = (
        system(SystemReason.WRITING, Booking).filter(child=world.children["Mali Evans"]).first().session_id
    )
    said = {"sessions": [f"4:{session}"], "from_day_day": "2", "from_day_month": "6", "from_day_year": "2025"}
    assert client.post(of(world, "Mali Evans", "sessions/"), said).status_code == 303
    going_on = system(SystemReason.WRITING, Booking).filter(
        child=world.children["Mali Evans"], until_day__isnull=True
    )
    assert [(row.weekday, row.session_id) for row in going_on] == [(4, session)]


def test_sessions_that_begin_at_one_hour_stand_each_with_all_its_days(signed_in, world):
    client, sian = signed_in("manager"), world.people["key-person"]
    am = system(SystemReason.WRITING, Session).get(setting=world.settings["pre-school"], code="am")
    whole = Session(provider_id=am.provider_id, setting=am.setting, code="day", name="A day",
                    starts=am.starts, ends=time(15, 30))  # fmt: skip
    whole.save(force_insert=True)
    week = [f"0:{am.pk}", f"1:{whole.pk}", f"2:{am.pk}"]
    day = {"from_day_day": "14", "from_day_month": "5", "from_day_year": "2025"}
    assert client.post(of(world, "Mali Evans", "sessions/"), {"sessions": week, **day}).status_code == 303
    assert client.post(f"/desk/people/{sian}/hours/", {"works": week, **day}).status_code == 303
    words = f"A day: Tue; {am.name}: Mon, Wed"
    assert words in page(client, of(world, "Mali Evans"))
    assert words in page(client, "/desk/children/?name=mali")
    assert words in page(client, "/desk/people/")


@pytest.mark.parametrize("year", ["2015", "9999"])
def test_a_last_day_mistyped_leaves_mali_where_she_is(signed_in, world, year):
    said = {"last_day_day": "31", "last_day_month": "12", "last_day_year": year}
    answer = signed_in("manager").post(of(world, "Mali Evans", "leave/"), said)
    assert answer.status_code == 422
    assert f'value="{year}"' in answer.content.decode()
    place = system(SystemReason.WRITING, Enrolment).get(child=world.children["Mali Evans"])
    assert place.until_at is None


def test_an_adult_is_added_with_the_four_facts_and_a_home(signed_in, world):
    client = signed_in("manager")
    form = page(client, of(world, "Mali Evans", "adults/add/"))
    assert "The home of " in form
    assert "Amina Khan" in form
    assert "Rhian Evans</option>" not in form  # Mali’s mother already
    said = {"adult": "", "given_name": "Idwal", "family_name": "Evans", "email": "idwal@example.org",
            "read_language": "cy", "format": "large", "home": "none", "relation": "grandparent",
            "natural_parent": "no", "responsibility": "no", "evidence": "none", "lives_with": "no",
            "can_collect": "on"}  # fmt: skip
    assert client.post(of(world, "Mali Evans", "adults/add/"), said).status_code == 303
    tie = system(SystemReason.WRITING, Guardianship).get(adult__given_name="Idwal")
    assert (tie.relation, tie.responsibility, tie.can_collect, tie.seen_by_id) == (
        "grandparent", "no", True, None,
    )  # fmt: skip


def test_what_a_father_is_to_the_child_is_changed_and_then_ends(signed_in, world):
    client = signed_in("manager")
    father = {"child": world.children["Mali Evans"], "adult": world.people["father-other-home"]}
    ties = system(SystemReason.WRITING, Guardianship).filter(**father, until_at__isnull=True)
    address = of(world, "Mali Evans", f"adults/{ties.get().pk}/")
    assert "What Gareth Evans is to Mali" in page(client, address)
    said = {"relation": "father", "natural_parent": "yes", "responsibility": "unknown", "evidence": "none",
            "lives_with": "part"}  # fmt: skip
    changed = client.post(address, said, follow=True)
    assert changed.redirect_chain == [(of(world, "Mali Evans") + "#adults", 303)]
    assert "Kept. It counts from now." in changed.content.decode()
    assert ties.get().responsibility == "unknown"
    ending = of(world, "Mali Evans", f"adults/{ties.get().pk}/end/")
    assert "Gareth Evans is no longer an adult of Mali" in page(client, ending)
    assert "It has ended." in client.post(ending, {"sure": "on"}, follow=True).content.decode()
    assert not ties.exists()


def test_a_safeguarding_lead_reads_and_changes_nothing(signed_in, world):
    client = signed_in("safeguarding-lead")
    html = page(client, of(world, "Mali Evans"))
    assert "Rhian Evans" in html
    assert "Change what" not in html
    for what in ("sessions/", "homes/add/"):
        assert client.get(of(world, "Mali Evans", what)).status_code == 404
        assert client.post(of(world, "Mali Evans", what), {}).status_code == 404
    assert client.post("/desk/children/add/", child_said(world)).status_code == 404


def test_a_name_and_a_first_day_are_put_right(signed_in, world):
    client = signed_in("manager")
    html = page(client, of(world, "Mali Evans", "details/"))
    assert 'value="Mali"' in html
    said = {"given_name": "Mali", "family_name": "Evans", "known_as": "Mal", "date_of_birth_day": "5",
            "date_of_birth_month": "12", "date_of_birth_year": "2021"}  # fmt: skip
    assert client.post(of(world, "Mali Evans", "details/"), said).status_code == 303
    first = {"starts_on_day": "9", "starts_on_month": "9", "starts_on_year": "2024"}
    assert client.post(of(world, "Mali Evans", "first-day/"), first).status_code == 303
    html = page(client, of(world, "Mali Evans"))
    assert "Mal Evans" in html
    assert "9 Sept 2024" in html


def test_an_address_asks_to_sign_in_again_and_then_keeps_it_sealed(signed_in, world):
    from django.db import connection

    from seren.people.families.models import Household
    from seren.people.families.queries.desk import homes_of_child

    actor = world.actor("manager")
    home = next(
        key for key, names in homes_of_child(actor, world.child("Mali Evans")) if "Gareth Evans" in names
    )
    address = of(world, "Mali Evans", f"homes/{home}/")
    client = signed_in("manager")
    assert "Orchard Rise" in page(client, address)
    said = {"address": "3 Bank Row", "town": "Ashcombe Weir", "postcode": "AV4 1AA", "phone": "",
            "pattern": "part"}  # fmt: skip
    assert client.post(address, said).status_code == 303
    assert "3 Bank Row" in page(client, of(world, "Mali Evans"))
    with connection.cursor() as cursor:
        cursor.execute("select address from families_household")
        assert not any("Bank Row" in str(row) for row in cursor.fetchall())
    assert system(SystemReason.WRITING, Household).get(pk=home).phone is None
    # ten minutes later it asks again
    import time_machine

    from tests.instant import NOW

    with time_machine.travel(NOW + timedelta(minutes=11), tick=False):
        late = client.get(address)
        assert late.status_code == 303
        assert late.headers["Location"].startswith("/in/again/?next=/desk/children/")
        refused = client.post(address, said)
        assert refused.status_code == 422
        assert "3 Bank Row" in refused.content.decode()
