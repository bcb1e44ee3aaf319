"""Adults become known, are reached, recover and leave."""

from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from hypothesis import given
from hypothesis import strategies as st

from seren.foundation.access.door import NotThere, Operator
from seren.foundation.kernel import clock
from seren.foundation.kernel.refusals import Refused
from seren.people.accounts import addresses
from seren.people.accounts.domain import (
    Adult,
    add_person,
    agree_recovery,
    ask_recovery,
    close_account,
    finish_recovery,
    invite,
    stop_recovery,
)
from seren.people.accounts.models import Device, Invitation, Person
from seren.people.accounts.queries import (
    find_by_address,
    hats_of,
    joining_letter,
    people_of,
    reach_of,
)
from seren.people.accounts.terms import Format, Hat
from tests.people.accounts.conftest import acting_as, make, make_provider
from tests.people.accounts.steps import add_app, join_by_mail

pytestmark = [pytest.mark.db, pytest.mark.django_db]


def again(person):
    return Person._base_manager.select_related("login").get(pk=person.pk)


def test_two_adults_who_share_an_address_are_refused_and_told_how_to_join(amina, console):
    with pytest.raises(Refused, match="They can join by letter") as no:
        make(console, "Yusuf", email="AMINA@home.example ")
    assert no.value.field == "email"
    assert make(console, "Yusuf").login is None


def test_staff_and_parent_with_one_address_are_one_adult_where_the_names_agree(amina, console):
    same = add_person(
        actor=console, adult=Adult("AMINA", "Bégum", "amina@HOME.example", read_language="ur"), now=console.at
    )
    assert same.pk == amina.pk
    assert Person._base_manager.count() == 1


def test_the_same_address_at_another_provider_is_nobodys_business(amina, now):
    elsewhere = Operator(make_provider("Sea View", now).pk, now)
    assert make(elsewhere, "Yusuf", email="amina@home.example").provider_id == elsewhere.provider
    assert find_by_address(elsewhere.provider, "amina@home.example").given_name == "Yusuf"


def test_an_address_is_free_again_when_its_adult_has_left(amina, bev, console, now):
    close_account(actor=acting_as(bev), person=amina, now=now)
    assert make(console, "Yusuf", email="amina@home.example").pk != amina.pk
    assert find_by_address(console.provider, "amina@home.example").given_name == "Yusuf"


def test_contact_is_sealed_in_the_database(amina, console):
    from django.db import connection

    make(console, "Nan", phone="07700 900123")
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM accounts_person")
        kept = repr(
            [[bytes(v) if isinstance(v, memoryview) else v for v in row] for row in cursor.fetchall()]
        )
    assert "amina@home.example" not in kept
    assert "900123" not in kept


def test_an_adult_without_sign_in_is_told_on_paper(amina, console):
    wish = reach_of([amina.pk])[amina.pk]
    assert (wish.on_paper, wish.email) == (True, None)


def test_format_paper_in_the_import_means_paper(phone, console, letters):
    nan = add_person(
        actor=console, adult=Adult("Nan", "Begum", "nan@home.example", format=Format.PAPER), now=console.at
    )
    assert reach_of([nan.pk])[nan.pk].on_paper


@pytest.mark.parametrize("rows", [1, 3, 30])
def test_addresses_of_many_adults_cost_two_queries(console, rows, django_assert_num_queries):
    people = [make(console, f"N{number}", email=f"n{number}@home.example") for number in range(rows)]
    with django_assert_num_queries(2):
        assert len(reach_of([person.pk for person in people])) == rows


def test_names_for_ids_and_hats_for_a_person(sian, amina, now):
    assert people_of([sian.pk, amina.pk])[sian.pk].name == "Sian Staff"
    assert hats_of(sian.pk, now) == {Hat.ROOM}
    assert hats_of(amina.pk, now) == frozenset()


def test_letter_is_in_her_language_with_her_childs_first_name_and_a_person_to_ring(amina, console, client):
    from django.template.loader import render_to_string

    made, code = invite(actor=console, person=amina, now=console.at)
    letter = joining_letter(
        adult=people_of([amina.pk])[amina.pk],
        language="cy",
        code=code,
        ends_on=clock.day_of(made.ends_at),
        child="Mali",
        setting="Cyn-ysgol Lôn y Bryn",
        phone="01792 000000",
        contact="Siân",
    )
    page = render_to_string("accounts/parts/joining_letter.html", {"letter": letter})
    for said in (f"{code[:4]} {code[4:]}", "Mali", "01792 000000", "Siân", 'lang="cy"', "<svg"):
        assert said in page
    assert letter.address.endswith(f"/join/{code}/?lang=cy")
    assert "style" not in page


def test_letter_of_staff_names_no_child(sian, console):
    from django.template.loader import render_to_string

    made, code = invite(actor=console, person=sian, now=console.at)
    letter = joining_letter(
        adult=people_of([sian.pk])[sian.pk],
        language="en",
        code=code,
        ends_on=clock.day_of(made.ends_at),
        child="",
        setting="Hill Lane",
        phone="01792 000000",
        contact="Bev",
    )
    page = render_to_string("accounts/parts/joining_letter.html", {"letter": letter})
    assert "Come and join us." in page
    assert "Friday 13 June" in page


def test_what_is_stored_of_a_letter_does_not_give_its_code_back(amina, console):
    _made, code = invite(actor=console, person=amina, now=console.at)
    kept = repr(list(Invitation._base_manager.values()))
    assert code not in kept
    assert len(code) == 8
    assert not set(code) & set("0O1IL")


def test_who_may_make_a_letter(amina, tariq, sian, now):
    for stranger in (tariq, amina):
        with pytest.raises(NotThere):
            invite(actor=acting_as(stranger), person=amina, now=now)
    invite(actor=acting_as(sian), person=amina, now=now)


def test_two_staff_and_a_day_open_a_lost_account_again(
    phone, laptop, amina, sian, bev, console, letters, now
):
    join_by_mail(phone, amina, letters, console)
    add_app(phone)
    ask_recovery(actor=acting_as(sian), person=again(amina), now=now)
    for alone in (sian, amina):  # she cannot agree with herself, nor the adult for herself
        with pytest.raises((Refused, NotThere)):
            agree_recovery(actor=acting_as(alone), person=again(amina), now=now)
    opens = agree_recovery(actor=acting_as(bev), person=again(amina), now=now)
    assert opens - now == timedelta(days=1)
    assert letters.to("amina@home.example")[-1] == "Your Seren account"
    early = opens - timedelta(seconds=1)
    with pytest.raises(Refused, match="not over"):
        finish_recovery(actor=acting_as(bev), person=again(amina), now=early)
    assert phone.get("/settings/this-phone/").status_code == 200  # until then nothing has changed
    with time_machine.travel(opens, tick=False):
        code = finish_recovery(actor=acting_as(bev), person=again(amina), now=clock.now())
        assert phone.get("/settings/this-phone/").status_code == 303
        assert not Authenticator.objects.exists()
        assert not Device.objects.filter(ended_at=None).exists()
        assert laptop.post("/join/", {"code": code})["Location"] == "/join/proof/"


def test_recovery_without_a_second_person_never_opens(amina, sian, now):
    ask_recovery(actor=acting_as(sian), person=amina, now=now)
    with pytest.raises(Refused):
        finish_recovery(actor=acting_as(sian), person=amina, now=now + timedelta(days=400))


def test_the_adult_stops_a_recovery_they_did_not_ask_for(phone, amina, sian, bev, console, letters, now):
    join_by_mail(phone, amina, letters, console)
    ask_recovery(actor=acting_as(sian), person=amina, now=now)
    agree_recovery(actor=acting_as(bev), person=amina, now=now)
    stop_recovery(actor=acting_as(amina), person=amina, now=now)
    with pytest.raises(Refused):
        finish_recovery(actor=acting_as(bev), person=amina, now=now + timedelta(days=2))


def test_nobody_else_stops_it(amina, tariq, sian, now):
    ask_recovery(actor=acting_as(sian), person=amina, now=now)
    with pytest.raises(NotThere):
        stop_recovery(actor=acting_as(tariq), person=amina, now=now)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mam@Home.Example", " mam@home.example"),
        ("mam@ŵy.cymru", "MAM@xn--y-9na.cymru"),
        ("si\u00e2n@home.example", "sia\u0302n@home.example"),
    ],
)
def test_two_spellings_of_an_address_are_one(one, other):
    assert addresses.clean(one) == addresses.clean(other)


@given(st.text(max_size=40))
def test_cleaning_an_address_twice_changes_nothing(address):
    once = addresses.clean(address)
    assert addresses.clean(once) == once
