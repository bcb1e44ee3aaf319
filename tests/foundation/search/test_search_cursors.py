"""A cursor goes on where one person's one list stopped, and does nothing else."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seren.foundation.kernel.refusals import Refused
from seren.foundation.search.door import read_cursor, sign_cursor

RHIAN = UUID("0196ce2a-4980-7000-8000-000000000001")
GARETH = UUID("0196ce2a-4980-7000-8000-000000000002")
CURSOR = sign_cursor(RHIAN, "2025-05-14T09:40:00+00:00", GARETH, about="moments")


def refuses(person, cursor, about="moments"):
    with pytest.raises(Refused) as no:
        read_cursor(person, cursor, about=about)
    return no.value.code == "bad-cursor"


def test_rhian_goes_on_where_she_was():
    assert read_cursor(RHIAN, CURSOR, about="moments") == ("2025-05-14T09:40:00+00:00", str(GARETH))


def test_gareth_cannot_use_her_cursor():
    assert refuses(GARETH, CURSOR)


def test_a_cursor_of_one_list_does_not_open_another():
    assert refuses(RHIAN, CURSOR, about="children")


@pytest.mark.parametrize("cursor", ["", "x", "=", "☃", "AAAA", CURSOR[:-1], CURSOR + "AAAA", "A" * 5000])
def test_what_is_no_cursor_is_refused_with_a_sentence(cursor):
    assert refuses(RHIAN, cursor)


def test_a_cursor_with_any_bit_changed_is_refused():
    raw = bytearray(urlsafe_b64decode(CURSOR + "=" * (-len(CURSOR) % 4)))
    for place in range(len(raw) * 8):
        changed = bytearray(raw)
        changed[place // 8] ^= 1 << place % 8
        assert refuses(RHIAN, urlsafe_b64encode(bytes(changed)).decode().rstrip("="))


@given(st.lists(st.text(max_size=20), max_size=5), st.text(max_size=10))
def test_what_was_signed_is_what_is_read(parts, about):
    assert read_cursor(RHIAN, sign_cursor(RHIAN, *parts, about=about), about=about) == tuple(parts)


@pytest.mark.db
@pytest.mark.django_db
def test_a_cursor_of_one_search_does_not_go_on_with_another(world):
    for _ in range(3):
        world.child("red puddle", of=world.sian)
        world.child("red puddle", of=world.bev)
    found = world.find(world.sian, "puddle", limit=1)
    for who, words, setting in (
        (world.sian, "red", None),
        (world.sian, "puddle", world.setting.pk),
        (world.bev, "puddle", None),
    ):
        with pytest.raises(Refused):
            world.find(who, words, limit=1, cursor=found.next, setting=setting)
    assert world.find(world.sian, " Puddle ", limit=1, cursor=found.next).ids


def test_a_cursor_does_not_tell_when_another_home_shared_something():
    """The time of a star from the other home is the day; nobody works out the minute from an address."""
    instant = "2025-05-14T07:40:12.345678+00:00"
    cursor = sign_cursor(RHIAN, instant, about="stars")
    read = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
    assert instant[:10].encode() not in read
    assert read_cursor(RHIAN, cursor, about="stars") == (instant,)
    assert cursor == sign_cursor(RHIAN, instant, about="stars")
