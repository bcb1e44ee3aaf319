"""Words compared with the names of all children of a setting: what is found, and how it is put right."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as some

from seren.people.families.domain.names import NamesOthers, check_names, friend_in, say_friend
from seren.people.families.queries import ChildNames

MALI, WILL, ZOE, ANNA, ALI = (UUID(int=number) for number in range(1, 6))
CHILDREN = (
    ChildNames(MALI, ("Mali",), "Evans"),
    ChildNames(WILL, ("Will", "William"), "Rose"),
    ChildNames(ZOE, ("Zoë",), "O’Neill"),
    ChildNames(ANNA, ("Anna Maria",), "van Dijk"),
    ChildNames(ALI, ("علی",), "Khan"),
)


def hits(words, reader=MALI, passed=()):
    try:
        check_names({reader: words}, CHILDREN, passed)
    except NamesOthers as stopped:
        return [hit.written for hit in stopped.hits]
    return []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Will ran.", ["Will"]),
        ("Will’s hat, Will's hat", ["Will"]),
        ("WILLIAM!", ["WILLIAM"]),
        ("Zoe and ZOË", ["Zoe", "ZOË"]),
        ("Anna Maria sang.", ["Anna Maria"]),
        ("Anna-Maria sang.", ["Anna Maria"]),
        ("Anna sang.", []),
        ("Master Rose came.", ["Rose"]),
        ("a rose grew", []),
        ("علی آیا۔", ["علی"]),
        ("Williams and Willow", []),
        ("Mali Evans", []),
        ("Fali, Mhali", []),  # mutated Welsh words are no names
    ],
)
def test_names_are_found_as_people_write_them(words, found):
    assert hits(words) == found


def test_small_word_can_be_passed_and_a_large_one_cannot():
    assert hits("she will sing") == ["will"]
    assert hits("she will sing", passed=["will"]) == []
    assert hits("Will sings", passed=["will"]) == ["Will"]


def test_two_children_of_one_name_do_not_stop_each_other():
    twin = ChildNames(UUID(int=9), ("Mali",), "Grant")
    check_names({MALI: "Mali hopped."}, (*CHILDREN, twin))
    with pytest.raises(NamesOthers):
        check_names({MALI: "Mali Grant hopped."}, (*CHILDREN, twin))


@pytest.mark.parametrize(
    ("words", "written", "put_right"),
    [
        ("Mali thanked Will.", "Will", "Mali thanked a friend."),
        ("Will ran. Will sat.", "Will", "A friend ran. A friend sat."),
        ("“Will!” she said.", "Will", "“A friend!” she said."),
        ("Will’s hat", "Will", "A friend’s hat"),
        ("Willow and Will", "Will", "Willow and a friend"),
        ("Mali and Anna-Maria", "Anna Maria", "Mali and a friend"),
    ],
)
def test_friend_takes_the_place_of_a_name(words, written, put_right):
    assert say_friend(words, written, "a friend") == put_right


def test_friend_in_a_language_we_do_not_speak_is_english():
    assert friend_in("so") == friend_in("en") == "a friend"


PIECES = some.sampled_from(
    ["Mali", "Will", "will", "William’s", "Zoë", "ZOE", "Anna Maria", "Anna-Maria", "علی", "Rose", "rose",
     "ran", "and", "the", "tŵr", ".", "!", "\n", "—", "Willow", "(", "’", " "]
)  # fmt: skip


@given(some.lists(PIECES, max_size=14).map(" ".join))
def test_saying_a_friend_for_every_hit_always_ends_with_words_one_may_share(words):
    for _again in range(20):
        found = hits(words)
        if not found:
            break
        words = say_friend(words, found[0], "a friend")
    assert hits(words) == []


@given(some.lists(some.sampled_from(["ran", "tŵr", "Mali", "rose", "Willow", "ℌello", "🙂"])).map(" ".join))
def test_words_that_name_nobody_else_are_left_alone(words):
    assert hits(words) == []
