"""What a browser keeps of pictures, and when it must not be told “as before”."""

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.test import Client

from seren.doors.demo.world import World
from seren.foundation.access.door import SystemReason, system
from seren.people.families.queries import picture_version
from seren.people.families.terms import RestrictionCode
from tests.binding import bind

pytestmark = pytest.mark.django_db
SignedIn = Callable[[str], Client]


def get(client: Client, world: World, nickname: str = "tower", tag: str = "", size: str = "thumb") -> Any:
    headers = {"If-None-Match": tag} if tag else {}
    return client.get(f"/photos/{world.photos[nickname]}/{size}/", headers=headers)


def test_mum_s_browser_keeps_a_picture_and_asks_each_time(world: World, signed_in: SignedIn):
    rhian = signed_in("mother")
    first = get(rhian, world)
    assert first.status_code == 200
    assert first.headers["Cache-Control"] == "private, no-cache"
    assert get(rhian, world, tag=first.headers["ETag"]).status_code == 304


def test_after_a_new_restriction_dad_is_told_that_it_is_not_there(world: World, signed_in: SignedIn):
    gareth = signed_in("father-other-home")
    tag = get(gareth, world).headers["ETag"]
    assert get(gareth, world, tag=tag).status_code == 304
    bind(world, "father-other-home", RestrictionCode.NO_IMAGES)
    assert get(gareth, world, tag=tag).status_code == 404


def test_his_tag_is_worth_nothing_in_her_browser(world: World, signed_in: SignedIn):
    tag = get(signed_in("father-other-home"), world).headers["ETag"]
    assert get(signed_in("mother"), world, tag=tag).status_code == 200


@pytest.mark.parametrize("code", [RestrictionCode.NO_COLLECT, RestrictionCode.SUPERVISED])
def test_whom_a_restriction_binds_keeps_nothing(world: World, signed_in: SignedIn, code: RestrictionCode):
    gareth = signed_in("father-other-home")
    tag = get(gareth, world).headers["ETag"]
    bind(world, "father-other-home", code)
    answer = get(gareth, world, tag=tag)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert "ETag" not in answer.headers


def test_the_whole_picture_is_never_kept(world: World, signed_in: SignedIn):
    assert get(signed_in("mother"), world, size="full").headers["Cache-Control"] == "private, no-store"


TIES = {
    "mother": ("families.Guardianship", "adult"),
    "grandmother": ("families.FamilyViewer", "adult"),
    "key-person": ("families.KeyPerson", "person"),
    "manager": ("provision.Membership", "person"),
}


@pytest.mark.parametrize("who", list(TIES))
def test_every_tie_that_begins_or_ends_makes_a_new_version(world: World, who: str):
    model, field = TIES[who]
    actor = world.actor(who)
    before = picture_version(actor, world.photos["tower"])
    rows = system(SystemReason.WRITING, apps.get_model(model)).filter(
        **{field: actor.person}, until_at__isnull=True
    )
    tie = rows.first()
    rows.filter(pk=tie.pk).update(until_at=world.present)
    after = picture_version(actor, world.photos["tower"])
    assert before is not None
    assert after not in (None, before)


def test_a_version_costs_one_query(world: World, django_assert_num_queries: Any):
    with django_assert_num_queries(1):
        picture_version(world.actor("key-person"), world.photos["tower"])
