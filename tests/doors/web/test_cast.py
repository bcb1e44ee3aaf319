"""`/demo/`: in the demo, and nowhere else."""

from typing import Any

import pytest
from django.test import Client

from seren.doors.demo import cast
from seren.doors.demo.world import World
from seren.foundation.kernel.models import Installation
from seren.people.accounts import policies

pytestmark = [pytest.mark.db, pytest.mark.django_db]


@pytest.fixture(autouse=True)
def _as_seren_demo_serves_it(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.DEMO = True
    settings.ROOT_URLCONF = "tests.doors.web.demo_urls"
    monkeypatch.setattr(policies, "_open", {*policies._open, "/demo/"})


def test_a_visitor_comes_to_the_cast(world: World):
    assert Client().get("/").headers["Location"] == "/demo/"
    assert Client().get("/?lang=cy").headers["Location"] == "/demo/?lang=cy"


def test_every_other_address_asks_a_visitor_to_sign_in(world: World):
    assert Client().get("/stars/").headers["Location"] == "/in/?next=/stars/"


def test_the_cast_stands_there_one_click_each(world: World):
    html = Client().get("/demo/").content.decode()
    for part in cast():
        assert html.count(f'value="{part.slug}"') == 1
        assert part.name in html
        assert str(part.who) in html


@pytest.mark.parametrize("part", cast(), ids=lambda part: part.slug)
def test_one_click_signs_in(world: World, part):
    client = Client(enforce_csrf_checks=True)
    answer = client.post("/demo/sign-in/", {"person": part.slug})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/")
    home = client.get("/", follow=True)
    assert home.status_code == 200
    assert client.get("/settings/this-phone/").status_code == 200


@pytest.mark.parametrize("slug", ["", "nobody", "Rhian Evans"])
def test_nobody_else_is_signed_in(world: World, slug: str):
    client = Client()
    assert client.post("/demo/sign-in/", {"person": slug}).status_code == 404
    assert client.get("/settings/this-phone/").status_code == 303


@pytest.mark.parametrize("kind", ["live", "practice"])
def test_where_anything_is_real_the_demo_is_not_there(world: World, kind: str):
    Installation.objects.update(kind=kind)
    client = Client()
    assert client.get("/demo/").status_code == 404
    assert client.post("/demo/sign-in/", {"person": "manager"}).status_code == 404
    assert client.get("/settings/this-phone/").status_code == 303


def test_outside_a_demo_its_addresses_are_not_in_the_table(world: World, settings: Any):
    settings.ROOT_URLCONF = "seren.config.urls"
    assert Client().get("/demo/").status_code == 404
