"""My families: whose key person and buddy I am; when home and we last spoke, as words, shape and date."""

import re

import pytest

pytestmark = pytest.mark.db


def mine(client):
    answer = client.get("/mine/")
    assert answer.status_code == 200
    return answer.context_data["page"]


def test_family_that_waits_comes_first_and_then_names(signed_in):
    page = mine(signed_in("key-person"))
    assert [family.child.name for family in page.key] == ["Zofia", "Alfie", "Mali", "Noah", "Yusuf"]
    assert [len(family.waiting) for family in page.key] == [1, 0, 0, 0, 0]


def test_buddy_children_stand_apart(signed_in):
    page = mine(signed_in("practitioner-other-room"))
    assert [family.child.name for family in page.buddy] == ["Mali"]
    assert "Mali" not in [family.child.name for family in page.key]


def test_long_silence_has_a_flag_and_its_date(signed_in):
    alfie = next(family for family in mine(signed_in("key-person")).key if family.child.name == "Alfie")
    assert (alfie.ours.state, str(alfie.ours.on)) == ("late", "2025-03-11")
    assert alfie.home.state == "track"


def test_nothing_is_counted_or_ranked_on_the_page(signed_in):
    html = signed_in("key-person").get("/mine/").content.decode()
    assert "%" not in html.partition("<main")[2].partition("</main")[0]


@pytest.mark.parametrize("who", ["mother", "committee-chair"])
def test_families_and_committee_find_nothing(signed_in, who):
    assert signed_in(who).get("/mine/").status_code == 404


def test_what_home_wrote_says_its_language(signed_in):
    html = signed_in("key-person").get("/mine/").content.decode()
    assert re.search(r'<a href="/stars/[^"]*" lang="pl" dir="ltr">', html)
