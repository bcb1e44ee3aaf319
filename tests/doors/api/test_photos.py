"""A photo put by a program: taken in as from a page, and refused with the same words."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from seren.foundation.access.door import SystemReason, system
from seren.foundation.media.models import Photo
from seren.people.families.terms import COLLECTOR_PHOTO

pytestmark = pytest.mark.db
PROBLEM = "application/problem+json"


def jpeg(colour="orange"):
    out = io.BytesIO()
    Image.new("RGB", (64, 48), colour).save(out, "JPEG")
    return out.getvalue()


def sent(content, **more):
    return {"file": SimpleUploadedFile("a.jpg", content, "image/jpeg"), **more}


@pytest.fixture
def star(program, star_body, new_id):
    key = new_id()
    assert program("mother").put(f"/moments/{key}", star_body).status_code == 201
    return f"/moments/{key}"


def test_a_photo_is_put_once(world, program, star, new_id):
    mother, path = program("mother"), f"{star}/photos/{new_id()}"
    first = mother.put_form(path, sent(jpeg(), alt="Geese on a gate", alt_language="en"))
    assert (first.status_code, first.json()["alt"]) == (201, "Geese on a gate")
    assert mother.put_form(path, sent(jpeg())).status_code == 200
    other = mother.put_form(path, sent(jpeg("blue")))
    assert (other.status_code, other.json()["code"], other["Content-Type"]) == (409, "conflict", PROBLEM)
    assert [one["id"] for one in mother.get(star).json()["photos"]] == [first.json()["id"]]
    stranger = program("stranger-parent")
    assert stranger.put_form(path, sent(jpeg())).status_code == 404
    assert stranger.get(first.json()["page"].removeprefix("/api/v1")).status_code == 404


def test_bytes_come_through_the_api(world, program):
    path = f"/photos/{world.photos['tower']}/thumb"
    answer = program("mother").get(path)
    assert answer.status_code in (200, 404)  # 404 where this world's pictures were not made
    assert program("stranger-parent").get(path).status_code == 404


def test_children_in_it_are_children_of_the_moment(world, program, star, new_id):
    other = str(world.children["Ellie"])
    answer = program("mother").put_form(f"{star}/photos/{new_id()}", sent(jpeg(), children=other))
    assert (answer.status_code, answer.json()["code"]) == (422, "not-in-moment")
    mali = str(world.children["Mali Evans"])
    answer = program("mother").put_form(f"{star}/photos/{new_id()}", sent(jpeg(), children=mali))
    assert answer.status_code == 201


def test_what_is_no_photo_is_415_and_what_is_broken_422(program, star, new_id, settings):
    mother = program("mother")
    page = mother.put_form(f"{star}/photos/{new_id()}", sent(b"<html><script>alert(1)</script></html>"))
    assert (page.status_code, page.json()["code"]) == (415, "not-a-photo")
    cut = mother.put_form(f"{star}/photos/{new_id()}", sent(jpeg()[:40]))
    assert (cut.status_code, cut.json()["code"]) == (422, "damaged")
    empty = mother.put_form(f"{star}/photos/{new_id()}", sent(b""))
    assert empty.status_code == 422
    missing = mother.put_form(f"{star}/photos/{new_id()}", {"alt": "x"})
    assert (missing.status_code, missing.json()["code"]) == (422, "no-file")
    json_ = mother.put(f"{star}/photos/{new_id()}", {})
    assert json_.status_code == 415
    settings.MAX_UPLOAD_BYTES = 100
    large = mother.put_form(f"{star}/photos/{new_id()}", sent(jpeg()))
    assert (large.status_code, large.json()["code"]) == (413, "too-large")


def test_a_photo_of_who_collects_is_given_to_no_program(world, program):
    held = system(SystemReason.SHOWING, Photo).get(belongs_to_type=COLLECTOR_PHOTO)
    for who in ("mother", "key-person", "manager"):
        for size in ("thumb", "page", "full"):
            assert program(who).get(f"/photos/{held.pk}/{size}").status_code == 404
