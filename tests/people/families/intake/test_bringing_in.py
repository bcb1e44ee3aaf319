"""A list brought in: whole, once, and again without changing anything."""

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from seren.foundation.audit.models import Entry
from seren.foundation.sealing import store
from seren.people.accounts.models import Person, ReachMe
from seren.people.families.domain.intake import Outcome
from seren.people.families.models import (
    Booking,
    Child,
    Enrolment,
    Guardianship,
    Household,
    HouseholdMember,
    ImportedRef,
    KeyPerson,
    Lives,
)
from seren.people.families.terms import EnrolmentState, Pattern
from seren.people.provision.models import Membership, Room, Session, WorkingPattern
from tests.people.families.intake import lists
from tests.people.families.intake.conftest import rows

ALL = (
    Person, ReachMe, Child, Enrolment, Guardianship, Household, HouseholdMember, ImportedRef, KeyPerson,
    Lives, Booking, Membership, Room, Session, WorkingPattern,
)  # fmt: skip
pytestmark = pytest.mark.db


def counted():
    return {model: rows(model).count() for model in ALL} | {Entry: Entry.objects.count()}


def snapshot():
    """Every row of every table an import writes, as the database holds it."""
    return {model: sorted(map(str, rows(model).values_list())) for model in ALL}


def test_forty_rows_make_twenty_children_with_two_adults_each(staffed):
    told = staffed.families(lists.families(lists.pairs(20)))
    assert told.faults == ()
    assert rows(Child).count() == 20
    assert rows(Guardianship).count() == 40
    assert rows(Person).count() == 3 + 40
    assert rows(Household).count() == 20 + 10
    assert rows(Booking).count() == 40
    assert told.sentences[0] == "The list has 40 lines."


def test_the_same_file_again_changes_nothing(staffed):
    raw = lists.families(lists.pairs(20))
    staffed.families(raw)
    before, entries = snapshot(), Entry.objects.count()
    told = staffed.families(raw)
    assert told.faults == ()
    assert told.steps == ()
    assert told.changes_nothing
    assert (snapshot(), Entry.objects.count()) == (before, entries)
    staffed.staff()
    assert (snapshot(), Entry.objects.count()) == (before, entries)


def test_looking_through_writes_nothing(staffed):
    before = counted()
    told = staffed.look(lists.families(lists.pairs(20)))
    assert {step.outcome for step in told.steps} == {Outcome.NEW}
    assert counted() == before


def test_a_child_without_key_person_is_joining_and_the_others_attend(staffed):
    staffed.families(lists.families(lists.pairs(3)))
    states = dict(rows(Enrolment).values_list("child__given_name", "state"))
    assert states == {
        "Tomos": EnrolmentState.ATTENDING,
        "Alys": EnrolmentState.ATTENDING,
        "Idris": EnrolmentState.JOINING,
    }
    named = rows(KeyPerson).values_list("child__given_name", "person__given_name")
    assert sorted(named) == [("Alys", "Gwil"), ("Tomos", "Menna")]


def test_a_key_person_named_later_makes_a_joining_child_attend(staffed):
    staffed.families(lists.families(lists.pairs(3)))
    changes = {line: {"key_person_email": "menna@hill.example"} for line in (6, 7)}
    told = staffed.families(lists.families(lists.pairs(3), changes=changes))
    assert [(step.who, step.what) for step in told.steps] == [("Idris Pryce", "key_person_email: changed.")]
    assert not rows(Enrolment).filter(state=EnrolmentState.JOINING).exists()


def test_another_key_person_is_left_to_a_person(staffed):
    staffed.families(lists.families(lists.pairs(1)))
    changes = {line: {"key_person_email": "gwil@hill.example"} for line in (2, 3)}
    told = staffed.families(lists.families(lists.pairs(1), changes=changes))
    assert [step.outcome for step in told.steps] == [Outcome.LEFT]
    assert "with a reason" in told.steps[0].what
    assert rows(KeyPerson).get().person.given_name == "Menna"


def test_two_homes_of_a_child_are_two_households_with_part_of_the_time_each(staffed):
    staffed.families(lists.families(lists.pairs(2)))
    alys = rows(Lives).filter(child__given_name="Alys")
    assert sorted(alys.values_list("pattern", flat=True)) == [Pattern.PART, Pattern.PART]
    assert len(set(alys.values_list("household", flat=True))) == 2
    assert rows(Lives).get(child__given_name="Tomos").pattern == Pattern.ALL
    assert rows(Household).get(members__person__email_blind__isnull=False, pk=alys[0].household_id).address


def test_two_households_with_one_address_stay_two(staffed):
    changes = {5: {"address_line_1": "1 Orchard Row"}}
    told = staffed.families(lists.families(lists.pairs(2), changes=changes))
    assert told.faults == ()
    assert rows(Household).count() == 3


def test_parents_are_parents_by_relation_and_a_grandmother_is_not(staffed):
    gran = lists.adult(0, 3, "Beti", "Pryce", "grandparent", apart=False)
    gran |= {"parental_responsibility": "no", "pr_basis": ""}
    first, second = lists.pairs(1)
    staffed.families(lists.families([first, second, first | gran]))
    found = rows(Guardianship).values_list("relation", "natural_parent", "responsibility", "day_to_day_care")
    assert sorted(found) == [
        ("father", True, "yes", False),
        ("grandparent", None, "no", False),
        ("mother", True, "yes", False),
    ]


def test_a_foster_carer_the_child_lives_with_cares_day_to_day(staffed):
    first, _second = lists.pairs(1)
    carer = {"relation": "foster-carer", "parental_responsibility": "no", "pr_basis": ""}
    staffed.families(lists.families([first | carer]))
    tie = rows(Guardianship).get()
    assert (tie.day_to_day_care, tie.natural_parent) == (True, None)


def test_staff_open_nothing_before_their_statement(staffed):
    roles = rows(Membership).values_list("role", "statement_at", "room__name")
    assert sorted(roles) == [
        ("practitioner", None, "Robins"), ("practitioner", None, "Wrens"), ("volunteer", None, "Wrens"),
    ]  # fmt: skip
    assert rows(WorkingPattern).count() == 4


def test_staff_and_parent_with_one_address_and_name_are_one_adult(staffed):
    changes = {2: {"adult_first_name": "Menna", "adult_last_name": "Rowlands",
                   "adult_email": "menna@hill.example"}}  # fmt: skip
    told = staffed.families(lists.families(lists.pairs(1), changes=changes))
    assert told.faults == ()
    menna = rows(Person).get(given_name="Menna")
    assert rows(Guardianship).filter(adult=menna).count() == 1
    assert rows(Membership).filter(person=menna).count() == 1
    assert rows(ReachMe).filter(person=menna).count() == 1


def test_staff_and_parent_with_one_address_and_other_names_are_refused(staffed):
    before = counted()
    changes = {2: {"adult_email": "menna@hill.example"}}
    told = staffed.families(lists.families(lists.pairs(1), changes=changes))
    assert [fault.sentence for fault in told.faults] == [
        (
            "Line 2, column adult_email: "
            "Another adult uses this e-mail address already. "
            "Leave it out for one of the two. They can join by letter."
        )
    ]
    assert counted() == before


def test_nobody_is_removed_by_leaving_out(staffed):
    staffed.families(lists.families(lists.pairs(3)))
    before = snapshot()
    told = staffed.families(lists.families(lists.pairs(1)))
    assert told.changes_nothing
    assert snapshot() == before


def test_a_list_of_another_setting_with_the_same_keys_is_another_list(staffed, now):
    from seren.people.provision.domain import open_setting
    from seren.people.provision.terms import Care, Nation

    staffed.families(lists.families(lists.pairs(1)))
    club = open_setting(actor=staffed.console, name="Club", nation=Nation.WALES, care=Care.CLUB, now=now)
    told = staffed.families(
        lists.families(lists.pairs(1), changes={line: {"key_person_email": ""} for line in (2, 3)}),
        setting=club.id,
    )
    assert told.faults == ()
    assert rows(Child).count() == 2
    assert rows(Person).filter(given_name="Nia").count() == 1


def test_looking_through_asks_the_database_as_often_for_one_child_as_for_thirty(staffed):
    staffed.families(lists.families(lists.pairs(30)))
    asked = []
    for children in (1, 3, 30):
        with CaptureQueriesContext(connection) as queries:
            staffed.look(lists.families(lists.pairs(children)))
        asked.append(len(queries))
    assert len(set(asked)) == 1, asked


def test_keys_of_a_list_that_stops_half_way_are_not_kept(staffed, monkeypatch):
    from seren.people.families.domain.intake import ties

    def stop(**_words):
        raise RuntimeError("the power went")

    monkeypatch.setattr(ties, "add_guardian", stop)
    before, keys = counted(), store.count(settings.KEYS)
    with pytest.raises(RuntimeError):
        staffed.families(lists.families(lists.pairs(3)))
    assert counted() == before
    assert store.count(settings.KEYS) == keys
