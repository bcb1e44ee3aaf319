"""`/stars/`: the thread of home and setting by month, filters, search, the album."""

import re
from collections.abc import Callable
from html import unescape
from itertools import pairwise
from typing import Any

import pytest
from django.apps import apps
from django.test import Client

from seren.foundation.access.door import SystemReason, system
from seren.foundation.search import door as search
from seren.partnership.journal.domain import share_moment
from seren.partnership.journal.models import Moment, MomentChild
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.queries.stars import Asked, stars_of
from seren.partnership.journal.terms import Origin

pytestmark = pytest.mark.db

SignedIn = Callable[[str], Client]
READS = ("en",)


def titles(world: Any, who: str, **asked: Any) -> list[str]:
    read = stars_of(world.actor(who), READS, Asked(**asked))
    cards = [card for month in read.months for card in month.cards] + list(read.found)
    return [card.title.text for card in cards]


def from_words(world: Any, who: str) -> list[str]:
    read = stars_of(world.actor(who), READS, Asked())
    return [card.from_words for month in read.months for card in month.cards]


def test_mother_sees_home_and_setting_in_one_line_newest_first(world: Any, signed_in: SignedIn) -> None:
    assert titles(world, "mother") == [
        "Mali built a tower higher than her own knees.",
        "Three friends planted beans in the long bed.",
        "Nid yw Mali wedi cysgu’n dda ers nos Sul.",
        "Mali rode her bike round the whole park.",
        "This star was taken back on Tuesday 6 May.",
        "Mali walked once round the big puddle, then straight through the middle.",
        "Mae Mali wedi dechrau cyfri’r grisiau gartref, hyd at ddeg.",
        "Mali a’i nain yn pobi cacen i’r ci drws nesaf.",
    ]
    assert signed_in("mother").get("/stars/").status_code == 200


def test_fathers_star_is_from_home_in_mothers_home(world: Any) -> None:
    assert not any("Gareth" in words for words in from_words(world, "mother"))
    assert any(words.startswith("From home · ") for words in from_words(world, "mother"))
    assert not any("Rhian" in words for words in from_words(world, "father-other-home"))


def test_grandmother_sees_shared_stars_and_is_told_no_name_by_us(world: Any, signed_in: SignedIn) -> None:
    html = signed_in("grandmother").get("/stars/").content.decode()
    assert "Stars shared with you" in html
    assert "Mali’s stars" not in html
    assert "Share a star" not in html
    assert "Nid yw Mali" not in html  # to the key person only


def test_place_narrows_to_home(world: Any) -> None:
    assert all("From us" not in words for words in titles(world, "mother", place=Origin.HOME))
    assert len(titles(world, "mother", place=Origin.HOME)) == 4
    assert len(titles(world, "mother", place=Origin.SETTING)) == 4


def test_child_of_somebody_else_is_not_there(world: Any, signed_in: SignedIn) -> None:
    other = world.children["Yusuf"]
    assert signed_in("mother").get(f"/stars/?child={other}").status_code == 404
    assert signed_in("mother").get("/stars/?child=nonsense").status_code == 404


def test_mother_of_two_chooses_one_of_them(world: Any, signed_in: SignedIn) -> None:
    html = signed_in("parent-urdu").get("/stars/").content.decode()
    assert "Yusuf" in html
    assert "Hassan" in html
    hassan = stars_of(world.actor("parent-urdu"), READS, Asked(child=world.children["Hassan"]))
    both = stars_of(world.actor("parent-urdu"), READS, Asked())
    count = [sum(len(month.cards) for month in read.months) for read in (hassan, both)]
    assert count[0] < count[1]


def test_search_finds_own_words_and_nothing_of_the_other_home(world: Any) -> None:
    assert titles(world, "mother", words="tower") == ["Mali built a tower higher than her own knees."]
    assert titles(world, "father-other-home", words="cysgu") == []
    assert titles(world, "mother", words="cysgu") == ["Nid yw Mali wedi cysgu’n dda ers nos Sul."]


def test_search_does_not_find_a_name_that_only_another_family_reads(world: Any) -> None:
    own = system(SystemReason.TELLING, Moment).get(pk=world.moments["own-words"])
    assert own.text is not None
    read = {who: titles(world, who, words="Noah") for who in ("mother", "father-other-home", "parent-urdu")}
    assert all("own" not in str(found) for found in read.values())


def _pages(client: Client, address: str) -> list[list[str]]:
    """The stars of each page of a search, by their addresses, as long as it goes on."""
    pages = []
    while address:
        html = unescape(client.get(address).content.decode())
        pages.append(sorted(set(re.findall(r'href="(/stars/[0-9a-f-]{36}/)', html))))
        goes_on = re.search(r'href="([^"]+)" rel="next"', html)
        address = goes_on.group(1) if goes_on else ""
    return pages


@pytest.mark.db
@pytest.mark.parametrize("narrowed", ["", "&place=home"])
def test_a_search_with_more_stars_than_a_page_goes_on_and_leaves_none_out(
    world: Any, signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch, narrowed: str
) -> None:
    from seren.partnership.journal.queries import stars

    rhian = signed_in("mother")
    (whole,) = _pages(rhian, f"/stars/?q=the{narrowed}")
    assert len(whole) >= 2
    monkeypatch.setattr(stars, "FOUND", 1)
    pages = _pages(rhian, f"/stars/?q=the{narrowed}")
    assert [len(page) for page in pages] == [1] * len(whole)
    assert sorted(star for page in pages for star in page) == whole
    html = rhian.get(f"/stars/?q=the{narrowed}").content.decode()
    assert "Stars with these words" in html
    assert "1 star has these words" not in html


def test_own_star_not_shared_is_the_first_a_search_finds(world: Any) -> None:
    cake = system(SystemReason.TELLING, Moment).get(pk=world.moments["mother-to-family"])
    system(SystemReason.WRITING, Moment).filter(pk=cake.pk).update(state="draft", shared_at=None)
    cake.children.model._base_manager.filter(moment=cake.pk).update(shared_at=None)
    assert titles(world, "mother", words="mali")[0] == "Mali a’i nain yn pobi cacen i’r ci drws nesaf."


def test_a_place_in_rhian_s_search_is_no_place_in_gareth_s_or_in_another_search(
    world: Any, signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    from seren.partnership.journal.queries import stars

    monkeypatch.setattr(stars, "FOUND", 1)
    older = stars_of(world.actor("mother"), READS, Asked(words="the")).older
    for who, asked in (
        ("father-other-home", {"q": "the"}),
        ("mother", {"q": "a"}),
        ("mother", {"q": "the", "place": "home"}),
    ):
        answer = signed_in(who).get("/stars/", {**asked, "older": older})
        assert (answer.status_code, answer["Location"]) == (303, "/stars/")


@pytest.fixture
def mother_of_two(world: Any) -> Any:
    """Noah is Zofia’s brother: two children of one family in one moment of the setting."""
    ties = system(SystemReason.WRITING, apps.get_model("families.Guardianship"))
    tie = ties.filter(child=world.children["Noah"]).order_by("pk")[:1]
    ties.filter(pk__in=tie.values("pk")).update(adult=world.people["parent-polish"])
    return world


def test_what_sian_wrote_for_each_of_two_siblings_stands_on_the_one_star(mother_of_two: Any) -> None:
    actor, star_of_both = mother_of_two.actor("parent-polish"), mother_of_two.moments["own-words"]
    cards = [card for month in stars_of(actor, READS, Asked()).months for card in month.cards]
    (card,) = (card for card in cards if card.id == str(star_of_both))
    assert card.from_words.startswith("Noah, Zofia · ")
    assert not card.with_others
    assert card.title.text == "Two friends sang for everybody at the end of the morning."
    assert card.words is not None
    assert card.words.text.startswith("Zofia sang two verses of a song from home")
    zofia = stars_of(actor, READS, Asked(child=mother_of_two.children["Zofia"]))
    alone = [card.title.text for month in zofia.months for card in month.cards]
    assert not any(title.startswith("Two friends sang") for title in alone)


def test_a_star_of_two_siblings_is_on_one_page_of_what_a_search_finds(
    mother_of_two: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from seren.partnership.journal.queries import stars

    actor = mother_of_two.actor("parent-polish")
    whole = [card.id for card in stars_of(actor, READS, Asked(words="sang")).found]
    assert str(mother_of_two.moments["own-words"]) in whole
    monkeypatch.setattr(stars, "FOUND", 1)
    pages, older = [], ""
    while not pages or older:
        read = stars_of(actor, READS, Asked(words="sang", older=older))
        pages.append(
            [(card.id, card.from_words.partition(" · ")[0], card.with_others) for card in read.found]
        )
        older = read.older
    assert pages == [[(star, "Noah, Zofia", "")] for star in whole]


def test_hannah_finds_the_stars_of_her_own_child_and_no_empty_page_for_those_of_her_room(
    world: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from seren.partnership.journal.queries import stars

    hannah = world.actor("parent-and-staff")
    at_work = search.find(hannah, JournalAction.WALK_SKY, MomentChild, "the", limit=50).ids
    own = [card.id for card in stars_of(hannah, READS, Asked(words="the")).found]
    assert 0 < len(own) < len(at_work)
    monkeypatch.setattr(stars, "FOUND", 1)
    pages, older = [], ""
    while not pages or older:
        read = stars_of(hannah, READS, Asked(words="the", older=older))
        pages.append([card.id for card in read.found])
        older = read.older
    assert sorted(pages) == sorted([star] for star in own)


def test_paging_goes_to_older_and_back_to_newer(world: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from seren.partnership.journal.queries import stars

    whole = titles(world, "mother")
    monkeypatch.setattr(stars, "LIMIT", 3)
    actor = world.actor("mother")
    first = stars_of(actor, READS, Asked())
    assert not first.newer
    second = stars_of(actor, READS, Asked(older=first.older))
    back = stars_of(actor, READS, Asked(newer=second.newer))
    shown = [
        [card.title.text for month in page.months for card in month.cards] for page in (first, second, back)
    ]
    assert shown == [whole[:3], whole[3:6], whole[:3]]
    assert not back.newer


def test_cursor_of_somebody_else_leads_to_the_beginning(
    world: Any, signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    from seren.partnership.journal.queries import stars

    monkeypatch.setattr(stars, "LIMIT", 3)
    older = stars_of(world.actor("mother"), READS, Asked()).older
    answer = signed_in("father-other-home").get("/stars/", {"older": older})
    assert (answer.status_code, answer["Location"]) == (303, "/stars/")


def test_restricted_father_has_an_empty_sky(world: Any, signed_in: SignedIn) -> None:
    html = signed_in("father-restricted").get("/stars/").content.decode()
    assert "No stars yet." in html
    assert "Ellie" not in html


def test_album_prints_one_month_without_tombstones(world: Any, signed_in: SignedIn) -> None:
    html = signed_in("mother").get("/stars/album/2025-05/").content.decode()
    assert "Mali built a tower" in html
    assert "taken back" not in html
    assert "pobi cacen" not in html  # April
    assert html.index("planted beans") < html.index("built a tower")  # from the first day on
    assert html.count(">May 2025<") == 1
    assert signed_in("mother").get("/stars/album/2025-13/").status_code == 404
    assert "big-print" in signed_in("mother").get("/stars/album/2025-05/?print=big").content.decode()


def test_queries_are_equal_for_few_and_many_stars(
    world: Any, signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from seren.partnership.journal.queries import stars

    client, counted = signed_in("mother"), []
    client.get("/stars/")
    for limit in (1, 3, 30):
        monkeypatch.setattr(stars, "LIMIT", limit)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get("/stars/")
        counted.append(len([one for one in asked if one["sql"].lstrip().upper().startswith("SELECT")]))
    assert counted[0] == counted[1] == counted[2] <= 12, counted


def test_own_star_not_shared_stands_on_top_for_its_author_alone(world: Any, signed_in: SignedIn) -> None:
    mine = system(SystemReason.TELLING, Moment).filter(author=world.people["mother"]).first()
    assert mine is not None
    system(SystemReason.WRITING, Moment).filter(pk=mine.pk).update(state="draft", shared_at=None)
    mine.children.model._base_manager.filter(moment=mine.pk).update(shared_at=None)
    assert "A star you have not shared" in signed_in("mother").get("/stars/").content.decode()
    assert "A star you have not shared" not in signed_in("father-other-home").get("/stars/").content.decode()
    mine.refresh_from_db()
    share_moment(actor=world.actor("mother"), moment=mine, now=world.present)


def test_stars_side_by_side_in_a_sky_stand_at_different_heights(world: Any) -> None:
    skies = [month.stars for month in stars_of(world.actor("mother"), READS, Asked()).months]
    assert any(len(stars) > 2 for stars in skies)
    for stars in skies:
        days = [star.day for star in stars]
        assert days == sorted(days)
        assert all(one.row != beside.row for one, beside in pairwise(stars))
