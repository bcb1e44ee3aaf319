"""A list that says something new: the import updates what it set itself, and leaves what a person changed."""

import pytest

from seren.foundation.kernel import clock
from seren.people.accounts.domain import correct_person
from seren.people.accounts.models import Login, Person
from seren.people.families.domain import correct_child, end_guardian, leave
from seren.people.families.domain.intake import Outcome
from seren.people.families.models import (
    Booking,
    Child,
    Enrolment,
    Guardianship,
    Household,
    HouseholdMember,
    Lives,
)
from seren.people.provision.models import Membership, WorkingPattern
from tests.people.families.intake import lists
from tests.people.families.intake.conftest import rows

pytestmark = pytest.mark.db
BOTH = (2, 3)


@pytest.fixture
def tomos(staffed):
    staffed.families(lists.families(lists.pairs(1)))
    return staffed


def again(place, **changes):
    """The list of Tomos once more. `both` changes his own columns, `nia` and `rhys` those of an adult."""
    both = changes.get("both", {})
    lines = {2: both | changes.get("nia", {}), 3: both | changes.get("rhys", {})}
    return place.families(lists.families(lists.pairs(1), changes=lines))


def steps(told):
    assert told.faults == ()
    return [(step.outcome, step.what) for step in told.steps]


def test_what_the_list_set_it_updates(tomos):
    told = again(
        tomos,
        both={"child_last_name": "Pryce-Hale", "start_date": "2025-06-09", "room": "Wrens",
              "sessions": "wed-pm"},
        nia={"adult_phone": "07700 900999", "read_language": "cy"},
        rhys={"can_collect": "no", "adult_last_name": "Hale"},
    )  # fmt: skip
    assert [step for step in steps(told) if step[0] != Outcome.CHANGED] == []
    child = rows(Child).get()
    assert child.family_name == "Pryce-Hale"
    place = rows(Enrolment).get(until_at__isnull=True)
    assert (place.room.name, str(place.starts_on)) == ("Wrens", "2025-06-09")
    booked = rows(Booking).filter(until_day__isnull=True)
    assert list(booked.values_list("weekday", "session__code", "from_day")) == [(2, "pm", place.starts_on)]
    nia = rows(Person).get(given_name="Nia")
    assert (nia.phone, nia.read_language) == ("07700 900999", "cy")
    assert rows(Guardianship).get(until_at__isnull=True, relation="father").can_collect is False
    assert rows(Guardianship).filter(relation="father").count() == 2  # what stood before is kept


def test_what_a_person_changed_is_left_and_listed(tomos, now):
    correct_child(actor=tomos.console, child=rows(Child).get(), family_name="Pryce-Jones", now=now)
    nia = rows(Person).get(given_name="Nia")
    correct_person(actor=tomos.console, person=nia.id, phone="07700 900111", now=now)
    told = again(tomos, both={"child_last_name": "Price"}, nia={"adult_phone": "07700 900222"})
    assert steps(told) == [
        (Outcome.LEFT, "adult_phone: somebody set this here. It stays."),
        (Outcome.LEFT, "child_last_name: somebody set this here. It stays."),
    ]
    assert rows(Child).get().family_name == "Pryce-Jones"
    assert rows(Person).get(given_name="Nia").phone == "07700 900111"


def test_who_has_joined_keeps_their_own_contact(tomos):
    login = Login.objects.create(email="nia@elsewhere.example", made_at=tomos.now)
    rows(Person).filter(given_name="Nia").update(login=login)
    told = again(tomos, nia={"adult_phone": "07700 900222", "adult_first_name": "Niamh"})
    assert sorted(steps(told)) == [
        (Outcome.CHANGED, "adult_first_name: changed."),
        (Outcome.LEFT, "adult_phone: they have joined, and change this themselves."),
    ]
    assert rows(Person).get(login=login).phone != "07700 900222"


def test_an_emptied_cell_takes_back_what_the_list_said(tomos):
    again(tomos, nia={"adult_phone": "", "adult_email": ""})
    nia = rows(Person).get(given_name="Nia")
    assert (nia.phone, nia.email, nia.email_blind) == (None, None, None)


def test_a_tie_somebody_ended_is_not_made_again(tomos, now):
    tie = rows(Guardianship).get(relation="father")
    end_guardian(actor=tomos.console, guardianship=tie, now=now)
    told = again(tomos)
    assert steps(told) == [(Outcome.LEFT, "What this adult was to Tomos Pryce has ended here. It stays so.")]
    assert not rows(Guardianship).filter(relation="father", until_at__isnull=True).exists()


def test_a_child_who_left_stays_gone(tomos, now):
    child = rows(Child).get()
    leave(actor=tomos.console, child=child, setting=tomos.setting.id, until_at=now, now=now)
    told = again(tomos, both={"room": "Wrens"})
    assert steps(told) == [(Outcome.LEFT, "This child has left. Nothing changes.")]
    assert not rows(Enrolment).filter(until_at__isnull=True).exists()


def test_an_adult_of_a_new_household_leaves_the_old_one(tomos):
    away = {"household": "h0c", "address_line_1": "3 Mill Lane", "lives_with": "part"}
    told = again(tomos, nia={"lives_with": "part"}, rhys=away)
    assert told.faults == ()
    rhys = rows(HouseholdMember).filter(person__given_name="Rhys", until_at__isnull=True)
    assert rhys.get().household.address["lines"] == ["3 Mill Lane"]
    patterns = rows(Lives).filter(until_at__isnull=True).values_list("pattern", flat=True)
    assert sorted(patterns) == ["part", "part"]


def test_both_adults_of_a_child_move_and_the_child_with_them(tomos):
    away = {"household": "h0c", "address_line_1": "3 Mill Lane"}
    assert again(tomos, nia=away, rhys=away).faults == ()
    assert rows(Lives).get(until_at__isnull=True).household.address["lines"] == ["3 Mill Lane"]
    assert rows(HouseholdMember).filter(until_at__isnull=True).count() == 2
    assert again(tomos, nia=away, rhys=away).changes_nothing


def test_an_address_of_a_household_is_put_right(tomos):
    assert steps(again(tomos, nia={"address_line_1": "9 Orchard Row"},
                       rhys={"address_line_1": "9 Orchard Row"})) == [
        (Outcome.CHANGED, "address: changed.")
    ]  # fmt: skip
    assert rows(Household).get().address["lines"] == ["9 Orchard Row"]


def test_an_address_goes_from_one_adult_to_another(tomos):
    swapped = {"adult_email": "new@families.example"}
    taken = {"adult_email": "adult0.1@families.example"}
    told = again(tomos, nia=swapped, rhys=taken)
    assert [fault.column for fault in told.faults] == ["adult_email"]


def staff_with(**changes):
    header = lists.STAFF_HEADER
    menna = dict(zip(header, lists.STAFF[0], strict=True)) | changes
    return lists.staff([tuple(menna[name] for name in header), *lists.STAFF[1:]])


def test_a_role_moves_to_another_room_and_ends(staffed):
    told = staffed.staff(staff_with(room="Wrens", end_date="2025-08-31", works="fri-am"))
    assert sorted(what for _, what in steps(told)) == [
        "end_date: changed.", "room: changed.", "works: changed.",
    ]  # fmt: skip
    held = rows(Membership).filter(person__given_name="Menna").order_by("from_at")
    assert [member.room.name for member in held] == ["Robins", "Wrens"]
    assert held[1].until_at == clock.end_of(clock.day_of(held[1].until_at).replace(month=8, day=31))
    works = rows(WorkingPattern).filter(person__given_name="Menna", until_day__isnull=True)
    assert list(works.values_list("weekday", flat=True)) == [4]
    assert staffed.staff(staff_with(room="Wrens", end_date="2025-08-31", works="fri-am")).changes_nothing


def test_a_second_role_is_one_more(staffed):
    more = [*lists.STAFF, ("menna@hill.example", "Menna", "Rowlands", "deputy", "", "", "", "")]
    told = staffed.staff(lists.staff(more))
    assert steps(told) == [
        (Outcome.NEW, "A new role: Deputy manager. It opens after they sign the statement.")
    ]
    assert rows(Membership).filter(person__given_name="Menna").count() == 2
