"""What cannot be read is named by line, column and reason; and then nothing is written."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seren.people.families.domain.intake.columns import COLUMNS
from seren.people.families.domain.intake.reading import read_list
from seren.people.families.models import Child
from seren.people.families.terms import Sheet
from seren.people.provision.models import Room
from tests.people.families.intake import lists
from tests.people.families.intake.conftest import rows


def sentences(told):
    return [fault.sentence for fault in told.faults]


def test_three_broken_rows_are_three_sentences_and_nothing_written(staffed):
    changes = {
        7: {"adult_email": "rhys at home"},
        18: {"emergency_order": "first"},
        31: {"relation": "papa"},
    }
    told = staffed.families(lists.families(lists.pairs(20), changes=changes))
    assert sentences(told) == [
        "Line 7, column adult_email: This is no e-mail address. Write one like sam@example.com.",
        "Line 18, column emergency_order: Write a number from 1 to 99.",
        (
            "Line 31, column relation: Write one of these: mother, father, parent, step-parent, grandparent, "
            "foster-carer, guardian, sibling-adult, other."
        ),
    ]
    assert not rows(Child).exists()


BROKEN = [
    ({"child_first_name": ""}, "column child_first_name: Fill this in."),
    ({"child_date_of_birth": "14.5.2021"}, "Write the day like 2021-05-14 or 14/05/2021."),
    ({"child_date_of_birth": "2021-02-30"}, "Write the day like 2021-05-14 or 14/05/2021."),
    ({"child_date_of_birth": "2031-02-03"}, "The date of birth is in the future. Check the year."),
    ({"child_known_as": "=HYPERLINK(1)"}, "A cell must not begin with “=”. Write the words alone."),
    ({"adult_last_name": "@SUM(A1)"}, "A cell must not begin with “@”. Write the words alone."),
    ({"town": "-2+3"}, "A cell must not begin with “-”"),
    ({"parental_responsibility": "maybe"}, "Write one of these: yes, no, unknown."),
    ({"parental_responsibility": "unknown"}, "column pr_basis: Say what parental responsibility rests on"),
    ({"format": "fax"}, "column format: Write one of these: page, clear"),
    ({"spoken_language": "not a language"}, "Write a language code, such as en, cy or pl."),
    ({"sessions": "monday"}, "Write sessions like mon-am tue-am, with spaces between."),
    ({"adult_phone": "ring Gran"}, "Write the phone number in digits."),
    ({"adult_ref": "a0-1"}, "column adult_first_name: Line 2 says something else about this adult."),
    ({"address_line_1": "7 Quay Row"}, "Line 2 has another address for this household."),
    ({"child_first_name": "Thomas"}, "Line 2 says something else about this child."),
]


@pytest.mark.db
@pytest.mark.parametrize(("change", "words"), BROKEN)
def test_a_broken_cell_is_named(staffed, change, words):
    told = staffed.families(lists.families(lists.pairs(1), changes={3: change}))
    assert any(words in sentence for sentence in sentences(told)), sentences(told)
    assert not rows(Child).exists()


def test_a_key_person_works_with_children_here(staffed):
    changes = {line: {"key_person_email": "pat@hill.example"} for line in (2, 3)}
    told = staffed.families(lists.families(lists.pairs(1), changes=changes))
    assert sentences(told) == [
        (
            "Line 2, column key_person_email: "
            "Nobody who works with children here has this address. Bring in the staff first."
        )
    ]


def test_rooms_and_sessions_are_not_made_unasked(hill_lane):
    told = hill_lane.staff(make_rooms=False)
    assert sentences(told)[:2] == [
        "Line 2, column room: There is no room “Robins”. Add it first, or let this list make it.",
        "Line 2, column works: There is no session “am”. Add it first, or let this list make it.",
    ]
    assert not rows(Room).exists()


def test_unknown_missing_and_double_columns_are_named():
    raw = b"email,first_name,Surname,role,role\r\n"
    table = read_list(Sheet.STAFF, raw)
    assert [fault.sentence for fault in table.faults] == [
        "Line 1, column Surname: We do not know this column. Take it out, or correct its name.",
        "Line 1, column role: This column is there twice. Take one out.",
        "Line 1, column last_name: This column is missing. Add it.",
    ]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("delimiter", [",", ";"])
def test_with_or_without_a_mark_comma_or_semicolon(mark, delimiter):
    raw = mark + lists.families(lists.pairs(20), delimiter=delimiter)
    table = read_list(Sheet.FAMILIES, raw)
    assert table.faults == ()
    assert [line.number for line in table.lines] == list(range(2, 42))


def test_days_of_both_kinds_are_one_day():
    raw = lists.families(lists.pairs(1), changes={2: {"start_date": "02/06/2025"}})
    first, second = read_list(Sheet.FAMILIES, raw).lines
    assert first.said["start_date"] == second.said["start_date"]


def test_another_encoding_is_named_by_its_line():
    raw = lists.staff().replace(b"Tanner", b"T\xe4nner")
    table = read_list(Sheet.STAFF, raw)
    assert [fault.sentence for fault in table.faults] == [
        "Line 3: We cannot read this line. Save the file as “CSV UTF-8” and try again."
    ]


NAMES = [column.name for column in COLUMNS[Sheet.FAMILIES]]
CELLS = st.text(alphabet=st.sampled_from("aé=@-+'\"\r\n;,\x00\u202e0129/ mon-amyes"), max_size=12)


@given(st.binary(max_size=200) | st.lists(st.lists(CELLS, max_size=30), max_size=6).map(
    lambda grid: lists.table(NAMES, grid)))  # fmt: skip
@settings(max_examples=300)
def test_no_bytes_are_a_crash(raw):
    for sheet in Sheet:
        read_list(sheet, raw)


@given(st.dictionaries(st.sampled_from(NAMES), CELLS, max_size=6))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_cell_is_a_crash(staffed, change):
    told = staffed.look(lists.families(lists.pairs(2), changes={3: change}))
    assert told.faults or told.steps
