"""A child kept out of pictures: set and taken away at the desk, to staff a crossed camera, never why."""
# ruff: noqa: F811

import pytest

from seren.foundation.access.door import SystemReason, system
from seren.foundation.audit.models import Entry
from seren.foundation.kernel.questions import ask
from seren.partnership.journal.queries.camera import cameras_asked
from seren.partnership.journal.terms import Camera
from seren.people.consent.terms import Code
from seren.people.families.models import NoImages
from tests.people.consent.conftest import consent, world  # noqa: F401

pytestmark = [pytest.mark.django_db]
WHY = "Placed for adoption; the birth family searches for her."
ENDED = "The adoption order is made."


@pytest.fixture
def bev(signed_in, settings):
    settings.ROOT_URLCONF = "seren.config.urls"
    return signed_in("manager")


def at(world, name="Zofia Nowak", rest=""):
    return f"/desk/children/{world.children[name]}/pictures/{rest}"


def html(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def set_it(client, world, reach="others", name="Zofia Nowak"):
    return client.post(at(world, name), {"reach": reach, "reason": WHY})


def cameras(world, who):
    found = ask(cameras_asked(world.actor(who), setting=world.settings["pre-school"]))
    return {name: found[world.children[name]] for name in world.children if world.children[name] in found}


@pytest.mark.db
def test_leaders_set_it_read_why_and_take_it_away(bev, signed_in, world):
    assert set_it(bev, world).status_code == 303
    page = html(bev, at(world))
    assert WHY in page
    assert "Only in the child’s own journal" in page
    assert 'name="reach"' not in page
    dsl = signed_in("safeguarding-lead")
    assert WHY in html(dsl, at(world))
    assert dsl.post(at(world, rest="end/"), {"reason": ENDED}).status_code == 303
    page = html(dsl, at(world))
    assert ENDED in page
    assert 'name="reach"' in page
    assert b"adoption" not in b"".join(
        bytes(row.__dict__[name])
        for row in system(SystemReason.SHOWING, NoImages).filter(ended_at__isnull=False)
        for name in ("reason", "end_reason")
    )


def test_words_are_needed_and_twice_is_refused(bev, world):
    assert bev.post(at(world), {"reach": "all", "reason": " "}).status_code == 422
    set_it(bev, world)
    answer = set_it(bev, world, "all")
    assert answer.status_code == 422
    assert WHY in answer.content.decode()
    assert bev.post(at(world, "Noah Clarke", "end/"), {"reason": ENDED}).status_code == 422


@pytest.mark.parametrize(
    "who", ["key-person", "parent-polish", "committee-chair", "other-setting-manager", "parent-and-staff"]
)
def test_nobody_else_opens_the_page(bev, signed_in, world, who):
    set_it(bev, world)
    for rest in ("", "end/"):
        assert signed_in(who).get(at(world, rest=rest)).status_code == 404
        assert signed_in(who).post(at(world, rest=rest), {"reach": "all", "reason": "x"}).status_code == 404


def test_staff_see_a_crossed_camera_before_the_shutter_and_never_why(bev, signed_in, world):
    set_it(bev, world, "all", "Mali Evans")
    set_it(bev, world, "others", "Zofia Nowak")
    sian = signed_in("key-person")
    pages = [html(sian, "/room/snap/"), html(sian, "/room/"),
             html(sian, f"/room/child/{world.children['Mali Evans']}/")]  # fmt: skip
    assert ["No photos" in page for page in pages] == [True] * 3
    assert ["No group photos" in page for page in pages] == [True, True, False]
    assert not any("adopt" in page for page in pages)
    seen = Entry.objects.filter(
        actor_id=world.people["key-person"], record_class="C5", page="journal.note_moment"
    )
    assert {row.child_id for row in seen} >= {world.children["Mali Evans"], world.children["Zofia Nowak"]}


def test_a_child_kept_to_her_own_journal_looks_like_one_whose_family_did_not_say_yes(bev, world, consent):
    assert set(cameras(world, "key-person")) == {"Kai", "Kai Bennett"}
    consent.ask(Code.PHOTO_JOURNAL_OTHERS, child="Mali Evans")
    set_it(bev, world)
    held = cameras(world, "key-person")
    assert {held["Mali Evans"], held["Zofia Nowak"]} == {Camera.ALONE}
    assert "Yusuf Khan" not in held


@pytest.mark.parametrize("who", ["practitioner-other-room", "committee-chair", "mother", "leaver"])
def test_who_does_not_look_after_the_child_sees_no_camera(bev, world, who):
    set_it(bev, world)
    assert "Zofia Nowak" not in cameras(world, who)


def test_a_parent_who_works_here_reads_nothing_about_their_own_child(bev, world):
    set_it(bev, world, "all", "Cadi Lloyd")
    assert "Cadi Lloyd" in cameras(world, "manager")
    assert "Cadi Lloyd" not in cameras(world, "parent-and-staff")
