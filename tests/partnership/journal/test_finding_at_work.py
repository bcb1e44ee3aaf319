"""Staff search moments: what they may see, and no more, page by page."""

import pytest

pytestmark = pytest.mark.db


def found(client, words, more=""):
    answer = client.get(f"/room/search/?q={words}{more}")
    assert answer.status_code == 200
    page = answer.context_data["page"]
    return [card.id for card in page.cards], page.older


def test_key_person_finds_the_group_by_a_word_of_it(signed_in, world):
    assert found(signed_in("key-person"), "beans")[0] == [str(world.moments["group"])]


def test_other_room_and_other_setting_find_nothing_of_it(signed_in, world):
    assert str(world.moments["draft"]) in found(signed_in("key-person"), "snail")[0]
    assert found(signed_in("practitioner-other-room"), "snail")[0] == []
    answer = signed_in("other-setting-manager").get("/room/search/?q=beans")
    assert answer.status_code == 404 or answer.context_data["page"].cards == ()


def test_star_for_the_key_person_alone_is_found_by_her_and_not_by_the_manager(signed_in, world):
    private = str(world.moments["mother-to-key-person"])
    assert private in found(signed_in("key-person"), "cysgu")[0]
    assert private not in found(signed_in("manager"), "cysgu")[0]


def test_cursor_of_somebody_else_leads_to_the_top(signed_in):
    lost = signed_in("key-person").get("/room/search/?q=mali&older=made-up")
    assert (lost.status_code, lost.headers["Location"]) == (303, "/room/search/")


def test_no_words_no_list(signed_in):
    assert found(signed_in("key-person"), "") == ([], "")
