"""The room's page: who is here today, what keeps them safe, what came from home; each as they may know it."""

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from seren.foundation.access.door import SystemReason, system
from seren.foundation.audit.models import Entry
from seren.people.provision.models import Membership

pytestmark = pytest.mark.db


def page_of(client, address="/room/"):
    answer = client.get(address)
    assert answer.status_code == 200, answer.status_code
    return answer.context_data["page"]


def test_key_worker_sees_the_children_booked_in_her_room_today(signed_in):
    page = page_of(signed_in("key-person"))
    assert page.title == "Robins"
    assert [child.name for child in page.here] == ["Alfie", "Kai", "Mali", "Noah", "Yusuf", "Zofia"]
    assert page.here[2].say == "Until 15:30"


def test_other_room_is_open_by_its_tab_and_shows_other_children(signed_in, world):
    page = page_of(signed_in("practitioner-other-room"))
    assert page.title == "Wrens"
    assert "Mali" not in {child.name for child in (*page.here, *page.not_today)}


def test_allergy_stands_on_the_chip_and_the_whole_note_over_the_page(signed_in):
    page = page_of(signed_in("key-person"))
    kai = next(child for child in page.here if child.name == "Kai")
    assert kai.care == ("Nuts",)
    assert ("Kai", ("Nuts. His red pen is in the Robins bag by the door.",)) in [
        (line.name, line.words) for line in page.safe
    ]


def test_reading_safety_notes_is_seen_by_the_audit_once_a_child(signed_in, world):
    page_of(signed_in("key-person"))
    rows = Entry.objects.filter(page="families.see_first_name", record_class="C5")
    seen = rows.values_list("child_id", flat=True)
    assert sorted(map(str, seen)) == sorted(str(world.children[name]) for name in ("Kai", "Yusuf"))


def test_star_nobody_thanked_for_waits_for_the_key_person(signed_in, world):
    page = page_of(signed_in("key-person"))
    assert [task.url for task in page.from_home] == [f"/stars/{world.moments['waiting']}/"]
    assert "Kasia" in str(page.from_home[0].hint)


def test_practitioner_of_another_room_is_not_asked_to_answer_for_robins(signed_in):
    waiting = page_of(signed_in("practitioner-other-room")).from_home
    assert [str(task.hint).partition(".")[0] for task in waiting] == ["About Ivy"]


@pytest.mark.parametrize("who", ["mother", "committee-chair", "father-restricted", "leaver"])
def test_whoever_does_not_work_there_finds_nothing(signed_in, who):
    assert signed_in(who).get("/room/").status_code in (303, 404)


def test_room_asks_equally_often_for_few_children_and_for_many(signed_in, world):
    client = signed_in("key-person")
    client.get("/room/")
    counts = []
    for address in ("/room/", f"/room/?room={world.rooms['Wrens']}"):
        with CaptureQueriesContext(connections["default"]) as asked:
            client.get(address)
        counts.append(sum(query["sql"].startswith("SELECT") for query in asked))
    assert counts[0] == counts[1] <= 17, counts


@pytest.fixture
def helper(signed_in, world):
    """Karen of Wrens, as if she were a volunteer in Robins."""
    held = system(SystemReason.WRITING, Membership).filter(person=world.people["practitioner-other-room"])
    held.update(role="volunteer", room=world.rooms["Robins"])
    return signed_in("practitioner-other-room")


def test_volunteer_reads_first_names_and_allergies_and_nothing_more(helper):
    page = page_of(helper)
    assert "Kai" in {child.name for child in page.here}
    assert [line.name for line in page.safe] == ["Kai"]  # Yusuf’s food is no allergy
    assert {child.url for child in (*page.here, *page.not_today)} == {""}
    assert (page.from_home, page.key_people) == ((), ())


def test_volunteer_is_led_to_the_room_alone_and_opens_nothing_else(helper, world):
    html = helper.get("/room/").content.decode()
    assert 'href="/room/snap/"' not in html
    kai = world.children["Kai"]
    for address in (
        "/room/snap/",
        "/room/slip/",
        "/mine/",
        "/mine/unfiled/",
        "/room/bin/",
        "/room/search/",
        f"/room/child/{kai}/",
    ):
        assert helper.get(address).status_code == 404, address
