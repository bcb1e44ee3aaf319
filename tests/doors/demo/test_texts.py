"""The lines of the year: each can be filled for a girl and for a boy, and nothing of the notation is left."""

from __future__ import annotations

import re
from datetime import date, timedelta
from random import Random

import pytest

from seren.doors.demo.families import FAMILIES
from seren.doors.demo.more_families import families
from seren.doors.demo.pictures import ALTS
from seren.doors.demo.spec import Kid
from seren.doors.demo.year.texts import filled, lines, season_of

FILES = (
    *("room.en", "room.cy", "club.en", "home.en", "home.cy", "home.other"),
    *("replies", "answers", "steps", "closings"),
)
WITH_A_PICTURE = ("room.en", "room.cy", "club.en", "home.en", "home.cy", "home.other", "replies")
QUICK = {"tried", "kind", "said", "built", "brave", "laughed", "-"}
GIRL, BOY = Kid("Efa Evans", True, 40, ()), Kid("Jac Thomas", False, 40, ())


@pytest.mark.parametrize("name", FILES)
def test_every_line_is_filled_for_a_girl_and_a_boy(name: str) -> None:
    for line in lines(name):
        for words in line.words:
            for kid in (GIRL, BOY):
                said = filled(words, kid, Random(1), "en", friends=2)
                assert not re.search(r"[<>«»{}\[\]|]", said), said
                assert said == said.strip(), said
                assert "  " not in said
                assert "!" not in said
                assert "'" not in said, said


@pytest.mark.parametrize("name", FILES)
def test_no_line_is_there_twice(name: str) -> None:
    said = [(line.marks[0], line.words) for line in lines(name)]
    assert len(said) == len(set(said))


@pytest.mark.parametrize("name", WITH_A_PICTURE)
def test_every_picture_named_can_be_drawn(name: str) -> None:
    for line in lines(name):
        assert line.scene in (*ALTS, ""), line


def test_there_are_many_different_things_to_tell() -> None:
    assert sum(len(lines(name)) for name in ("room.en", "room.cy", "club.en")) >= 200
    for name in ("room.en", "room.cy", "club.en"):
        assert {line.marks[2] for line in lines(name)} <= QUICK


@pytest.mark.parametrize("name", ["room.en", "room.cy", "club.en"])
def test_words_about_a_group_name_nobody(name: str) -> None:
    for line in lines(name):
        assert ("{name}" in line.words[0]) != line.marks[0].startswith("G"), line


def test_a_child_with_a_grandmother_in_the_north_rings_nain() -> None:
    rings = next(line for line in lines("home.cy") if "Ffoniodd" in line.words[0]).words[0]
    assert "Nain" in filled(rings, GIRL, Random(1), "cy")
    assert "Mam-gu" in filled(rings, BOY, Random(1), "cy")


def test_a_name_is_written_in_the_letters_of_the_language() -> None:
    yusuf = next(kid for family in FAMILIES for kid in family.kids if kid.name == "Yusuf Khan")
    assert filled("{name}", yusuf, Random(1), "ur") == "یوسف"
    assert filled("{name}", yusuf, Random(1), "en") == "Yusuf"


def test_every_language_of_a_family_has_stars_of_its_own() -> None:
    spoken = {grown.speaks for family in families() for home in family.homes for grown in home.adults}
    assert spoken >= {"en", "cy", "pl", "ur", "bn", "ro", "uk", "ar"}
    told = {line.marks[0] for line in lines("home.other")} | {"en", "cy"}
    assert spoken <= told


def test_a_year_has_three_months_of_each_season() -> None:
    days = [date(2025, 1, 15) + timedelta(days=30 * number) for number in range(12)]
    assert sorted(season_of(day) for day in days) == sorted("aaasssuuuwww")
