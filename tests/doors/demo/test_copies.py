"""A copy of the world is a whole installation, served at the fixed instant."""

from __future__ import annotations

from http.cookiejar import CookieJar
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, Request, build_opener

import pytest

from tests.world import copy_of_world, serving_world, world_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.world import Site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with serving_world(tmp_path_factory.mktemp("site")) as site:
        yield site


def photo(who: OpenerDirector, site: Site, nickname: str) -> int:
    try:
        with who.open(f"{site.url}/photos/{site.world.photos[nickname]}/page/") as answer:
            assert answer.headers["Content-Type"].startswith("image/")
            return int(answer.status)
    except HTTPError as answer:
        return answer.code


def as_person(site: Site, who: str) -> OpenerDirector:
    opener = build_opener(HTTPCookieProcessor(CookieJar()))
    words = urlencode({"who": str(site.world.people[who])}).encode()
    opener.open(Request(f"{site.url}/test/sign-in/", words)).close()
    return opener


def test_photo_of_mali_is_served_to_her_mother_and_not_to_a_stranger(site: Site) -> None:
    assert photo(as_person(site, "mother"), site, "tower") == 200
    assert photo(as_person(site, "stranger-parent"), site, "tower") == 404


def test_two_copies_are_alike_and_apart(tmp_path: Path) -> None:
    one, other = copy_of_world(tmp_path / "one"), copy_of_world(tmp_path / "other")
    assert world_of(one) == world_of(other)
    (one / "seren.sqlite3").unlink()
    assert (other / "seren.sqlite3").exists()
