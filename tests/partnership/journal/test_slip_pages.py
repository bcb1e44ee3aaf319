"""Paper slips: printed with a code that is shown once, keyed in for the adult who wrote them."""

import re

import pytest

from seren.foundation.access.door import SystemReason, system
from seren.foundation.kernel import ids
from seren.partnership.journal.models import Moment, Slip

pytestmark = pytest.mark.db


def rows(model):
    return system(SystemReason.DECIDING, model)


def keyed(client, world, child, who, query="", **said):
    key = ids.new()
    given = {"star": key, "credited": str(world.people[who]), "words": "Alfie fed the ducks."}
    given |= {"language": "en", "audience": "team"}
    given |= {"happened_day": "13", "happened_month": "5", "happened_year": "2025"}
    answer = client.post(f"/room/child/{world.children[child]}/slip/key/{query}", given | said)
    return key, answer


def test_printed_slip_has_first_name_and_a_code_that_leads_back_to_the_child(signed_in, world):
    client, alfie = signed_in("key-person"), world.children["Alfie"]
    html = client.post(f"/room/child/{alfie}/slip/", {"language": "en"}).content.decode()
    assert "A star for Alfie" in html
    assert "Walker" not in html
    code = re.search(r'class="code"[^>]*>([A-Z0-9 ]+)<', html)[1]
    answer = client.post("/room/slip/", {"code": code.lower()})
    assert answer["Location"].startswith(f"/room/child/{alfie}/slip/key/?slip=")


def test_slip_of_dean_becomes_a_star_from_him_on_paper(signed_in, world):
    client = signed_in("key-person")
    goes_to = client.post("/room/slip/", {"code": world.slip_codes["open-slip"]})["Location"]
    key, answer = keyed(client, world, "Alfie", "parent-no-phone", goes_to.partition("/key/")[2])
    assert answer["Location"] == "/room/slip/"
    star = rows(Moment).get(pk=key)
    assert (star.author_id, star.keyed_by_id) == (world.people["parent-no-phone"], world.people["key-person"])
    assert (star.channel, star.origin, star.state) == ("paper", "home", "shared")
    assert rows(Slip).filter(moment=star, used_at__isnull=False).count() == 1


def test_slip_found_in_a_bag_without_its_code_goes_in_by_the_child(signed_in, world):
    client = signed_in("key-person")
    assert client.post("/room/slip/", {"child": str(world.children["Alfie"])})["Location"].endswith("/key/")
    _key, answer = keyed(client, world, "Alfie", "parent-no-phone")
    assert answer.status_code == 303


def test_used_code_and_wrong_code_get_one_answer(signed_in, world):
    client = signed_in("key-person")
    for code in (world.slip_codes["slip"], "ABCDEFGH"):
        answer = client.post("/room/slip/", {"code": code})
        assert answer.status_code == 422
        assert "No slip has this code." in answer.content.decode()


def test_only_adults_of_the_child_can_be_credited(signed_in, world):
    _key, answer = keyed(signed_in("key-person"), world, "Alfie", "mother")
    assert answer.status_code == 422


def test_practitioner_of_another_room_keys_nothing_for_alfie(signed_in, world):
    client = signed_in("practitioner-other-room")
    assert client.get(f"/room/child/{world.children['Alfie']}/slip/key/").status_code == 404
    assert client.post("/room/slip/", {"code": world.slip_codes["open-slip"]}).status_code == 422


def test_slip_in_urdu_is_whole_and_prints_on_half_a_sheet(signed_in, world):
    client, alfie = signed_in("key-person"), world.children["Alfie"]
    html = client.post(f"/room/child/{alfie}/slip/", {"language": "ur"}).content.decode()
    paper = html[html.index('<div class="letter"') :]
    assert 'data-paper="a5"' in paper
    assert 'dir="rtl"' in paper
    assert "آپ کا نام" in paper
    assert "Your name" not in paper
