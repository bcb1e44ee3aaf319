"""A photo that does not reach every family: staff are told how many, and what to do."""
# ruff: noqa: F811

from datetime import timedelta

import pytest

from seren.foundation.access.door import SystemReason, system
from seren.foundation.media.door import some_child
from seren.foundation.media.models import Photo, PhotoSubject
from seren.partnership.journal.queries.keptback import closed_to_another, kept_back
from seren.people.families.models import Guardianship
from seren.people.families.terms import Reach
from tests.doors.api.conftest import program  # noqa: F401
from tests.partnership.journal.test_group_pictures import consent, group, mark, world  # noqa: F401
from tests.partnership.journal.test_snapping import a_photo, snap

pytestmark = [pytest.mark.django_db]
STAYS = "1 photo does not reach every family."


def photo_of(moment):
    return system(SystemReason.SHOWING, Photo).get(belongs_to_id=moment).pk


def held_back(world, group, who="key-person"):
    return kept_back(world.actor(who), [group.moment])


@pytest.mark.db
def test_one_family_that_has_not_said_yes_holds_a_photo_back(world, group):
    assert held_back(world, group) == {group.photo}
    group.yes("parent-polish", "zofia")
    group.yes("mother", "mali")
    assert held_back(world, group) == set()
    group.kept_out("Yusuf Khan")
    assert held_back(world, group) == {group.photo}


@pytest.mark.db
def test_a_photo_of_brother_and_sister_is_not_held_back(world, group):
    """Hassan goes to the club, so that nobody at the pre-school sees the photo: the condition is asked."""
    group.kept_out("Hassan Khan")
    mark(world, group, "Yusuf Khan", "Hassan Khan")
    assert not closed(world, group)
    mark(world, group, "Yusuf Khan", "Hassan Khan", "Zofia Nowak")
    assert closed(world, group)


@pytest.mark.db
@pytest.mark.parametrize(
    ("tie", "counts"),
    [
        ({"day_to_day_care": True}, True),
        ({}, False),  # known to us, and guardian by nothing
        ({"day_to_day_care": True, "until_at": 0}, False),
        ({"day_to_day_care": True, "from_at": 1}, False),
    ],
)
def test_only_who_is_guardian_now_of_one_of_them_is_told_of_the_other(world, group, tie, counts):
    group.kept_out("Hassan Khan")
    mark(world, group, "Yusuf Khan", "Hassan Khan")
    days = {
        name: world.present + timedelta(days=value) for name, value in tie.items() if name.endswith("_at")
    }
    Guardianship(**{
        "provider_id": world.provider, "child_id": world.children["Yusuf Khan"],
        "adult_id": world.people["parent-polish"], "relation": "other", "responsibility": "no",
        "natural_parent": False, "day_to_day_care": False, "lives_with": "no",
        "from_at": world.present - timedelta(days=1), **tie, **days,
    }).save(force_insert=True)  # fmt: skip
    assert closed(world, group) is counts


def closed(world, group):
    photos = system(SystemReason.SHOWING, Photo).filter(pk=group.photo)
    return photos.filter(some_child(closed_to_another(world.actor("manager")))).exists()


def test_the_page_counts_and_says_what_to_do_and_never_who(world, group, signed_in):
    group.yes("parent-polish", "zofia")
    sian = signed_in("key-person")
    key, _answer = snap(sian, world, "Mali Evans", "Zofia Nowak", photos=a_photo())
    page = sian.get(f"/room/moment/{key}/edit/").content.decode()
    note = page[page.index('id="kept-back"') :][:600]
    assert STAYS in note
    assert "let words take its place" in note
    assert not any(name in note for name in ("Mali", "Zofia", "permission", "said"))


def test_sharing_says_it_too(world, group, signed_in):
    sian = signed_in("key-person")
    snap(sian, world, "Mali Evans", "Zofia Nowak", photos=a_photo(), then="share")
    assert STAYS in sian.get("/room/").content.decode()


def test_saying_who_is_in_a_photo_lets_it_go(world, group, signed_in):
    sian = signed_in("key-person")
    key, _answer = snap(sian, world, "Mali Evans", "Zofia Nowak", photos=a_photo())
    photo = photo_of(key)
    page = f"/room/moment/{key}/photos/{photo}/who/"
    assert sian.get(page).status_code == 200
    assert sian.post(page, {"children": []}).status_code == 422
    noah = str(world.children["Noah Clarke"])
    assert sian.post(page, {"children": [noah]}).status_code == 422
    assert sian.post(page, {"children": [str(world.children["Mali Evans"])]}).status_code == 303
    marked = (
        system(SystemReason.SHOWING, PhotoSubject).filter(photo=photo).values_list("subject_id", flat=True)
    )
    assert set(marked) == {world.children["Mali Evans"]}
    assert STAYS not in sian.get(f"/room/moment/{key}/edit/").content.decode()
    assert signed_in("practitioner-other-room").get(page).status_code == 404
    assert signed_in("mother").get(page).status_code == 404


def test_of_a_child_in_no_picture_none_is_taken(world, group, signed_in):
    group.kept_out("Mali Evans", Reach.ALL)
    sian = signed_in("key-person")
    key, answer = snap(sian, world, "Mali Evans", photos=a_photo(), words="She hopped.")
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Let words take its place." in page
    assert "She hopped." in page
    assert not system(SystemReason.SHOWING, Photo).filter(belongs_to_id=key).exists()
    _key, answer = snap(sian, world, "Mali Evans", words="She hopped.")
    assert answer.status_code == 303
